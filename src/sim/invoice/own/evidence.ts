/** The lines of one group, as their files have them. */
import { dayAt } from '../../../core/table.ts';
import { ZERO } from '../../../core/exact.ts';
import { toEnd } from '../../to-end.ts';
import { gather } from './gather.ts';
import { inCurrency, type ThreeWay } from './three-way.ts';
import type { EvidenceLine, OwnQuestion } from './types.ts';

/** As many as a screen shows; the sums are of all. */
const MOST = 500;

/** Microsoft's lines first. @param key of the group; lines of one that is gone are none */
export function evidenceOf(sides: ThreeWay, question: OwnQuestion, key: string): readonly EvidenceLine[] {
  return toEnd(evidenceSteps(sides, question, key));
}

/** The same in steps; the share that is done comes out of each. */
export function* evidenceSteps(
  sides: ThreeWay,
  question: OwnQuestion,
  key: string,
): Generator<number, readonly EvidenceLine[]> {
  const { gathered } = yield* gather(sides, question);
  const group = gathered.find((one) => one.key === key);
  if (!group) return [];
  const { costRows, ownRows } = inCurrency(sides, group, question.currency);
  return [
    ...costRows.slice(0, MOST).map((row) => costLine(sides, row)),
    ...ownRows.slice(0, MOST).map((row) => ownLine(sides, row)),
  ];
}

function costLine({ index: { lines } }: ThreeWay, row: number): EvidenceLine {
  const { texts, days, sources, source } = lines;
  const text = (name: keyof typeof texts): string => texts[name].values[texts[name].codes[row] ?? 0] ?? '';
  return {
    ...{ side: 'microsoft', file: sources[source[row] ?? 0]?.file ?? '', line: lines.fileRow(row) },
    ...{ invoice: text('invoiceNumber'), text: [text('chargeType'), text('skuName')].filter(Boolean).join(' · ') },
    ...{ from: dayOf(days.chargeStartDate, row), to: dayOf(days.chargeEndDate, row) },
    quantity: lines.figure('billableQuantity', row) ?? lines.figure('quantity', row),
    unitPrice: lines.figure('effectiveUnitPrice', row),
    amount: lines.figure('subtotal', row) ?? ZERO,
  };
}

function ownLine({ own }: ThreeWay, row: number): EvidenceLine {
  const { texts, days, sources, source } = own;
  const text = (name: keyof typeof texts): string => texts[name].values[texts[name].codes[row] ?? 0] ?? '';
  return {
    ...{ side: 'own', file: sources[source[row] ?? 0]?.file ?? '', line: own.fileRow(row) },
    ...{ invoice: text('invoiceNumber'), text: text('item') || text('productId') || text('subscriptionId') },
    ...{ from: dayOf(days.periodStart, row) ?? dayOf(days.invoiceDate, row), to: dayOf(days.periodEnd, row) },
    quantity: own.figure('quantity', row),
    unitPrice: own.figure('unitPrice', row),
    amount: own.figure('amount', row) ?? ZERO,
  };
}

function dayOf(days: Int32Array, row: number): ReturnType<typeof dayAt> {
  return dayAt({ kind: 'day', days }, row);
}
