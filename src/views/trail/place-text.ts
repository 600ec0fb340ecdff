import type { Format } from '../../core/format.ts';
import { trailText } from '../../core/text/en/trail.ts';
import type { Place } from './places.ts';

/** A file and its row in words. */
export function placeText({ file, line }: Place, format: Format): string {
  return trailText.place(file, line === undefined ? undefined : format.count(line));
}
