/** Which columns of the portfolio a user may put values over, and what each of them takes. */
import { parseDay } from '../days.ts';
import { parseExact } from '../exact.ts';
import type { SUBSCRIPTION_COLUMNS } from '../schema/columns/subscriptions.ts';

/**
 * What a column takes, and its canonical text. `whole`: `12`. `decimal`, `percent` (`10` means 10 %): `12.5`. `day`:
 * `2026-11-26`. `flag`: `true` or `false`. `choice`: one of the listed texts.
 */
export type CellType =
  | { readonly kind: 'text' | 'id' | 'day' | 'flag' }
  | { readonly kind: 'whole' | 'decimal' | 'percent'; readonly least: string; readonly most?: string }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

export interface OverrideRule {
  readonly type: CellType;
  /** The cell may be emptied. */
  readonly optional: boolean;
}

const SEATS = { kind: 'whole', least: '0', most: '10000000' } as const;
const PRICE = { kind: 'decimal', least: '0', most: '1000000000' } as const;
const TEXT = { kind: 'text' } as const;
const ID = { kind: 'id' } as const;
const DAY = { kind: 'day' } as const;
const FLAG = { kind: 'flag' } as const;

export const OVERRIDE_COLUMNS = {
  customerName: { type: TEXT, optional: true },
  offerName: { type: TEXT, optional: true },
  productId: { type: ID, optional: false },
  skuId: { type: ID, optional: false },
  segment: {
    type: { kind: 'choice', choices: ['Commercial', 'Education', 'Charity', 'Government'] },
    optional: false,
  },
  market: { type: ID, optional: false },
  currency: { type: ID, optional: false },
  quantity: { type: SEATS, optional: false },
  termDuration: { type: { kind: 'choice', choices: ['P1M', 'P1Y', 'P3Y'] }, optional: false },
  billingPlan: { type: { kind: 'choice', choices: ['Monthly', 'Annual', 'Triennial', 'None'] }, optional: false },
  commitmentStart: { type: DAY, optional: true },
  commitmentEnd: { type: DAY, optional: false },
  autoRenew: { type: FLAG, optional: false },
  scheduledAction: {
    type: { kind: 'choice', choices: ['Cancel', 'RenewToNewTerm', 'RenewToExtendedServiceTerm', 'Transition'] },
    optional: true,
  },
  promotionPercent: { type: { kind: 'percent', least: '0', most: '100' }, optional: true },
  pricePaid: { type: PRICE, optional: true },
  customerPrice: { type: PRICE, optional: true },
} as const satisfies Partial<Record<keyof typeof SUBSCRIPTION_COLUMNS, OverrideRule>>;

export type OverrideColumn = keyof typeof OVERRIDE_COLUMNS;

/** What may stand in a column; undefined for one that cannot be changed. */
export function overrideRule(column: string): OverrideRule | undefined {
  return isOverrideColumn(column) ? OVERRIDE_COLUMNS[column] : undefined;
}

export function isOverrideColumn(column: string): column is OverrideColumn {
  return Object.hasOwn(OVERRIDE_COLUMNS, column);
}

const WHOLE = /^\d+$/;
const DECIMAL = /^\d+(\.\d+)?$/;

/** Whether a canonical text may stand in a column. */
export function isValueOf(column: OverrideColumn, value: string): boolean {
  const { type, optional }: OverrideRule = OVERRIDE_COLUMNS[column];
  if (value === '') return optional;
  switch (type.kind) {
    case 'text':
    case 'id':
      return true;
    case 'day':
      return parseDay(value) !== undefined;
    case 'flag':
      return value === 'true' || value === 'false';
    case 'choice':
      return type.choices.includes(value);
    case 'whole':
      return WHOLE.test(value) && isWithin(value, type);
    case 'decimal':
    case 'percent':
      return DECIMAL.test(value) && isWithin(value, type);
  }
}

function isWithin(value: string, { least, most }: { readonly least: string; readonly most?: string }): boolean {
  const exact = parseExact(value);
  const [low, high] = [parseExact(least), most === undefined ? undefined : parseExact(most)];
  if (!exact || !low) return false;
  return exact.n * low.d >= low.n * exact.d && (high === undefined || exact.n * high.d <= high.n * exact.d);
}
