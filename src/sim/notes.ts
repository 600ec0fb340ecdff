/** Note codes of a subscription as bits, so that a million rows hold one small integer each. */

export const NOTES = [
  'above-erp',
  'below-cost',
  'boundary-day',
  'carried-forward',
  'current-assumed',
  'est-base-assumed',
  'est-list-differs',
  'legacy-instruction',
  'promotion-unknown',
  'unknown-action',
] as const;
export type Note = (typeof NOTES)[number];

/** The bit of a note. */
export function noteBit(note: Note): number {
  return 1 << NOTES.indexOf(note);
}

/** The notes in a set of bits, space-separated in alphabetical order. */
export function notesText(bits: number): string {
  return NOTES.filter((_, index) => bits & (1 << index)).join(' ');
}
