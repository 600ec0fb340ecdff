import type { Format } from '../../core/format.ts';
import { trailText } from '../../core/text/en/trail.ts';
import type { Place } from './places.ts';

/** A file and its row in words. */
export function placeText({ file, line }: Place, format: Format): string {
  return trailText.place(file, line === undefined ? undefined : format.count(line));
}

/** The end of a file name that still tells which it is: month, market and extension. */
const KEPT_CHARACTERS = 10;

/** The text of a place in two: a start that may be cut, and the end of the name with the row, which may not. */
export function placeParts(place: Place, format: Format): { readonly start: string; readonly end: string } {
  const whole = placeText(place, format);
  const characters = Array.from(place.file);
  const start = characters.slice(0, Math.max(0, characters.length - KEPT_CHARACTERS)).join('');
  return { start, end: whole.slice(start.length) };
}
