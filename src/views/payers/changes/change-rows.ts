/** Price changes as a sheet: what each names, when and by how much, and what it does. */
import type { Format } from '../../../core/format.ts';
import type { PriceChange } from '../../../core/scenario/scenario.ts';
import { payersText } from '../../../core/text/en/payers.ts';
import type { ChangeAmounts, ChangeEffect } from '../../../sim/payers/types.ts';
import {
  type CellEdit,
  type PayColumn,
  amountColumn,
  countColumn,
  dayColumn,
  decimalColumn,
  textColumn,
} from '../sheet/columns.ts';
import { dayEdit, decimalEdit, textEdit } from '../sheet/typed-cells.ts';

export interface ChangeRow {
  readonly position: number;
  readonly change: PriceChange;
  /** Undefined while it is worked out. */
  readonly effect: ChangeEffect | undefined;
}

export function changeRows(
  changes: readonly PriceChange[],
  effects: readonly ChangeEffect[] | undefined,
): readonly ChangeRow[] {
  return changes.map((change, position) => ({ position, change, effect: effects?.[position] }));
}

const text = payersText.changes;
const { columns: titles } = text;
type MatchKey = keyof PriceChange['match'];

function matchEdit(key: MatchKey, choices?: readonly string[]): CellEdit<ChangeRow> {
  return textEdit<ChangeRow>(
    choices ? { kind: 'choice', choices } : { kind: 'text' },
    ({ change }) => change.match[key],
    (row, value) => {
      const { [key]: _, ...rest } = row.change.match;
      const trimmed = value?.trim() ?? '';
      return { ...row, change: { ...row.change, match: trimmed === '' ? rest : { ...rest, [key]: trimmed } } };
    },
  );
}

/** One of a few words that each stand for a code. */
function wordEdit<Code extends string>(
  words: Readonly<Record<Code, string>>,
  get: (change: PriceChange) => Code,
  set: (change: PriceChange, code: Code) => PriceChange,
): CellEdit<ChangeRow> {
  const codes = Object.keys(words) as Code[];
  return textEdit<ChangeRow>(
    { kind: 'choice', choices: codes.map((code) => words[code]), needed: true },
    ({ change }) => words[get(change)],
    (row, word) => {
      const code = codes.find((one) => words[one] === word);
      return code === undefined ? row : { ...row, change: set(row.change, code) };
    },
  );
}

const valueEdit = decimalEdit<ChangeRow>(
  { kind: 'decimal', needed: true },
  ({ change }) => change.value,
  (row, value = '0') =>
    row.change.kind === 'set' && value.startsWith('-') ? text.negative : { ...row, change: { ...row.change, value } },
);

export function changeColumns(format: Format, currency: string): readonly PayColumn<ChangeRow>[] {
  const named = (key: MatchKey, title: string, width: number, choices?: readonly string[]): PayColumn<ChangeRow> => ({
    ...textColumn<ChangeRow>({ key, title, width }, ({ change }) => change.match[key] ?? ''),
    edit: matchEdit(key, choices),
  });
  const amount = (key: Exclude<keyof ChangeAmounts, 'currency'>, title: string): PayColumn<ChangeRow> =>
    amountColumn<ChangeRow>(
      { key, title, width: 112, signed: true },
      format,
      ({ effect }) => effect && { minor: amountIn(effect, currency)?.[key] ?? 0, currency },
    );
  return [
    { ...countColumn<ChangeRow>({ key: 'position', title: titles.position, width: 44 }, format, ({ position }) => position + 1), frozen: true },
    { ...dayColumn<ChangeRow>({ key: 'from', title: titles.from, width: 104 }, format, ({ change }) => change.from),
      edit: dayEdit<ChangeRow>(true, ({ change }) => change.from, (row, from) => (from === undefined ? row : { ...row, change: { ...row.change, from } })) },
    { ...textColumn<ChangeRow>({ key: 'kind', title: titles.kind, width: 96 }, ({ change }) => text.kinds[change.kind]),
      edit: wordEdit(text.kinds, (change) => change.kind, (change, kind) => ({ ...change, kind })) },
    { ...decimalColumn<ChangeRow>({ key: 'value', title: titles.value, width: 84 }, format, ({ change }) => change.value), edit: valueEdit },
    { ...textColumn<ChangeRow>({ key: 'columns', title: titles.columns, width: 100 }, ({ change }) => text.prices[change.columns]),
      edit: wordEdit(text.prices, (change) => change.columns, (change, columns) => ({ ...change, columns })) },
    named('text', titles.text, 150),
    named('productId', titles.product, 120),
    named('skuId', titles.sku, 64),
    named('segment', titles.segment, 92),
    named('customerId', titles.customer, 130),
    countColumn({ key: 'subscriptions', title: titles.subscriptions, width: 104 }, format, ({ effect }) => effect?.subscriptions),
    amount('extra', titles.extra),
    amount('passed', titles.passed),
    amount('delayed', titles.delayed),
    amount('absorbed', titles.absorbed),
    countColumn({ key: 'seats', title: titles.seats, width: 76 }, format, ({ effect }) => effect?.seats),
    named('termDuration', titles.term, 64, ['P1M', 'P1Y', 'P3Y']),
    named('billingPlan', titles.plan, 84, ['Monthly', 'Annual', 'Triennial']),
    named('market', titles.market, 64),
    named('currency', titles.currency, 76),
  ]; // prettier-ignore
}

function amountIn({ amounts }: ChangeEffect, currency: string): ChangeAmounts | undefined {
  return amounts.find((one) => one.currency === currency);
}

/** The changes with the one at `from` moved to stand at `to`. */
export function moved(changes: readonly PriceChange[], from: number, to: number): readonly PriceChange[] {
  const one = changes[from];
  if (!one || to < 0 || to >= changes.length) return changes;
  return changes.toSpliced(from, 1).toSpliced(to, 0, one);
}
