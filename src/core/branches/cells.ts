/** Values over imported cells as assumptions: `overrides["subscription"]["column"]`. There may be a hundred thousand. */
import { isOverrideColumn } from '../overrides/override-columns.ts';
import { type Override, type OverrideChange, type Overrides, changeOverrides } from '../overrides/override.ts';
import type { AssumptionPath } from '../scenario/notes.ts';
import { asCellOverride } from '../scenario/read-overrides.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { entryPath, parsePath } from './path.ts';
import { isSameValue } from './same.ts';
import type { Section, Settings } from './section.ts';

const NAME = 'overrides';
const pathOf = (id: string, column: string): AssumptionPath => entryPath(NAME, [id, column]);

function all({ overrides }: Scenario): Settings {
  const cells = new Map<AssumptionPath, Override>();
  for (const [id, row] of overrides) for (const [column, cell] of row) cells.set(pathOf(id, column), cell);
  return cells;
}

/** Rows that both share are not looked into. */
function changes({ overrides: before }: Scenario, { overrides: after }: Scenario): Settings {
  const found = new Map<AssumptionPath, unknown>();
  if (before === after) return found;
  for (const [id, row] of before) noteGone(id, row, after.get(id), found);
  for (const [id, row] of after) {
    const former = before.get(id);
    if (former === row) continue;
    for (const [column, cell] of row) if (!isSameValue(former?.get(column), cell)) found.set(pathOf(id, column), cell);
  }
  return found;
}

type Row = Overrides extends ReadonlyMap<string, infer R> ? R : never;

function noteGone(id: string, row: Row, now: Row | undefined, found: Map<AssumptionPath, unknown>): void {
  if (row === now) return;
  for (const column of row.keys()) if (!now?.has(column)) found.set(pathOf(id, column), undefined);
}

function apply(scenario: Scenario, settings: Settings): Scenario {
  const cells = [...settings].flatMap(([path, value]): readonly OverrideChange[] => {
    const [id = '', column = ''] = parsePath(path)?.keys ?? [];
    return isOverrideColumn(column) ? [{ id, column, override: value as Override | undefined }] : [];
  });
  return { ...scenario, overrides: changeOverrides(scenario.overrides, cells) };
}

export const cellSection: Section = {
  name: NAME,
  all,
  changes,
  apply,
  write: (_, value) => value,
  read: (path, keys, value, problems) => {
    const [subscriptionId, column] = keys;
    if (keys.length !== 2 || typeof value !== 'object') return undefined;
    const cell = asCellOverride({ ...value, subscriptionId, column }, path, problems);
    return cell?.id === subscriptionId ? cell?.override : undefined;
  },
};
