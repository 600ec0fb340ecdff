/** The six key figures of one currency; each opens the trail of the sum behind it. */
import type { Format } from '../../core/format.ts';
import { exposureText } from '../../core/text/en/exposure.ts';
import type { Amount, Totals } from '../../sim/types.ts';
import type { TrailSubject } from '../../state/trail.svelte.ts';
import type { Kpi } from '../../ui/kpi.ts';

const text = exposureText.kpis;

/**
 * @param months of the horizon
 * @param follow shows a figure's trail
 */
export function exposureKpis(
  totals: Totals,
  months: number,
  format: Format,
  follow: (subject: TrailSubject) => void,
): readonly Kpi[] {
  const { currency } = totals;
  const onOpen = (amount: Amount) => () => {
    follow({ kind: 'total', currency, amount });
  };
  const money = (label: string, amount: Amount, value: string): Kpi => ({
    ...{ label, value, unit: currency, onOpen: onOpen(amount) },
  });
  const signed = (amount: Amount): string => format.signed(totals[amount], currency);
  return [
    count(text.exposed, totals.exposed, totals.subscriptions, format, onOpen('est')),
    count(text.atRisk, totals.atRisk, totals.exposed, format, onOpen('extra')),
    money(text.est(months), 'est', format.amount(totals.est, currency)),
    money(text.extra, 'extra', signed('extra')),
    money(text.promotion, 'promotion', signed('promotion')),
    money(text.absorbed, 'absorbed', format.amount(totals.absorbed, currency)),
  ];
}

function count(label: string, value: number, all: number, format: Format, onOpen: () => void): Kpi {
  return { label, value: format.count(value), of: text.of(format.count(all)), onOpen };
}
