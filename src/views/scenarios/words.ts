/** Assumptions in words: what each is called, and how its value reads. */
import type { AssumptionPath } from '../../core/scenario/notes.ts';
import { type Assumption, type SectionName, assumptionAt } from '../../core/branches/values.ts';
import { parsePath } from '../../core/branches/path.ts';
import type { Format } from '../../core/format.ts';
import { assumptionsText } from '../../core/text/en/assumptions.ts';
import { scenarioWords as text } from '../../core/text/en/scenario-words.ts';
import { columnTitle } from '../changes/changed-cells.ts';
import { percentText } from './percent.ts';
import { azureName, azureWords } from './azure-words.ts';
import { capital, dayWords, matchWords, numbered } from './match-words.ts';
import type { Names } from './names.ts';
import { clauseWords, decisionWords, inputWords, marginWords, noteWords, priceWords } from './value-words.ts';

/** What a list of assumptions is grouped by. */
export type WordGroup = keyof typeof text.groups;

/** The group of a path. */
export function groupOf(path: AssumptionPath): WordGroup {
  const section = parsePath(path)?.section ?? '';
  const groups = Object.keys(text.groups) as WordGroup[];
  // The longest name that begins the section's: `est.twins` before `est`.
  const found = groups.filter((group) => section === group || section.startsWith(`${group}.`));
  return found.sort((one, other) => other.length - one.length)[0] ?? 'meta';
}

/** What an assumption is called: `EST_Uplift`, `Customer Contoso`. */
export function nameOf(path: AssumptionPath, names: Names, format: Format): string {
  const { section = '', keys = [] } = parsePath(path) ?? {};
  const [first = '', second = ''] = keys;
  if (first === 'order' && !path.includes('[')) return text.order(text.groups[groupOf(path)]);
  switch (section as SectionName) {
    case 'est':
      return wordOf(assumptionsText.names, first);
    case 'est.twins':
      return numbered(`${names.product(first)}, ${text.match.skuId(second)}`, keys, 3);
    case 'priceChanges':
      return numbered(text.priceChange(matchWords(keys.slice(2), names), dayWords(first, format)), keys.slice(2), 0);
    case 'fx.shocks':
      return numbered(text.shock(first, dayWords(second, format)), keys, 2);
    case 'fx.rates':
      return numbered(text.rate(first, second), keys, 2);
    case 'decisions':
      return numbered(capital(matchWords(keys, names)), keys, 0);
    case 'margin.customers':
    case 'clauses':
      return text.customer(names.customer(first));
    case 'margin.subscriptions':
      return text.subscription(names.subscription(first));
    case 'overrides':
      return text.cell(names.subscription(first), columnTitle(second));
    case 'uncertainty.inputs':
      return text.about(wordOf(text.uncertain, first), matchWords(keys.slice(1), names));
    case 'uncertainty.limits':
      return text.limit(first, second);
    case 'meta':
      return text.note(nameOf(first, names, format));
    default:
      return azureName(section, keys, names, format) ?? wordOf(text.fields, path);
  }
}

/** A word of a catalogue; the key itself where it has none. */
function wordOf(words: Readonly<Record<string, unknown>>, key: string): string {
  const word = Object.hasOwn(words, key) ? words[key] : undefined;
  return typeof word === 'string' ? word : key;
}

/** The value of a path in words with its unit; nothing there: `none`. */
export function valueOf(path: AssumptionPath, value: unknown, format: Format): string {
  const assumption = assumptionAt(path, value);
  if (assumption) return assumptionWords(path, assumption, format);
  return groupOf(path) === 'overrides' ? text.imported : text.none;
}

function assumptionWords(path: AssumptionPath, assumption: Assumption, format: Format): string {
  switch (assumption.section) {
    case 'order':
      return text.entries(format.count(assumption.value.length));
    case 'est.twins':
      return assumption.value.isEst ? text.twin.yes : text.twin.no;
    case 'priceChanges':
      return priceWords(assumption.value, format);
    case 'fx.shocks':
      return text.moved.percent(format.decimal(assumption.value.percent));
    case 'fx.rates':
      return format.decimal(assumption.value.rate);
    case 'decisions':
      return decisionWords(assumption.value, format);
    case 'margin.customers':
    case 'margin.subscriptions':
      return marginWords(assumption.value);
    case 'clauses':
      return clauseWords(assumption.value, format);
    case 'overrides':
      return assumption.value.value === '' ? text.emptied : assumption.value.value;
    case 'uncertainty.inputs':
      return inputWords(assumption.value);
    case 'uncertainty.limits':
      return text.above(format.decimal(assumption.value.above));
    case 'meta':
      return noteWords(assumption.value, format);
    default:
      return azureWords(assumption, format) ?? fieldWords(path, assumption.value, format);
  }
}

function fieldWords(path: AssumptionPath, value: unknown, format: Format): string {
  const [, field = ''] = /^est\.(.*)$/.exec(path) ?? [];
  if (field.startsWith('uplift')) return percentText(String(value), format);
  if (field === 'bridgeDays')
    return value === null ? assumptionsText.none : `${format.count(Number(value))} ${assumptionsText.days}`;
  if (field.startsWith('eligible') && typeof value === 'number') return format.day(value);
  if (field !== '') return wordOf(choicesOf(assumptionsText.choices, field), String(value));
  if (path === 'margin.business') return marginOf(value);
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (typeof value === 'number') return format.count(value);
  if (typeof value === 'string') return wordOf(choicesOf(text.choices, path), value);
  return value === null ? text.none : JSON.stringify(value);
}

function choicesOf(
  choices: Readonly<Record<string, Readonly<Record<string, string>>>>,
  key: string,
): Readonly<Record<string, string>> {
  return Object.hasOwn(choices, key) ? (choices[key] ?? {}) : {};
}

function marginOf(value: unknown): string {
  const assumption = assumptionAt('margin.customers["*"]', value);
  return assumption?.section === 'margin.customers' ? marginWords(assumption.value) : text.none;
}
