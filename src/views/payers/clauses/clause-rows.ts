/** The clauses sheet: one row a customer, whether it has a clause or not. */
import { idKey } from '../../../core/ids.ts';
import type { Clause } from '../../../core/scenario/scenario.ts';
import type { Format } from '../../../core/format.ts';
import { payersText } from '../../../core/text/en/payers.ts';
import { clauseText } from '../../../core/text/en/price-rules.ts';
import type { Customer } from '../customers.ts';
import { type PayColumn, countColumn, dayColumn, decimalColumn, textColumn } from '../sheet/columns.ts';
import { dayEdit, decimalEdit, flagEdit } from '../sheet/typed-cells.ts';

export interface ClauseRow extends Customer {
  readonly clause: Clause | undefined;
}

/** Customers of the portfolio, then clauses of others. */
export function clauseRows(customers: readonly Customer[], clauses: ReadonlyMap<string, Clause>): readonly ClauseRow[] {
  const byKey = new Map([...clauses].map(([id, clause]) => [idKey(id), { id, clause }]));
  const owned = customers.map((customer) => ({ ...customer, clause: byKey.get(customer.key)?.clause }));
  const known = new Set(customers.map(({ key }) => key));
  const others = [...byKey].flatMap(([key, { id, clause }]): ClauseRow[] =>
    known.has(key) ? [] : [{ key, customerId: id, customer: '', subscriptions: 0, clause }],
  );
  return [...owned, ...others];
}

const { columns: titles } = clauseText;
const MOST_DAYS = '3660';

/** The parts of a clause; undefined: nothing is said. */
type Parts = { readonly [K in keyof Clause]?: Clause[K] | undefined };

/** The row with a part of its clause changed; without any part left there is no clause. */
function withPart(row: ClauseRow, part: Parts): ClauseRow {
  const { passThrough, capPercent, noticeDays, priceLockUntil, noticeGiven }: Parts = { ...row.clause, ...part };
  const said = {
    ...(capPercent === undefined ? {} : { capPercent }),
    ...(noticeDays === undefined ? {} : { noticeDays }),
    ...(priceLockUntil === undefined ? {} : { priceLockUntil }),
    ...(noticeGiven === undefined ? {} : { noticeGiven }),
  };
  // Emptied cell by cell, a clause that passes nothing on says no more than none.
  const isEmptied = Object.values(part).every((value) => value === undefined) && passThrough !== true;
  const isEmpty = (passThrough === undefined || isEmptied) && Object.keys(said).length === 0;
  return { ...row, clause: isEmpty ? undefined : { passThrough: passThrough ?? false, ...said } };
}

/** The parts of a clause that can be typed, by column key. */
export const CLAUSE_EDITS = {
  passThrough: flagEdit<ClauseRow>(
    [payersText.sheet.yes, payersText.sheet.no],
    ({ clause }) => clause?.passThrough,
    (row, passThrough) => withPart(row, { passThrough }),
  ),
  cap: decimalEdit<ClauseRow>(
    { kind: 'percent', stored: 'points', least: '0' },
    ({ clause }) => clause?.capPercent,
    (row, capPercent) => withPart(row, { capPercent }),
  ),
  notice: decimalEdit<ClauseRow>(
    { kind: 'whole', least: '0', most: MOST_DAYS },
    ({ clause }) => (clause?.noticeDays === undefined ? undefined : String(clause.noticeDays)),
    (row, days) => withPart(row, { noticeDays: days === undefined ? undefined : Number(days) }),
  ),
  lock: dayEdit<ClauseRow>(
    false,
    ({ clause }) => clause?.priceLockUntil,
    (row, priceLockUntil) => withPart(row, { priceLockUntil }),
  ),
  given: dayEdit<ClauseRow>(
    false,
    ({ clause }) => clause?.noticeGiven,
    (row, noticeGiven) => withPart(row, { noticeGiven }),
  ),
} as const;

export function clauseColumns(format: Format): readonly PayColumn<ClauseRow>[] {
  const { yes, no } = payersText.sheet;
  return [
    textColumn({ key: 'customer', title: titles.customer, width: 220, frozen: true }, nameOf),
    {
      ...textColumn<ClauseRow>({ key: 'passThrough', title: titles.passThrough, width: 100 }, ({ clause }) => (clause ? (clause.passThrough ? yes : no) : '')),
      edit: CLAUSE_EDITS.passThrough,
    },
    {
      ...decimalColumn<ClauseRow>({ key: 'cap', title: titles.cap, width: 80 }, format, ({ clause }) => clause?.capPercent, clauseText.percent),
      edit: CLAUSE_EDITS.cap,
    },
    {
      ...decimalColumn<ClauseRow>({ key: 'notice', title: titles.notice, width: 96 }, format, ({ clause }) => (clause?.noticeDays === undefined ? undefined : String(clause.noticeDays))),
      edit: CLAUSE_EDITS.notice,
    },
    { ...dayColumn<ClauseRow>({ key: 'lock', title: titles.lock, width: 120 }, format, ({ clause }) => clause?.priceLockUntil), edit: CLAUSE_EDITS.lock },
    { ...dayColumn<ClauseRow>({ key: 'given', title: titles.given, width: 120 }, format, ({ clause }) => clause?.noticeGiven), edit: CLAUSE_EDITS.given },
    countColumn({ key: 'subscriptions', title: titles.subscriptions, width: 104 }, format, ({ subscriptions }) => subscriptions),
    textColumn({ key: 'customerId', title: titles.customerId, width: 280 }, ({ customerId }) => customerId),
  ]; // prettier-ignore
}

function nameOf({ customer, customerId, subscriptions }: ClauseRow): string {
  return subscriptions === 0 ? `${customerId} (${clauseText.notOwned})` : customer || customerId;
}
