/** What an element of a list speaks of, in words, from the keys of its path. */
import { parseDay } from '../../core/days.ts';
import type { Format } from '../../core/format.ts';
import { scenarioWords as text } from '../../core/text/en/scenario-words.ts';
import type { Names } from './names.ts';

export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Elements that speak of the same are told apart by the number at the end of their keys. */
export function numbered(name: string, keys: readonly string[], usual: number): string {
  const last = keys.at(-1) ?? '';
  const isNumber =
    /^#\d+$/.test(last) && (usual > 0 ? keys.length > usual : keys.length % 2 === (keys[0] === '*' ? 0 : 1));
  return isNumber ? text.numbered(name, last.slice(1)) : name;
}

/** What an element matches: names and values by turns; `all` where it matches everything. */
export function matchWords(keys: readonly string[], names: Names, all: string = text.all): string {
  const words: string[] = [];
  for (let at = 0; at + 1 < keys.length; at += 2) {
    const [field = '', value = ''] = [keys[at], keys[at + 1]];
    if (field.startsWith('tag:')) words.push(text.tag(field.slice(4), value));
    else if (Object.hasOwn(text.match, field))
      words.push(text.match[field as keyof typeof text.match](named(field, value, names)));
  }
  return words.join(', ') || all;
}

function named(field: string, value: string, names: Names): string {
  if (field === 'customerId') return names.customer(value);
  if (field === 'productId') return names.product(value);
  return field === 'subscriptionId' ? names.subscription(value) : value;
}

/** A day of a path as days read. */
export function dayWords(day: string, format: Format): string {
  const parsed = parseDay(day);
  return parsed === undefined ? day : format.day(parsed);
}
