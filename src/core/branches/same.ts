/** Whether two values of a scenario say the same: the order of keys and keys that say nothing do not matter. */
import { compareCodeUnits } from '../compare-text.ts';

export function isSameValue(one: unknown, other: unknown): boolean {
  return Object.is(one, other) || canonicalText(one) === canonicalText(other);
}

/** One text for all values that say the same. */
export function canonicalText(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(ordered(value));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => compareCodeUnits(a, b))
    .map(([key, item]) => [key, ordered(item)]);
}
