/** How far a figure lies from its reference: exact, in its own unit and as a share. */
import { type Exact, fraction } from './exact.ts';
import { safeMinor } from './money.ts';

export interface Variance {
  /** The figure less its reference, in the figure's unit (minor units, or a count). */
  readonly difference: number;
  /** The difference as a share of the reference's size, so that its sign is that of the difference; undefined of nothing. */
  readonly ratio: Exact | undefined;
}

/** @param figure and @param reference whole numbers of one unit */
export function varianceOf(figure: number, reference: number): Variance {
  const difference = safeMinor(figure - reference);
  return { difference, ratio: reference === 0 ? undefined : fraction(difference, Math.abs(reference)) };
}
