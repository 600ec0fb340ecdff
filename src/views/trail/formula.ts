/** A formula in words with its numbers. */
import type { Amount } from '../../sim/types.ts';
import type { TrailContext } from './context.ts';

export interface Formula {
  /** What stands between the name and the result: words, then the same with numbers. */
  readonly steps: readonly string[];
  readonly result: string;
  /** One more sentence about a part of it. */
  readonly more?: string | undefined;
}

const SIGNED: ReadonlySet<Amount> = new Set([
  'extra',
  'promotion',
  'listMove',
  'commitment',
  'estUplift',
  'currencyMove',
]);

/** An amount as the trail shows it: differences carry their sign, costs only a minus. */
export function showAmount(amount: Amount, minor: number, currency: string, { format }: TrailContext): string {
  return SIGNED.has(amount) ? format.signed(minor, currency) : format.amount(minor, currency);
}
