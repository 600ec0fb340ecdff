/** Values that are changed on their card: numbers, days, choices. Others are changed on their own screen. */
import { type Assumption, assumptionAt } from '../../core/branches/values.ts';
import type { Format } from '../../core/format.ts';
import { type Result, err, ok } from '../../core/result.ts';
import type { AssumptionPath } from '../../core/scenario/notes.ts';
import type { EstAssumptions, MarginRule } from '../../core/scenario/scenario.ts';
import { scenarioWords } from '../../core/text/en/scenario-words.ts';
import { scenariosText } from '../../core/text/en/scenarios.ts';
import { type EstKey, estField, readInput } from '../assumptions/est-fields.ts';
import { numberOf, percentOf, shareOf } from './percent.ts';

export interface CardControl {
  readonly control: 'number' | 'date' | 'choice';
  /** As the control holds it. */
  readonly input: string;
  readonly unit: string;
  readonly choices: readonly { readonly value: string; readonly text: string }[];
}

const FLAGS = [
  { value: 'true', text: scenarioWords.yes },
  { value: 'false', text: scenarioWords.no },
];

/** How the value of a card is changed; undefined: not here. */
export function controlOf(
  path: AssumptionPath,
  value: unknown,
  est: EstAssumptions,
  format: Format,
): CardControl | undefined {
  const key = estKey(path);
  if (key) {
    const { control, input, choices } = estField(key, est, format);
    const isNumber = control === 'percent' || control === 'days';
    return { control: isNumber ? 'number' : control, input, unit: unitOf(control), choices };
  }
  if (typeof value === 'boolean') return { control: 'choice', input: String(value), unit: '', choices: FLAGS };
  const choices = choicesOf(path);
  if (choices && typeof value === 'string') return { control: 'choice', input: value, unit: '', choices };
  const number = numberIn(path, value);
  return number && { control: 'number', input: number.text, unit: number.unit, choices: [] };
}

function unitOf(control: string): string {
  return control === 'percent' ? '%' : control === 'days' ? 'd' : '';
}

/** What was typed as a value, or in words why it is none. */
export function readControl(
  path: AssumptionPath,
  value: unknown,
  typed: string,
  est: EstAssumptions,
  format: Format,
): Result<unknown, string> {
  const key = estKey(path);
  if (key) {
    const read = readInput(key, typed, est, format);
    return read.ok ? ok(read.value[key]) : read;
  }
  if (typeof value === 'boolean') return ok(typed === 'true');
  if (choicesOf(path)) return ok(typed);
  const number = numberOf(typed);
  const changed = number === undefined ? undefined : numberIn(path, value)?.with(number);
  return changed === undefined ? err(scenariosText.cards.notNumber(typed)) : ok(changed);
}

function estKey(path: AssumptionPath): EstKey | undefined {
  return /^est\.(\w+)$/.exec(path)?.[1] as EstKey | undefined;
}

function choicesOf(path: AssumptionPath): CardControl['choices'] | undefined {
  const all: Readonly<Record<string, Readonly<Record<string, string>>>> = scenarioWords.choices;
  const words = Object.hasOwn(all, path) ? all[path] : undefined;
  return words && Object.entries(words).map(([value, text]) => ({ value, text }));
}

interface NumberIn {
  readonly text: string;
  readonly unit: string;
  readonly with: (number: string) => unknown;
}

/** Decimals that are a field of their own. */
const PLAIN_NUMBERS: readonly AssumptionPath[] = ['azure.markupPercent', 'azure.stress.factor'];

/** The one number that a value is about. */
function numberIn(path: AssumptionPath, value: unknown): NumberIn | undefined {
  const isPlain = path.startsWith('uncertainty.loadings.') || PLAIN_NUMBERS.includes(path);
  if (isPlain && typeof value === 'string') return { text: value, unit: '', with: (number) => number };
  const own = assumptionAt(path === 'margin.business' ? 'margin.customers["*"]' : path, value);
  return own && numberOfElement(own);
}

function numberOfElement(own: Assumption): NumberIn | undefined {
  switch (own.section) {
    case 'priceChanges': {
      const { value } = own;
      const unit = value.kind === 'percent' ? '%' : '';
      return { text: value.value, unit, with: (number) => ({ ...value, value: number }) };
    }
    case 'fx.shocks': {
      const { value } = own;
      return { text: value.percent, unit: '%', with: (percent) => ({ ...value, percent }) };
    }
    case 'fx.rates': {
      const { value } = own;
      return { text: value.rate, unit: '', with: (rate) => ({ ...value, rate }) };
    }
    case 'uncertainty.limits': {
      const { value } = own;
      return { text: value.above, unit: value.currency, with: (above) => ({ ...value, above }) };
    }
    case 'azure.changes': {
      const { value } = own;
      return { text: value.percent, unit: '%', with: (percent) => ({ ...value, percent }) };
    }
    case 'azure.commitments': {
      const { value } = own;
      return { text: value.perHour, unit: '', with: (perHour) => ({ ...value, perHour }) };
    }
    case 'azure.budgets': {
      const { value } = own;
      return { text: value.amount, unit: value.currency, with: (amount) => ({ ...value, amount }) };
    }
    case 'azure.limits': {
      const { value } = own;
      return { text: value.limit, unit: value.currency, with: (limit) => ({ ...value, limit }) };
    }
    case 'margin.customers':
    case 'margin.subscriptions':
      return marginNumber(own.value);
    default:
      return undefined;
  }
}

function marginNumber(rule: MarginRule): NumberIn {
  return rule.kind === 'fixed'
    ? { text: rule.price, unit: '', with: (price) => ({ ...rule, price }) }
    : { text: rule.percent, unit: '%', with: (percent) => ({ ...rule, percent }) };
}

/** Bounds of a range are typed as their value is: shares of the file as percentages. */
export function boundText(path: AssumptionPath, bound: string | undefined): string {
  return bound === undefined ? '' : isShare(path) ? percentOf(bound) : bound;
}

/** A typed bound as the file holds it; undefined: nothing was typed. */
export function readBound(path: AssumptionPath, typed: string): Result<string | undefined, string> {
  if (typed.trim() === '') return ok(undefined);
  const read = isShare(path) ? shareOf(typed) : numberOf(typed);
  return read === undefined ? err(scenariosText.cards.notNumber(typed)) : ok(read);
}

function isShare(path: AssumptionPath): boolean {
  return path.startsWith('est.uplift');
}
