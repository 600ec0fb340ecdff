/** Values of lists and maps in words. */
import type { Format } from '../../core/format.ts';
import type { AssumptionNote } from '../../core/scenario/notes.ts';
import type { Clause, Decision, MarginRule, PriceChange } from '../../core/scenario/scenario.ts';
import type { Distribution, UncertainInput } from '../../core/scenario/uncertainty.ts';
import { assumptionsText } from '../../core/text/en/assumptions.ts';
import { scenarioWords as text } from '../../core/text/en/scenario-words.ts';

const list = (words: readonly (string | undefined)[]): string =>
  words.filter((word) => word !== undefined && word !== '').join(', ');

export function priceWords({ kind, value, columns }: PriceChange, format: Format): string {
  return list([text.moved[kind](format.decimal(value)), text.columns[columns]]);
}

export function decisionWords({ outcome, bridgeDays, renewTo, reason }: Decision, format: Format): string {
  const { termDuration, billingPlan, quantity } = renewTo ?? {};
  const parts = list([termDuration, billingPlan, quantity === undefined ? '' : text.seats(format.count(quantity))]);
  return list([
    text.outcomes[outcome],
    bridgeDays === undefined ? '' : text.bridge(format.count(bridgeDays)),
    parts === '' ? '' : text.renewTo(parts),
    reason === undefined || reason === '' ? '' : text.because(reason),
  ]);
}

export function marginWords(rule: MarginRule): string {
  const { summary } = assumptionsText;
  return rule.kind === 'fixed' ? summary.fixed(rule.price) : summary.margins[rule.kind](rule.percent);
}

export function clauseWords(clause: Clause, format: Format): string {
  const { passThrough, capPercent, noticeDays, priceLockUntil, noticeGiven } = clause;
  const words = text.clause;
  if (!passThrough) return words.no;
  return list([
    words.yes,
    capPercent === undefined ? '' : words.cap(format.decimal(capPercent)),
    noticeDays === undefined ? '' : words.notice(format.count(noticeDays)),
    priceLockUntil === undefined ? '' : words.locked(format.day(priceLockUntil)),
    noticeGiven === undefined ? '' : words.given(format.day(noticeGiven)),
  ]);
}

export function noteWords({ owner, on, reason, low, high }: AssumptionNote, format: Format): string {
  const isRange = low !== undefined || high !== undefined;
  return list([
    owner === undefined || owner === '' ? '' : text.owner(owner),
    isRange ? text.range(low ?? '', high ?? '') : '',
    on === undefined ? '' : text.seen(format.day(on)),
    reason,
  ]);
}

export function inputWords(input: UncertainInput): string {
  return input.what === 'outcome'
    ? text.shares(input.renews, input.cancels, input.est)
    : distributionWords(input.distribution);
}

function distributionWords(distribution: Distribution): string {
  return `${distribution.kind} ${numbersOf(distribution).join(', ')}`;
}

function numbersOf(distribution: Distribution): readonly string[] {
  switch (distribution.kind) {
    case 'constant':
      return [distribution.value];
    case 'uniform':
      return [distribution.min, distribution.max];
    case 'normal':
    case 'lognormal':
      return [distribution.mean, distribution.sd];
    case 'discrete':
      return distribution.values.map(({ value, weight }) => `${value} (${weight})`);
    default:
      return [distribution.min, distribution.mode, distribution.max];
  }
}
