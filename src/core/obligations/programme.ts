/** What the user says about their role in the programme: remembered with the workbook. */

export type Programme = Readonly<Record<string, never>>;

export const NO_PROGRAMME: Programme = {};

/** As it was stored; what is unknown is left out. */
export function readProgramme(_value: unknown): Programme {
  return NO_PROGRAMME;
}
