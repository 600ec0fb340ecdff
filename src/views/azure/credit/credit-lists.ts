/** The earned credit as lists: where it is missing, and what each customer brings. */
import { type Exact, add, divide, isZero, toDecimal, toFloat } from '../../../core/exact.ts';
import type { Format } from '../../../core/format.ts';
import { azureText } from '../../../core/text/en/azure.ts';
import { azureCreditText } from '../../../core/text/en/azure-credit.ts';
import type { CreditAnswer, CreditLoss, CustomerCredit } from '../../../sim/azure/credit/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';
import { exactOf, figuresOf } from '../consumption/usage-series.ts';

const SHARE_DIGITS = 12;

/** A column of amounts: the digits of the currency on screen, all of them in a file. */
function amounts<Row>(currency: string, format: Format) {
  const { unit, write } = figuresOf(currency, true, format);
  return (key: string, title: string, of: (row: Row) => string): TakenColumn<Row> => ({
    ...{ key, title, unit, kind: 'number', width: 140 },
    text: (row) => write(exactOf(of(row))),
    order: (row) => toFloat(exactOf(of(row))),
    raw: (row) => ({ kind: 'number', decimal: of(row) }),
  });
}

function counts<Row>(format: Format) {
  return (key: string, title: string, of: (row: Row) => number): TakenColumn<Row> => ({
    ...{ key, title, kind: 'number', width: 80 },
    text: (row) => format.count(of(row)),
    order: of,
    raw: (row) => ({ kind: 'number', decimal: String(of(row)) }),
  });
}

function nameOf({ names, path }: CreditLoss, at: number): string {
  return (names[at] ?? path[at] ?? '') || azureText.none;
}

export function lossColumns(currency: string, format: Format): readonly TakenColumn<CreditLoss>[] {
  const { columns, kinds, levels } = azureCreditText.losses;
  const amount = amounts<CreditLoss>(currency, format);
  const count = counts<CreditLoss>(format);
  const day = (key: 'from' | 'to'): TakenColumn<CreditLoss> => ({
    ...{ key, title: columns[key], kind: 'day', width: 110 },
    text: (loss) => format.day(loss[key]),
    order: (loss) => loss[key],
    raw: (loss) => ({ kind: 'day', day: loss[key] }),
  });
  return [
    { key: 'what', title: columns.what, kind: 'text', width: 240, frozen: true, text: (loss) => nameOf(loss, loss.path.length - 1) },
    { key: 'part', title: columns.part, kind: 'text', width: 240, text: (loss) => [levels[loss.level], ...loss.path.slice(0, -1).map((_, at) => nameOf(loss, at))].join(' · ') },
    { key: 'kind', title: columns.kind, kind: 'text', width: 210, text: ({ kind }) => kinds[kind], flags: ({ kind }) => (kind === 'lost' ? CELL.warning : 0) },
    day('from'),
    day('to'),
    count('days', columns.days, ({ days }) => days),
    amount('missed', columns.missed, ({ missed }) => missed),
    amount('cost', columns.cost, ({ cost }) => cost),
    count('lines', columns.lines, ({ rows }) => rows),
  ]; // prettier-ignore
}

export function customerColumns(
  { window }: CreditAnswer,
  currency: string,
  format: Format,
): readonly TakenColumn<CustomerCredit>[] {
  const { columns } = azureCreditText.customers;
  const amount = amounts<CustomerCredit>(currency, format);
  return [
    { key: 'name', title: columns.name, kind: 'text', width: 260, frozen: true, text: ({ name }) => name || azureText.none },
    amount('recent', columns.recent(format.count(window.days)), ({ recent }) => recent),
    amount('year', columns.year, ({ year }) => year),
    amount('earned', columns.earned, ({ earned }) => earned),
    amount('missed', columns.missed, ({ missed }) => missed),
    amount('cost', columns.cost, ({ cost }) => cost),
    { key: 'share', title: columns.share, kind: 'number', width: 90, text: (row) => { const share = shareOf(row); return share ? format.percent(share, 1) : ''; }, order: (row) => { const share = shareOf(row); return share && toFloat(share); }, raw: (row) => { const share = shareOf(row); return share && { kind: 'number', decimal: toDecimal(share, 0, SHARE_DIGITS) }; } },
  ]; // prettier-ignore
}

/** The earned credit against the cost before it. */
function shareOf({ earned, cost }: CustomerCredit): Exact | undefined {
  const list = add(exactOf(cost), exactOf(earned));
  return isZero(list) ? undefined : divide(exactOf(earned), list);
}
