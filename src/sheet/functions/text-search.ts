/** Texts found in texts and replaced. */
import type { FunctionSpec } from '../formula/function-spec.ts';
import { errorOf, type Value } from '../formula/value.ts';
import { define, optional, text, whole } from './params.ts';
import { patternOf } from './wildcard.ts';

const VALUE = errorOf('#VALUE!');

/** Where a text stands in another, counted from 1; case counts, wildcards do not. */
function find(wanted: string, within: string, start: number): Value {
  if (start < 1 || start > within.length + 1) return VALUE;
  const found = within.indexOf(wanted, start - 1);
  return found < 0 ? VALUE : found + 1;
}

/** Where a pattern stands in a text, counted from 1; case does not count. */
function search(wanted: string, within: string, start: number): Value {
  if (start < 1 || start > within.length + 1) return VALUE;
  const found = patternOf(wanted, false).exec(within.slice(start - 1));
  return found === null ? VALUE : found.index + start;
}

/** SUBSTITUTE: every place, or only the n-th. */
function substitute(value: string, old: string, replacement: string, nth: number | undefined): Value {
  if (nth !== undefined && nth < 1) return VALUE;
  if (old === '') return value;
  if (nth === undefined) return value.replaceAll(old, () => replacement);
  let at = value.indexOf(old);
  for (let count = 1; count < nth && at >= 0; count++) at = value.indexOf(old, at + old.length);
  return at < 0 ? value : value.slice(0, at) + replacement + value.slice(at + old.length);
}

function replace(value: string, start: number, count: number, replacement: string): Value {
  if (start < 1 || count < 0) return VALUE;
  return value.slice(0, start - 1) + replacement + value.slice(start - 1 + count);
}

export const TEXT_SEARCH: readonly FunctionSpec[] = [
  define('FIND', [text, text, optional(whole, 1)], ([wanted, within, start]) => find(wanted, within, start)),
  define('SEARCH', [text, text, optional(whole, 1)], ([wanted, within, start]) => search(wanted, within, start)),
  define('SUBSTITUTE', [text, text, text, optional(whole, undefined)], ([value, old, replacement, nth]) =>
    substitute(value, old, replacement, nth),
  ),
  define('REPLACE', [text, whole, whole, text], ([value, start, count, replacement]) =>
    replace(value, start, count, replacement),
  ),
];
