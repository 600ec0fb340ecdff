/** Which scenarios the user put side by side, by their ids; before any choice nothing is said. */
import { isFields, texts } from './stored-parts.ts';

export interface ComparedScenarios {
  readonly chosen?: readonly string[];
  /** The one that the others are held against. */
  readonly reference?: string;
}

/** As it was stored; what is not a choice counts as none. */
export function readCompared(value: unknown): ComparedScenarios {
  if (!isFields(value)) return {};
  const { chosen, reference } = value;
  return {
    ...(Array.isArray(chosen) && { chosen: texts(chosen) }),
    ...(typeof reference === 'string' && { reference }),
  };
}
