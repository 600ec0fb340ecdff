/** Values of obligations as they were stored, each looked at before it is believed. */
import type { Day, Month } from '../days.ts';
import { type Fields, isFields } from './fields.ts';

export function isText(value: unknown): value is string {
  return typeof value === 'string';
}

/** Years 1 to 9999. */
export function isDay(value: unknown): value is Day {
  return isWhole(value) && value > -719_163 && value < 2_932_897;
}

export function isMonth(value: unknown): value is Month {
  return isWhole(value) && value >= 12 && value < 120_000;
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value);
}

/** The entries of a list that can be read; none where it is no list. */
export function listOf<T>(value: unknown, read: (fields: Fields) => T | undefined): readonly T[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isFields).flatMap((fields) => read(fields) ?? []);
}
