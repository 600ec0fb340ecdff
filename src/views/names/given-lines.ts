/** The names that the scenario gives, with their values in words. */
import type { Format } from '../../core/format.ts';
import { assumptionsText } from '../../core/text/en/assumptions.ts';
import { nameKey } from '../../sheet/formula/needs.ts';
import { dayOfSerial } from '../../sheet/formula/value.ts';
import type { Workbook } from '../../state/workbook.svelte.ts';
import { AS_OF_NAME, GIVEN_NAMES, givenNames } from '../calculation/given-names.ts';
import { cellText } from '../computed/preview.ts';

const { names } = assumptionsText;
const DAYS: ReadonlySet<string> = new Set([names.eligibleStartFrom, names.eligibleEndFrom, AS_OF_NAME]);
const PERCENT: ReadonlySet<string> = new Set([names.upliftMonthly, names.upliftNoMonthly]);
/** Digits of an uplift. */
const DIGITS = 2;

export interface GivenLine {
  readonly name: string;
  readonly value: string;
}

export function givenLines(
  { document, asOf }: Pick<Workbook, 'document' | 'asOf'>,
  format: Format,
): readonly GivenLine[] {
  const given = givenNames(document.scenario.est, asOf, document.horizonMonths);
  return GIVEN_NAMES.map((name) => {
    const value = given.get(nameKey(name)) ?? null;
    if (DAYS.has(name) && typeof value === 'number') return { name, value: format.day(dayOfSerial(value)) };
    const shape = PERCENT.has(name) ? ({ kind: 'percent', digits: DIGITS } as const) : ({ kind: 'general' } as const);
    return { name, value: cellText(value, shape, format) };
  });
}

/** What a name is worth now, in words. @param unit of the name */
export function valueWords(value: Parameters<typeof cellText>[0], unit: string, format: Format): string {
  const shape = unit.trim() === '%' ? ({ kind: 'percent', digits: DIGITS } as const) : ({ kind: 'general' } as const);
  return cellText(value, shape, format);
}
