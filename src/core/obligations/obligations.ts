/** What the user says about agreements and programmes: the part of the document behind the screen Obligations. */
import { readPacks } from './packs.ts';
import { NO_PROGRAMME, type Programme, readProgramme } from './programme.ts';
import { NO_READINESS, type Readiness, readReadiness } from './readiness.ts';
import { NO_REGISTER, type Register, readRegister } from './register.ts';
import type { ObligationPack } from './rules/types.ts';
import { NO_TERMS, type Terms, readTerms } from './terms.ts';

export interface Obligations {
  readonly register: Register;
  readonly programme: Programme;
  readonly terms: Terms;
  readonly readiness: Readiness;
  readonly packs: readonly ObligationPack[];
}

export const NO_OBLIGATIONS: Obligations = {
  register: NO_REGISTER,
  programme: NO_PROGRAMME,
  terms: NO_TERMS,
  readiness: NO_READINESS,
  packs: [],
};

/** As it was stored, part by part: what a part cannot read falls back to nothing said. */
export function readObligations(value: unknown): Obligations {
  if (typeof value !== 'object' || value === null) return NO_OBLIGATIONS;
  const { register, programme, terms, readiness, packs } = value as Readonly<Record<string, unknown>>;
  return {
    register: readRegister(register),
    programme: readProgramme(programme),
    terms: readTerms(terms),
    readiness: readReadiness(readiness),
    packs: readPacks(packs),
  };
}
