/** Agreements of fixtures, read as stored ones are. */
import { parseDay } from '../../../../src/core/days.ts';
import { readTerms } from '../../../../src/core/obligations/terms.ts';
import type { Agreement, Terms } from '../../../../src/core/obligations/terms/types.ts';

export function day(text: string): number {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`no day: ${text}`);
  return parsed;
}

export function agreementOf(fields: object): Agreement {
  const [agreement] = readTerms({ agreements: [{ id: '1', ...fields }] }).agreements;
  if (!agreement) throw new Error('no agreement');
  return agreement;
}

export function termsOf(fields: object): Terms {
  return readTerms({ applies: { csp: 'yes', cspp: 'yes', plus: 'yes' }, ...fields });
}

/** The first of a list that has one. */
export function first<T>(list: readonly T[]): T {
  const [one] = list;
  if (one === undefined) throw new Error('an empty list');
  return one;
}
