/** The six key figures of one currency. Amounts open the trail of their sum, counts say which subscriptions count. */
import type { Format } from '../../core/format.ts';
import { exposureText } from '../../core/text/en/exposure.ts';
import type { Amount, Totals } from '../../sim/types.ts';
import type { Counted, TrailSubject } from '../../state/trail.svelte.ts';
import type { Kpi } from '../../ui/kpi.ts';

const text = exposureText.kpis;

export interface KpiVerbs {
  /** Shows a figure's trail. */
  readonly follow: (subject: TrailSubject) => void;
  /** Leaves only the subscriptions at risk in charts and list. */
  readonly showAtRisk: () => void;
}

/** @param months of the horizon */
export function exposureKpis(
  totals: Totals,
  months: number,
  format: Format,
  { follow, showAtRisk }: KpiVerbs,
): readonly Kpi[] {
  const { currency } = totals;
  const onOpen = (amount: Amount) => () => {
    follow({ kind: 'total', currency, amount });
  };
  const money = (label: string, amount: Amount, value: string): Kpi => ({
    ...{ label, value, unit: currency, onOpen: onOpen(amount) },
  });
  const signed = (amount: Amount): string => format.signed(totals[amount], currency);
  const onCount = (counted: Counted) => () => {
    follow({ kind: 'count', currency, count: counted });
  };
  const openAtRisk = (): void => {
    showAtRisk();
    onCount('at-risk')();
  };
  return [
    count(text.exposed, totals.exposed, totals.subscriptions, format, onCount('exposed')),
    count(text.atRisk, totals.atRisk, totals.exposed, format, openAtRisk),
    money(text.est(months), 'est', format.amount(totals.est, currency)),
    money(text.extra, 'extra', signed('extra')),
    money(text.promotion, 'promotion', signed('promotion')),
    money(text.absorbed, 'absorbed', format.amount(totals.absorbed, currency)),
  ];
}

function count(label: string, value: number, all: number, format: Format, onOpen: () => void): Kpi {
  return { label, value: format.count(value), of: text.of(format.count(all)), onOpen };
}
