/** What one amount becomes when each input moves, with the inputs in words. */
import type { TornadoInput } from '../../charts/uncertainty/tornado.ts';
import { fraction } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import type { Minor } from '../../core/money.ts';
import type { UncertainMatch } from '../../core/scenario/uncertainty.ts';
import { uncertaintyText } from '../../core/text/en/uncertainty.ts';
import { type InputSwing, TRIAL_AMOUNTS, type TrialAmount } from '../../sim/uncertainty/types.ts';
import type { Trials } from '../../state/uncertainty-run.svelte.ts';
import { MATCH_FIELDS, type NameOf } from './input-words.ts';

const { words, whatShort, outcomes } = uncertaintyText;

/** Factors of a plan are in millionths. */
const UNCHANGED = 1_000_000;
const PER_PERCENT = UNCHANGED / 100;

export interface Swings {
  /** With every input at its median, minor units. */
  readonly median: Minor;
  readonly inputs: readonly TornadoInput[];
}

export function swingsOf(
  { facts, known, uncertain }: Trials,
  amount: TrialAmount,
  currency: string,
  format: Format,
  nameOf: NameOf,
): Swings {
  const at = facts.currencies.indexOf(currency) * TRIAL_AMOUNTS.length + TRIAL_AMOUNTS.indexOf(amount);
  const { median, swings } = known.tornado;
  return {
    median: median[at] ?? 0,
    inputs: swings.map((swing) => {
      const { index, what, low, high, values } = swing;
      const match = uncertain[index]?.match ?? {};
      return {
        index,
        name: [whatShort[what], ...namesIn(match, nameOf)].join(', '),
        lowValue: valueText(what, values.p10, format),
        highValue: valueText(what, values.p90, format),
        atLow: low[at] ?? 0,
        atHigh: high[at] ?? 0,
      };
    }),
  };
}

/** Names without what they are: there is little room beside a bar. */
function namesIn(match: UncertainMatch, nameOf: NameOf): readonly string[] {
  return MATCH_FIELDS.flatMap((field) => {
    const value = match[field];
    return value === undefined ? [] : [nameOf(field, value)];
  });
}

function valueText(what: InputSwing['what'], value: number, format: Format): string {
  if (what === 'outcome') return outcomes[value] ?? '';
  if (what === 'bridgeDays') return words.days(format.count(value));
  return words.percent(format.exact(fraction(value - UNCHANGED, PER_PERCENT), [0, 2], 'always'));
}
