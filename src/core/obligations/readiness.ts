/** Evidence for the entry to CSPP Plus: remembered with the workbook. */

export type Readiness = Readonly<Record<string, never>>;

export const NO_READINESS: Readiness = {};

/** As it was stored; what is unknown is left out. */
export function readReadiness(_value: unknown): Readiness {
  return NO_READINESS;
}
