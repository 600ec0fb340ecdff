/** Guesses which column of an unknown subscription list is which of ours, with a reason for each guess. */
import { headerKey } from '../../core/ids.ts';
import { SUBSCRIPTION_FIELDS } from '../formats/subscription-fields.ts';
import { type Look, looksOf } from './looks.ts';
import { SYNONYMS } from './synonyms.ts';

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

/** What the values of a column should look like. */
const EXPECTED: Readonly<Record<string, readonly Look[]>> = {
  subscriptionId: ['guids'],
  customerId: ['guids'],
  offerId: ['offer-ids'],
  productId: ['product-ids', 'offer-ids'],
  skuId: ['sku-ids'],
  quantity: ['numbers'],
  termDuration: ['terms'],
  billingPlan: ['plans'],
  commitmentStart: ['dates'],
  commitmentEnd: ['dates'],
  autoRenew: ['flags'],
  isTrial: ['flags'],
  promotionPercent: ['numbers'],
  pricePaid: ['numbers'],
  customerPrice: ['numbers'],
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

export function guessMapping(header: readonly string[], rows: readonly (readonly string[])[]): Guess {
  const keys = header.map(headerKey);
  const looks = header.map((_, index) => looksOf(rows.map((row) => row[index] ?? '')));
  const columns: ColumnGuess[] = [];
  const free = (index: number) => index >= 0 && !columns.some((guess) => guess.index === index);
  for (const [column, synonyms] of Object.entries(SYNONYMS)) {
    const index = synonyms.map((key) => keys.indexOf(key)).find((at) => free(at) && fits(column, looks[at]));
    if (index !== undefined) columns.push(byHeader(column, index, keys[index] === synonyms[0], looks[index]));
  }
  for (const [column, look] of BY_VALUES) {
    const index = looks.findIndex((set, at) => set.has(look) && free(at));
    if (index < 0 || columns.some((guess) => guess.column === column)) continue;
    columns.push({ column, index, reason: 'values', look, confidence: 'low' });
  }
  return { columns, missing: missingColumns(columns) };
}

function fits(column: string, looks: ReadonlySet<Look> | undefined): boolean {
  return !NEEDS_LOOK.has(column) || looks === undefined || looks.size === 0 || lookOf(column, looks) !== undefined;
}

function lookOf(column: string, looks: ReadonlySet<Look> | undefined): Look | undefined {
  return EXPECTED[column]?.find((look) => looks?.has(look));
}

function byHeader(column: string, index: number, same: boolean, looks: ReadonlySet<Look> | undefined): ColumnGuess {
  const look = lookOf(column, looks);
  const wrong = EXPECTED[column] !== undefined && look === undefined && (looks?.size ?? 0) > 0;
  return {
    column,
    index,
    reason: same ? 'same-name' : 'synonym',
    look,
    confidence: wrong ? 'low' : same ? 'high' : 'medium',
  };
}

function missingColumns(columns: readonly ColumnGuess[]): string[] {
  const found = new Set(columns.map(({ column }) => column));
  if (found.has('offerId')) for (const part of ['productId', 'skuId']) found.add(part);
  return SUBSCRIPTION_FIELDS.filter(
    ({ name, required, fallback }) => required && fallback === undefined && !found.has(name),
  ).map(({ name }) => name);
}

/** Whether a sheet has enough of a subscription list to be worth a mapping dialog. */
export function isWorthMapping({ columns }: Guess): boolean {
  const found = new Set(columns.map(({ column }) => column));
  const telling = ['subscriptionId', 'quantity', 'commitmentEnd', 'productId', 'offerId', 'termDuration', 'offerName'];
  return found.has('quantity') && telling.filter((column) => found.has(column)).length >= 3;
}
