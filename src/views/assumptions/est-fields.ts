/** The EST values of the scenario as fields: their name, rule, text, default, and what may be typed. */
import { dayToText, parseDay } from '../../core/days.ts';
import { compare, divide, fraction, multiply, parseExact, toDecimal, ZERO } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { type Result, err, ok } from '../../core/result.ts';
import type { RuleId } from '../../core/rules/rule-book.ts';
import { DEFAULT_EST } from '../../core/scenario/defaults.ts';
import type { EstAssumptions } from '../../core/scenario/scenario.ts';
import { assumptionsText as text } from '../../core/text/en/assumptions.ts';
import { MAX_BRIDGE_DAYS } from '../../state/document.ts';

export type EstKey = Exclude<keyof EstAssumptions, 'twins'>;

/** The rule that each value comes from. */
const RULES: Readonly<Record<EstKey, RuleId>> = {
  upliftMonthly: 'R-005',
  upliftNoMonthly: 'R-006',
  noMonthlyBase: 'D-01',
  listRows: 'R-009',
  bridgeDays: 'R-012',
  eligibleStartFrom: 'R-004',
  eligibleEndFrom: 'R-004',
};

export interface EstField {
  readonly key: EstKey;
  readonly name: string;
  readonly meaning: string;
  readonly rule: RuleId;
  readonly control: 'percent' | 'days' | 'date' | 'choice';
  /** As the control holds it: a percentage without its sign, days, an ISO date, or a choice. */
  readonly input: string;
  readonly differs: boolean;
  /** The default in words. */
  readonly defaultText: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

export function estField(key: EstKey, est: EstAssumptions, format: Format): EstField {
  const input = inputOf(key, est);
  const defaultInput = inputOf(key, DEFAULT_EST);
  return {
    key,
    name: text.names[key],
    meaning: text.meanings[key],
    rule: RULES[key],
    control: CONTROLS[key],
    input,
    differs: input !== defaultInput,
    defaultText: wordsOf(key, defaultInput, format),
    choices: choicesOf(key),
  };
}

const CONTROLS: Readonly<Record<EstKey, EstField['control']>> = {
  upliftMonthly: 'percent',
  upliftNoMonthly: 'percent',
  noMonthlyBase: 'choice',
  listRows: 'choice',
  bridgeDays: 'days',
  eligibleStartFrom: 'date',
  eligibleEndFrom: 'date',
};

const HUNDRED = fraction(100);

function inputOf(key: EstKey, est: EstAssumptions): string {
  switch (key) {
    case 'upliftMonthly':
    case 'upliftNoMonthly':
      return toDecimal(multiply(parseExact(est[key]) ?? ZERO, HUNDRED), 0, 10);
    case 'bridgeDays':
      return est.bridgeDays === null ? '' : String(est.bridgeDays);
    case 'eligibleStartFrom':
    case 'eligibleEndFrom':
      return dayToText(est[key]);
    default:
      return est[key];
  }
}

/** A value in words, such as `3 %` or `1 Apr 2025`. */
function wordsOf(key: EstKey, input: string, format: Format): string {
  switch (CONTROLS[key]) {
    case 'percent':
      return `${format.decimal(input)} ${text.percent}`;
    case 'days':
      return input === '' ? text.none : `${format.count(Number(input))} ${text.days}`;
    case 'date':
      return format.day(parseDay(input) ?? 0);
    default:
      return choicesOf(key).find(({ value }) => value === input)?.text ?? input;
  }
}

function choicesOf(key: EstKey): EstField['choices'] {
  if (key !== 'noMonthlyBase' && key !== 'listRows') return [];
  return Object.entries(text.choices[key]).map(([value, choice]) => ({ value, text: choice }));
}

/** What a typed text changes in the scenario, or in words what is allowed; the value then stays as it is. */
export function readInput(
  key: EstKey,
  typed: string,
  est: EstAssumptions,
  format: Format,
): Result<Partial<EstAssumptions>, string> {
  const wanted = typed.trim();
  const kept = wordsOf(key, inputOf(key, est), format);
  switch (key) {
    case 'upliftMonthly':
    case 'upliftNoMonthly': {
      const share = readShare(wanted);
      return share === undefined ? err(text.percentRange(wanted, kept)) : ok({ [key]: share });
    }
    case 'bridgeDays': {
      if (wanted === '') return ok({ bridgeDays: null });
      const days = /^\d+$/.test(wanted) ? Number(wanted) : NaN;
      return days <= MAX_BRIDGE_DAYS ? ok({ bridgeDays: days }) : err(text.daysRange(wanted, kept));
    }
    case 'eligibleStartFrom':
    case 'eligibleEndFrom': {
      const day = parseDay(wanted);
      return day === undefined ? err(text.dateRange(wanted, kept)) : ok({ [key]: day });
    }
    case 'noMonthlyBase':
      return ok({ noMonthlyBase: wanted === 'annual' ? 'annual' : 'annualBilledMonthly' });
    default:
      return ok({ listRows: wanted === 'use' ? 'use' : 'ignore' });
  }
}

/** `3.5`, `3,5` or `3.5 %` as the share `0.035`; undefined outside of 0 to 100. */
function readShare(typed: string): string | undefined {
  const percent = parseExact(typed.replace(/\s*%$/, '').replace(',', '.'));
  if (percent === undefined || compare(percent, ZERO) < 0 || compare(percent, HUNDRED) > 0) return undefined;
  return toDecimal(divide(percent, HUNDRED), 0, 12);
}

/** Whether an uplift was changed while list rows still win over it: then the change says less than it seems to. */
export function listRowsHideUplift(est: EstAssumptions): boolean {
  const changed = (['upliftMonthly', 'upliftNoMonthly'] as const).some(
    (key) => inputOf(key, est) !== inputOf(key, DEFAULT_EST),
  );
  return changed && est.listRows === 'use';
}

/** Whether any EST value but the twins, which are about the price lists, is not the default. */
export function differsFromDefaults(est: EstAssumptions): boolean {
  return (Object.keys(CONTROLS) as EstKey[]).some((key) => inputOf(key, est) !== inputOf(key, DEFAULT_EST));
}

/** The change that takes every EST value back to its default; the word on twins stays. */
export function defaultValues({ twins }: EstAssumptions): EstAssumptions {
  return { ...DEFAULT_EST, twins };
}
