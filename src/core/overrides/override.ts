/** Edits as a layer: what a user put over an imported cell, with who, when and why. Imported data is never changed. */
import type { OverrideColumn } from './override-columns.ts';

export interface Override {
  /** In the canonical form of the column (see `override-columns.ts`); '' empties the cell. */
  readonly value: string;
  /** The user's own name for themselves; '' when none was given. */
  readonly author: string;
  /** UTC, `2026-11-26T08:30:00Z`. */
  readonly at: string;
  /** '' when none was given. */
  readonly reason: string;
}

/** Overrides of one subscription by column. */
export type RowOverrides = ReadonlyMap<OverrideColumn, Override>;

/** Overrides by subscription id as it is matched (`idKey`). */
export type Overrides = ReadonlyMap<string, RowOverrides>;

export const NO_OVERRIDES: Overrides = new Map<string, RowOverrides>();

/** A cell and what it takes; undefined puts back what was imported. */
export interface OverrideChange {
  /** As it is matched (`idKey`). */
  readonly id: string;
  readonly column: OverrideColumn;
  readonly override: Override | undefined;
}

/** The overrides after changes, of which the last of a cell counts. */
export function changeOverrides(overrides: Overrides, changes: readonly OverrideChange[]): Overrides {
  const next = new Map(overrides);
  const touched = new Map<string, Map<OverrideColumn, Override>>();
  for (const { id, column, override } of changes) {
    let row = touched.get(id);
    if (row === undefined) {
      row = new Map(overrides.get(id));
      touched.set(id, row);
      next.set(id, row);
    }
    if (override) row.set(column, override);
    else row.delete(column);
  }
  for (const [id, row] of touched) if (row.size === 0) next.delete(id);
  return next;
}

/** How many cells are changed. */
export function countOverrides(overrides: Overrides): number {
  let count = 0;
  for (const row of overrides.values()) count += row.size;
  return count;
}

/** Whether two sets of overrides put the same values over the same cells; who, when and why do not matter. */
export function sameValues(one: Overrides, other: Overrides): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  for (const [id, row] of one) {
    const twin = other.get(id);
    if (twin === row) continue;
    if (twin?.size !== row.size) return false;
    for (const [column, { value }] of row) if (twin.get(column)?.value !== value) return false;
  }
  return true;
}
