/** Decoders of objects some of whose keys must be there. */
import { type Decoder, fail } from './decoders.ts';

/** An object that must have some of its keys; `defaults` fills the others. */
export function required<T extends object>(
  decoder: Decoder<Partial<T>>,
  keys: readonly (keyof T & string)[],
  defaults?: Partial<T>,
): Decoder<T> {
  return (value, path, problems) => {
    const before = problems.length;
    const read = decoder(value, path, problems);
    if (read === undefined || problems.length > before) return undefined;
    const whole = { ...defaults, ...read };
    const missing = keys.filter((key) => whole[key] === undefined);
    for (const key of missing) fail(problems, 'scenario-missing-key', `${path}.${key}`);
    return missing.length === 0 ? (whole as T) : undefined;
  };
}
