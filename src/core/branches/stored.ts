/** Branches as JSON and back; what another build wrote is validated, never trusted. */
import type { ScenarioProblem } from '../scenario/decoders.ts';
import type { AssumptionPath } from '../scenario/notes.ts';
import type { Branch } from './branch.ts';
import type { ScenarioDiff } from './diff.ts';
import { parsePath } from './path.ts';
import { sectionOf } from './sections.ts';
import { soundBranches } from './tree.ts';

/** Differences as a list, because keys of objects lose their order: `[path, value]`, `[path]` where it is taken away. */
export function writeDiff(diff: ScenarioDiff): readonly (readonly unknown[])[] {
  return [...diff].map(([path, value]) =>
    value === undefined ? [path] : [path, sectionOf(path)?.write(path, value) ?? value],
  );
}

/** The differences that this version can read. */
export function readDiff(value: unknown): ScenarioDiff {
  const diff = new Map<AssumptionPath, unknown>();
  if (!Array.isArray(value)) return diff;
  for (const entry of value as readonly unknown[]) {
    const [path, setting] = Array.isArray(entry) ? (entry as readonly unknown[]) : [];
    if (typeof path !== 'string') continue;
    const section = sectionOf(path);
    const keys = parsePath(path)?.keys;
    if (!section || !keys) continue;
    if (Array.isArray(entry) && entry.length === 1) diff.set(path, undefined);
    else {
      const problems: ScenarioProblem[] = [];
      const read = section.read(path, keys, setting, problems);
      if (read !== undefined && problems.length === 0) diff.set(path, read);
    }
  }
  return diff;
}

export function writeBranch({ diff, ...branch }: Branch): object {
  return { ...branch, diff: writeDiff(diff) };
}

/** Branches that can be read, sound as a tree. */
export function readBranches(value: unknown): readonly Branch[] {
  return Array.isArray(value) ? soundBranches(value.flatMap(readBranch)) : [];
}

function readBranch(value: unknown): readonly Branch[] {
  if (typeof value !== 'object' || value === null) return [];
  const fields = new Map<string, unknown>(Object.entries(value));
  const text = (key: string): string => textOf(fields.get(key)) ?? '';
  const [id, name] = [text('id'), text('name')];
  if (id === '') return [];
  return [
    {
      ...{ id, name, parent: textOf(fields.get('parent')), diff: readDiff(fields.get('diff')) },
      frozen: fields.get('frozen') === true,
      ...{ note: text('note'), created: text('created'), author: text('author') },
    },
  ];
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
