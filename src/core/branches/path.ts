/** Names of assumptions, taken apart and put together: `est.bridgeDays`, `clauses["…"]`, `overrides["…"]["quantity"]`. */
import type { AssumptionPath } from '../scenario/notes.ts';

export interface PathParts {
  /** The part of the scenario: `est`, `clauses`, `fx.shocks`. */
  readonly section: string;
  /** A field of the part, or what a map or a list is keyed by. */
  readonly keys: readonly string[];
}

/** The path of a field: `est.bridgeDays`. */
export function fieldPath(section: string, field: string): AssumptionPath {
  return `${section}.${field}`;
}

/** The path of an entry of a map or a list. Keys are texts of the user's data: they are quoted, whatever they hold. */
export function entryPath(section: string, keys: readonly string[]): AssumptionPath {
  return section + keys.map((key) => `[${JSON.stringify(key)}]`).join('');
}

/** The part of the scenario that a path lies in. */
export function sectionName(path: AssumptionPath): string {
  const bracket = path.indexOf('[');
  return path.slice(0, bracket < 0 ? Math.max(0, path.lastIndexOf('.')) : bracket);
}

const KEY = /\[("(?:[^"\\]|\\.)*")\]/y;

/** The parts of a path; undefined for a text that is none. */
export function parsePath(path: AssumptionPath): PathParts | undefined {
  const section = sectionName(path);
  if (section === '') return undefined;
  if (path[section.length] === '.') return { section, keys: [path.slice(section.length + 1)] };
  const keys = quotedKeys(path, section.length);
  return keys && { section, keys };
}

function quotedKeys(path: string, from: number): readonly string[] | undefined {
  const keys: string[] = [];
  KEY.lastIndex = from;
  while (KEY.lastIndex < path.length) {
    const [, quoted] = KEY.exec(path) ?? [];
    if (quoted === undefined) return undefined;
    try {
      keys.push(JSON.parse(quoted) as string);
    } catch {
      return undefined;
    }
  }
  return keys;
}
