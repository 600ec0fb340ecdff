/** Assumptions in words: what each is called, and how its value reads. */
import type { AssumptionPath } from '../../core/scenario/notes.ts';
import { type Assumption, type SectionName, assumptionAt } from '../../core/branches/values.ts';
import { parsePath } from '../../core/branches/path.ts';
import { parseDay } from '../../core/days.ts';
import type { Format } from '../../core/format.ts';
import { assumptionsText } from '../../core/text/en/assumptions.ts';
import { scenarioWords as text } from '../../core/text/en/scenario-words.ts';
import { columnTitle } from '../changes/changed-cells.ts';
import { percentText } from './percent.ts';
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
      return wordOf(text.fields, path);
  }
}

/** A word of a catalogue; the key itself where it has none. */
function wordOf(words: Readonly<Record<string, unknown>>, key: string): string {
  const word = Object.hasOwn(words, key) ? words[key] : undefined;
  return typeof word === 'string' ? word : key;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Elements that speak of the same are told apart by the number at the end of their keys. */
function numbered(name: string, keys: readonly string[], usual: number): string {
  const last = keys.at(-1) ?? '';
  const isNumber =
    /^#\d+$/.test(last) && (usual > 0 ? keys.length > usual : keys.length % 2 === (keys[0] === '*' ? 0 : 1));
  return isNumber ? text.numbered(name, last.slice(1)) : name;
}

/** What an element matches, from the keys of its path: names and values by turns. */
function matchWords(keys: readonly string[], names: Names): string {
  const words: string[] = [];
  for (let at = 0; at + 1 < keys.length; at += 2) {
    const [field = '', value = ''] = [keys[at], keys[at + 1]];
    if (Object.hasOwn(text.match, field))
      words.push(text.match[field as keyof typeof text.match](named(field, value, names)));
  }
  return words.join(', ') || text.all;
}

function named(field: string, value: string, names: Names): string {
  if (field === 'customerId') return names.customer(value);
  if (field === 'productId') return names.product(value);
  return field === 'subscriptionId' ? names.subscription(value) : value;
}

function dayWords(day: string, format: Format): string {
  const parsed = parseDay(day);
  return parsed === undefined ? day : format.day(parsed);
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
      return fieldWords(path, assumption.value, format);
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
