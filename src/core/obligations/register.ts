/** The MCA register, what the user entered or attested about customers’ acceptances, and its log: remembered with the workbook. */

export type Register = Readonly<Record<string, never>>;

export const NO_REGISTER: Register = {};

/** As it was stored; what is unknown is left out. */
export function readRegister(_value: unknown): Register {
  return NO_REGISTER;
}
