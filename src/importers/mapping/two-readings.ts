/** Cells that can be read in two ways, both ways: what the user chooses between. */
import { dayToText } from '../../core/days.ts';
import { readParted } from '../cells/dates.ts';
import { readDecimal } from '../cells/decimals.ts';
import type { StyleQuestion } from '../sheet/style.ts';

export interface TwoReadings {
  readonly text: string;
  /** Month first (`YYYY-MM-DD`), or with decimal point (decimal text); undefined when it is none. */
  readonly first: string | undefined;
  /** Day first, or with decimal comma. */
  readonly second: string | undefined;
}

/** Each sample of a question in both readings. */
export function twoReadings({ kind, samples }: Pick<StyleQuestion, 'kind' | 'samples'>): readonly TwoReadings[] {
  const day = (text: string, order: 'mdy' | 'dmy'): string | undefined => {
    const instant = readParted(text.trim(), order);
    return instant && dayToText(instant.day);
  };
  return samples.map((text) =>
    kind === 'date-order'
      ? { text, first: day(text, 'mdy'), second: day(text, 'dmy') }
      : { text, first: readDecimal(text, '.'), second: readDecimal(text, ',') },
  );
}
