/** The rows of imported files that a figure was read from. */
import type { Amount } from '../../sim/types.ts';
import type { UnitFigure } from '../../state/trail.svelte.ts';
import type { Explanation } from '../../state/workbook.svelte.ts';

export type Place = Explanation['subscription'];

/** Each place once, in the order given. */
export function distinctPlaces(places: readonly (Place | undefined)[]): readonly Place[] {
  const seen = new Map<string, Place>();
  for (const place of places) {
    if (place) seen.set(JSON.stringify([place.file, place.line]), { file: place.file, line: place.line });
  }
  return [...seen.values()];
}

/** Where an amount's inputs stand, the price that makes it first. */
export function amountPlaces(explanation: Explanation, amount: Amount): readonly Place[] {
  const { subscription, cycles } = explanation;
  return cycles.length === 0 ? [subscription] : figurePlaces(explanation, amount);
}

function figurePlaces(explanation: Explanation, amount: Amount): readonly Place[] {
  const { subscription, current, est, own } = explanation;
  switch (amount) {
    case 'est':
    case 'estUplift':
    case 'currencyMove':
    case 'margin':
      return distinctPlaces([est.row, subscription]);
    case 'current':
    case 'promotion':
      return distinctPlaces([...currentPlaces(explanation), subscription]);
    case 'renew':
      return distinctPlaces([explanation.renewal?.row ?? own, subscription]);
    case 'listMove':
      return distinctPlaces([own, current.row, subscription]);
    case 'commitment':
      return distinctPlaces([explanation.monthly, own, subscription]);
    case 'extra':
    case 'passed':
    case 'delayed':
    case 'absorbed':
      return distinctPlaces([est.row, ...currentPlaces(explanation), subscription]);
  }
}

/** A price that was paid stands in the subscription's own row, or in reconciliation lines. */
function currentPlaces({ current, subscription }: Explanation): readonly Place[] {
  if (current.billed) return current.billed.lines;
  return [current.source === 'paid' ? subscription : current.row];
}

const SAME_AS: Readonly<Record<UnitFigure, Amount>> = {
  currentUnit: 'current',
  estUnit: 'est',
  renewUnit: 'renew',
  cliffPromotion: 'promotion',
  cliffListMove: 'listMove',
  cliffCommitment: 'commitment',
  cliffEstUplift: 'estUplift',
  cliffCurrency: 'currencyMove',
};

/** Where a unit figure's inputs stand. */
export function unitPlaces(explanation: Explanation, unit: UnitFigure): readonly Place[] {
  return figurePlaces(explanation, SAME_AS[unit]);
}

/** Every place behind a subscription's figures. */
export function allPlaces({ subscription, current, est, own, monthly }: Explanation): readonly Place[] {
  return distinctPlaces([subscription, ...(current.billed?.lines ?? []), current.row, est.row, own, monthly]);
}
