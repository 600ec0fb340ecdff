/** Guesses which column of an unknown sheet is which of a format's, with a reason for each guess. */
import { headerKey } from '../../core/ids.ts';
import type { Field, FieldKind } from '../sheet/fields.ts';
import type { SheetFormat } from '../sheet/format.ts';
import { type Look, looksOf } from './looks.ts';
import { CHOOSING_ORDER, synonymsOf } from './synonyms.ts';

/** Our name, another name for it, or only what the values look like. */
export type GuessReason = 'same-name' | 'synonym' | 'values';

export interface ColumnGuess {
  /** Canonical column, or `offerId`. */
  readonly column: string;
  /** Position in the file. */
  readonly index: number;
  readonly reason: GuessReason;
  /** What the values look like, when that supports the guess. */
  readonly look: Look | undefined;
  /** `low`: the values do not look as they should, or nothing but the values speaks for it. */
  readonly confidence: 'high' | 'medium' | 'low';
}

export interface Guess {
  readonly columns: readonly ColumnGuess[];
  /** Required columns without a guess: the user has to name them, or give one value for all rows. */
  readonly missing: readonly string[];
}

/** A column that holds `ProductId:SkuId:AvailabilityId`. */
export const OFFER_ID = 'offerId';

/** What the values of a column should look like, where its name tells more than its kind. */
const EXPECTED: Readonly<Record<string, readonly Look[]>> = {
  subscriptionId: ['guids'],
  customerId: ['guids'],
  offerId: ['offer-ids'],
  productId: ['product-ids', 'offer-ids'],
  skuId: ['sku-ids'],
  termDuration: ['terms'],
  billingPlan: ['plans'],
};

const EXPECTED_OF_KIND: Readonly<Record<FieldKind, readonly Look[] | undefined>> = {
  text: undefined,
  decimal: ['numbers'],
  count: ['numbers'],
  day: ['dates'],
  'period-start': ['dates'],
  'period-end': ['dates'],
  month: undefined,
  flag: ['flags'],
};

/** Columns that may be told by their values alone, when no header does. */
const BY_VALUES: readonly (readonly [string, Look])[] = [
  ['offerId', 'offer-ids'],
  ['productId', 'product-ids'],
  ['termDuration', 'terms'],
  ['billingPlan', 'plans'],
];

/** Columns that only make sense with particular values; a header alone is not enough. */
const NEEDS_LOOK = new Set(['offerId', 'productId', 'skuId']);

/** A sheet's header, and what the values of each of its columns look like. */
export interface Glimpse {
  readonly keys: readonly string[];
  readonly looks: readonly ReadonlySet<Look>[];
}

export function glimpse(header: readonly string[], rows: readonly (readonly string[])[]): Glimpse {
  return {
    keys: header.map(headerKey),
    looks: header.map((_, index) => looksOf(rows.map((row) => row[index] ?? ''))),
  };
}

interface Wanted {
  readonly column: string;
  readonly own: readonly string[];
  readonly synonyms: readonly string[];
  readonly expected: readonly Look[] | undefined;
}

export function guessMapping({ keys, looks }: Glimpse, format: Pick<SheetFormat, 'kind' | 'fields'>): Guess {
  const wanted = wantedColumns(format);
  const columns: ColumnGuess[] = [];
  const isFree = (index: number): boolean => index >= 0 && !columns.some((guess) => guess.index === index);
  const isOpen = (column: string): boolean => !columns.some((guess) => guess.column === column);
  const choose = (want: Wanted, names: readonly string[], same: boolean): void => {
    const index = names.map((key) => keys.indexOf(key)).find((at) => isFree(at) && fits(want, looks[at]));
    if (index !== undefined) columns.push(byHeader(want, index, same, looks[index]));
  };
  // Its own name is worth more than another column's synonym.
  for (const want of wanted) choose(want, want.own, true);
  for (const want of wanted) if (isOpen(want.column)) choose(want, want.synonyms, false);
  for (const [column, look] of BY_VALUES) {
    const index = looks.findIndex((set, at) => set.has(look) && isFree(at));
    if (index < 0 || !isOpen(column) || !wanted.some((want) => want.column === column)) continue;
    columns.push({ column, index, reason: 'values', look, confidence: 'low' });
  }
  const order = wanted.map(({ column }) => column);
  columns.sort((a, b) => order.indexOf(a.column) - order.indexOf(b.column));
  return { columns, missing: missingColumns(format.fields, columns) };
}

/** The columns that a sheet of this format may have, in the order in which they choose. */
function wantedColumns({ kind, fields }: Pick<SheetFormat, 'kind' | 'fields'>): readonly Wanted[] {
  const wanted: Wanted[] = fields.map(({ name, keys, kind: type }) => ({
    column: name,
    own: keys,
    synonyms: synonymsOf(kind, name),
    expected: EXPECTED[name] ?? EXPECTED_OF_KIND[type],
  }));
  if (takesOfferId(fields)) {
    const [first, ...others] = synonymsOf(kind, OFFER_ID);
    wanted.push({ column: OFFER_ID, own: first ? [first] : [], synonyms: others, expected: EXPECTED[OFFER_ID] });
  }
  const rank = ({ column }: Wanted): number => CHOOSING_ORDER.indexOf(column) + 1 || Infinity;
  return wanted.toSorted((a, b) => Math.sign(rank(a) - rank(b)) || 0);
}

/** Whether a format's product and SKU may stand in one column. */
export function takesOfferId(fields: readonly Pick<Field, 'name'>[]): boolean {
  const has = (name: string): boolean => fields.some((field) => field.name === name);
  return has('productId') && has('skuId') && !has(OFFER_ID);
}

function fits({ column, expected }: Wanted, looks: ReadonlySet<Look> | undefined): boolean {
  return !NEEDS_LOOK.has(column) || looks === undefined || looks.size === 0 || lookOf(expected, looks) !== undefined;
}

function lookOf(expected: readonly Look[] | undefined, looks: ReadonlySet<Look> | undefined): Look | undefined {
  return expected?.find((look) => looks?.has(look));
}

function byHeader(want: Wanted, index: number, same: boolean, looks: ReadonlySet<Look> | undefined): ColumnGuess {
  const look = lookOf(want.expected, looks);
  const wrong = want.expected !== undefined && look === undefined && (looks?.size ?? 0) > 0;
  return {
    column: want.column,
    index,
    reason: same ? 'same-name' : 'synonym',
    look,
    confidence: wrong ? 'low' : same ? 'high' : 'medium',
  };
}

function missingColumns(fields: readonly Field[], columns: readonly ColumnGuess[]): string[] {
  const found = new Set(columns.map(({ column }) => column));
  if (found.has(OFFER_ID)) for (const part of ['productId', 'skuId']) found.add(part);
  return fields
    .filter(({ name, required, fallback }) => required && fallback === undefined && !found.has(name))
    .map(({ name }) => name);
}
