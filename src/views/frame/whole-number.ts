/** What a person types into a number of the top bar: a whole number in a range, or what was kept and what is allowed. */
import type { Format } from '../../core/format.ts';
import { frameText } from '../../core/text/en/frame.ts';
import { MAX_BRIDGE_DAYS, MAX_HORIZON } from '../../state/document.ts';

export interface WholeNumberField {
  readonly least: number;
  readonly most: number;
  /** Nothing is a value too. */
  readonly mayBeEmpty: boolean;
  /** What is allowed, in words, with a range. */
  readonly allowed: (least: string, most: string) => string;
}

export const HORIZON: WholeNumberField = {
  least: 1,
  most: MAX_HORIZON,
  mayBeEmpty: false,
  allowed: frameText.horizonAllowed,
};
export const BRIDGE: WholeNumberField = {
  least: 0,
  most: MAX_BRIDGE_DAYS,
  mayBeEmpty: true,
  allowed: frameText.bridgeAllowed,
};

/** The value that the text says; undefined: it says none. Null: nothing, where that is allowed. */
export function readWhole(text: string, { least, most, mayBeEmpty }: WholeNumberField): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return mayBeEmpty ? null : undefined;
  const value = Number(trimmed);
  return Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

/** Says that the value in force was kept, and what is allowed. */
export function keptWords(kept: number | null, { least, most, allowed }: WholeNumberField, format: Format): string {
  const value = kept === null ? frameText.noBridge : format.count(kept);
  return frameText.kept(value, allowed(format.count(least), format.count(most)));
}
