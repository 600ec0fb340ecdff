/** The key of a report without names: what its codes stand for. It stays with the sender. */

export const KEY_SCHEMA = 'termwise/key@1';

export interface KeyFile {
  /** SHA-256 of the report that it belongs to. */
  readonly report: string;
  /** What each code stands for. */
  readonly names: ReadonlyMap<string, string>;
}

export function writeKeyFile({ report, names }: KeyFile): string {
  const sorted = [...names].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify({ schema: KEY_SCHEMA, report, names: Object.fromEntries(sorted) }, undefined, 2)}\n`;
}

/** Undefined: this is no key. */
export function readKeyFile(text: string): KeyFile | undefined {
  const value = parsed(text);
  if (typeof value !== 'object' || value === null) return undefined;
  const { schema, report, names } = value as { schema?: unknown; report?: unknown; names?: unknown };
  if (schema !== KEY_SCHEMA || typeof report !== 'string' || typeof names !== 'object' || names === null)
    return undefined;
  const entries = Object.entries(names).filter((entry): entry is [string, string] => typeof entry[1] === 'string');
  return { report, names: new Map(entries) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
