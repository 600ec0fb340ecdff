/** What is typed of revenue and rates, read: an entry, or in words what is wrong with it. */
import { monthOfDay, parseDay } from '../../../core/days.ts';
import {
  isAmount,
  isCurrency,
  isRate,
  REVENUE_KINDS,
  type TypedRate,
  type TypedRevenue,
} from '../../../core/obligations/programme.ts';
import { err, ok, type Result } from '../../../core/result.ts';
import { obligationsRoleText } from '../../../core/text/en/obligations-role.ts';

const { errors } = obligationsRoleText;

export interface RevenueDraft {
  readonly day: string;
  readonly currency: string;
  readonly amount: string;
  readonly kind: string;
  readonly note: string;
}

export interface RateDraft {
  readonly from: string;
  readonly rate: string;
  readonly day: string;
}

/** Problems by field. */
export type Problems<Draft> = Readonly<Partial<Record<keyof Draft, string>>>;

export function readRevenueDraft(draft: RevenueDraft, unit: string): Result<TypedRevenue, Problems<RevenueDraft>> {
  const day = parseDay(draft.day);
  const currency = draft.currency.trim().toUpperCase();
  const amount = decimalOf(draft.amount);
  const kind = REVENUE_KINDS.find((one) => one === draft.kind) ?? 'csp';
  if (day !== undefined && isCurrency(currency) && isAmount(amount))
    return ok({ unit, month: monthOfDay(day), currency, amount, kind, note: draft.note.trim() });
  return err({
    ...(day === undefined && { day: errors.month }),
    ...(!isCurrency(currency) && { currency: errors.currency }),
    ...(!isAmount(amount) && { amount: errors.amount }),
  });
}

export function readRateDraft(draft: RateDraft, to: string): Result<TypedRate, Problems<RateDraft>> {
  const from = draft.from.trim().toUpperCase();
  const rate = decimalOf(draft.rate);
  if (isCurrency(from) && isRate(rate)) return ok({ from, to, rate, day: parseDay(draft.day) });
  return err({
    ...(!isCurrency(from) && { from: errors.currency }),
    ...(!isRate(rate) && { rate: errors.rate }),
  });
}

/** A real minus is one, and so is a comma a point. */
function decimalOf(typed: string): string {
  return typed.trim().replace('−', '-').replace(',', '.');
}

/** The rates with one in place of what was said of the same currency. */
export function withRate(rates: readonly TypedRate[], rate: TypedRate): readonly TypedRate[] {
  return [...rates.filter(({ from, to }) => from !== rate.from || to !== rate.to), rate];
}
