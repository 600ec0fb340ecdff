/** From today's cost to the EST cost, cause by cause. */
import { type CostPart, EXTRA_PARTS, type Parts, partsOf } from '../../../charts/parts.ts';
import { fraction, toDecimal } from '../../../core/exact.ts';
import type { Minor } from '../../../core/money.ts';
import type { ReportSection } from '../../../core/report/document.ts';
import { change, charts, EMPTY, table, text } from '../cells.ts';
import type { SectionContext } from '../context.ts';
import { perCurrency } from './per-currency.ts';

/** Digits of a share before it is rounded for reading. */
const SHARE_DIGITS = 12;

export function cliffSections(context: SectionContext): readonly ReportSection[] {
  const { texts, input } = context;
  const { columns, figure, headings, sentences } = texts.report;
  const section = { id: 'cliff', heading: headings.cliff, say: sentences.cliff } as const;
  const sections = perCurrency(context, section, (totals) => {
    const { currency, extra } = totals;
    const parts: Parts = partsOf(totals);
    // Of a saving, or of a sum of rises and falls, parts are no shares.
    const isShared = extra > 0 && EXTRA_PARTS.every((part) => parts[part] <= extra);
    const amountOf = (part: CostPart | 'extra'): Minor => (part === 'extra' ? extra : parts[part]);
    return table<CostPart | 'extra'>(
      `${headings.cliff}, ${currency}`,
      [
        { label: columns.cause, cell: (part) => text(part === 'extra' ? figure.extra : texts.chart.parts[part]) },
        { label: columns.amount, kind: 'figure', isSummed: true, cell: (part) => change(amountOf(part), currency) },
        {
          label: columns.share,
          kind: 'figure',
          cell: (part) => (isShared ? { kind: 'percent', ratio: shareOf(amountOf(part), extra), digits: 1 } : EMPTY),
        },
      ],
      EXTRA_PARTS,
      'extra',
    );
  });
  return sections.map((one) => ({ ...one, blocks: [...charts(input.charts.cliff), ...one.blocks] }));
}

function shareOf(amount: Minor, whole: Minor): string {
  return toDecimal(fraction(amount, whole), 0, SHARE_DIGITS);
}
