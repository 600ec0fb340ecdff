/** Values over imported cells as assumptions: `overrides["subscription"]["column"]`. There may be a hundred thousand. */
import { isOverrideColumn } from '../overrides/override-columns.ts';
import {
  type Override,
  type OverrideChange,
  type Overrides,
  type RowOverrides,
  changeOverrides,
} from '../overrides/override.ts';
import type { AssumptionPath } from '../scenario/notes.ts';
import { asCellOverride } from '../scenario/read-overrides.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { entryPath, parsePath } from './path.ts';
import { remembered } from './remember.ts';
import type { Section, Settings } from './section.ts';

const NAME = 'overrides';
const pathOf = (id: string, column: string): AssumptionPath => entryPath(NAME, [id, column]);

function all({ overrides }: Scenario): Settings {
  const cells = new Map<AssumptionPath, Override>();
  for (const [id, row] of overrides) for (const [column, cell] of row) cells.set(pathOf(id, column), cell);
  return cells;
}

/** Rows that both share are not looked into; a hundred thousand cells are compared once. */
const changesOf = remembered((before: Overrides, after: Overrides): Settings => {
  const found = new Map<AssumptionPath, unknown>();
  for (const [id, row] of before) noteGone(id, row, after.get(id), found);
  for (const [id, row] of after) {
    const former = before.get(id);
    if (former === row) continue;
    for (const [column, cell] of row) if (!isSameCell(former?.get(column), cell)) found.set(pathOf(id, column), cell);
  }
  return found;
});

function isSameCell(one: Override | undefined, other: Override): boolean {
  if (one === undefined || one === other) return one === other;
  return one.value === other.value && one.author === other.author && one.at === other.at && one.reason === other.reason;
}

function noteGone(id: string, row: RowOverrides, now: RowOverrides | undefined, found: Map<string, unknown>): void {
  if (row === now) return;
  for (const column of row.keys()) if (!now?.has(column)) found.set(pathOf(id, column), undefined);
}

/** The same cells over the same ones are the same object, so that nothing else need be made anew. */
const withCells = remembered((overrides: Overrides, settings: Settings): Overrides => {
  const cells = [...settings].flatMap(([path, value]): readonly OverrideChange[] => {
    const [id = '', column = ''] = parsePath(path)?.keys ?? [];
    return isOverrideColumn(column) ? [{ id, column, override: value as Override | undefined }] : [];
  });
  return changeOverrides(overrides, cells);
});

export const cellSection: Section = {
  name: NAME,
  all,
  changes: ({ overrides: before }, { overrides: after }) => (before === after ? new Map() : changesOf(before, after)),
  apply: (scenario, settings) => ({ ...scenario, overrides: withCells(scenario.overrides, settings) }),
  write: (_, value) => value,
  read: (path, keys, value, problems) => {
    const [subscriptionId, column] = keys;
    if (keys.length !== 2 || typeof value !== 'object') return undefined;
    const cell = asCellOverride({ ...value, subscriptionId, column }, path, problems);
    return cell?.id === subscriptionId ? cell?.override : undefined;
  },
};
