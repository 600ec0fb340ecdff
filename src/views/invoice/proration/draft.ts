/** What is typed into the proration sheet, and the question that it makes. */
import { type Day, dayToText, parseDay } from '../../../core/days.ts';
import { type Exact, parseExact, ZERO } from '../../../core/exact.ts';
import { minorDigits } from '../../../core/money.ts';
import { invoiceProrationText as text } from '../../../core/text/en/invoice-proration.ts';
import { typedText as typedWords } from '../../../core/text/en/typed.ts';
import type { CellType } from '../../../sheet/typed/cell-type.ts';
import { readTyped } from '../../../sheet/typed/read-typed.ts';
import { typedText } from '../../../sheet/typed/typed-text.ts';
import type {
  PriceCandidate,
  ProrationQuestion,
  SheetEvent,
  SheetPlan,
} from '../../../sim/invoice/proration-sheet/types.ts';

/** As typed. */
export interface Draft {
  readonly event: SheetEvent;
  readonly plan: SheetPlan;
  /** `2026-12-31`. */
  readonly termStart: string;
  readonly day: string;
  readonly before: string;
  readonly after: string;
  readonly price: string;
  readonly targetPrice: string;
  readonly currency: string;
}

const SEATS = { kind: 'whole', needed: true, least: '0', most: '10000000' } as const;
const PRICE = { kind: 'amount', needed: true, least: '0', most: '100000000', digits: 10 } as const;

/** Three seats more, in a term that began with the month. */
export function freshDraft(asOf: Day, currency: string): Draft {
  const day = dayToText(asOf);
  return {
    ...{ event: 'addQuantity', plan: 'P1Y/Monthly', termStart: `${day.slice(0, 8)}01`, day },
    ...{ before: '10', after: '13', price: '', targetPrice: '', currency },
  };
}

/** With the price of a candidate, and the seats and the term of a subscription. */
export function withCandidate(draft: Draft, found: PriceCandidate, locale: string): Draft {
  const { plan, currency, price, seats, termStart } = found;
  const change = (Number(draft.after) || 0) - (Number(draft.before) || 0);
  return {
    ...{ ...draft, plan, currency, price: typedText({ kind: 'decimal', decimal: price }, PRICE, locale) },
    ...(seats === undefined ? {} : { before: String(seats), after: String(Math.max(0, seats + change)) }),
    ...(termStart === undefined ? {} : { termStart: dayToText(termStart) }),
  };
}

export type DraftErrors = Partial<Record<keyof Draft, string>>;

export interface ReadDraft {
  readonly errors: DraftErrors;
  /** Undefined while something is missing. */
  readonly question: ProrationQuestion | undefined;
}

export function hasDay(event: SheetEvent): boolean {
  return event !== 'new' && event !== 'renew' && event !== 'cycleCharge';
}
export function hasAfter(event: SheetEvent): boolean {
  return event === 'addQuantity' || event === 'removeQuantity';
}
export function hasTarget(event: SheetEvent): boolean {
  return event === 'convert' || event === 'moveQuantity';
}

export function readDraft(draft: Draft, locale: string): ReadDraft {
  const errors: { -readonly [K in keyof DraftErrors]: DraftErrors[K] } = {};
  const decimal = (field: 'before' | 'after' | 'price' | 'targetPrice', type: CellType): Exact | undefined => {
    const read = readTyped(draft[field], type, locale);
    if (!read.ok) errors[field] = read.error;
    return read.ok && read.value.kind === 'decimal' ? parseExact(read.value.decimal) : undefined;
  };
  const day = (field: 'termStart' | 'day'): Day | undefined => {
    const found = parseDay(draft[field]);
    if (found === undefined)
      errors[field] = draft[field] === '' ? typedWords.empty : typedWords.noSuchDay(draft[field]);
    return found;
  };
  const currency = draft.currency.trim().toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) errors.currency = text.notCurrency(draft.currency);
  const { event, plan } = draft;
  const [termStart, on] = [day('termStart'), day('day')];
  const before = decimal('before', SEATS);
  const after = hasAfter(event) ? decimal('after', SEATS) : before;
  const price = decimal('price', PRICE);
  const targetPrice = hasTarget(event) ? decimal('targetPrice', PRICE) : ZERO;
  const isWhole = errors.currency === undefined && termStart !== undefined && on !== undefined;
  if (!isWhole || !before || !after || !price || !targetPrice) return { errors, question: undefined };
  const digits = minorDigits(currency);
  const seats = { before: before.num, after: after.num };
  return { errors, question: { ...{ event, plan, termStart, day: on, price, targetPrice, digits }, ...seats } };
}
