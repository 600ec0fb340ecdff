/**
 * Groups of rows that share the values of one or several columns. Rows come sorted by these columns, so every group is a
 * stretch of their order, and the groups inside it follow it.
 */
import type { ColumnWords } from './sort-steps.ts';

/** All groups of all levels, each before the groups inside it; plain arrays by group. */
export interface Groups {
  readonly count: number;
  /** 0 for the outermost. */
  readonly level: Uint8Array;
  /** The group that it lies in; −1 for the outermost. */
  readonly parent: Int32Array;
  /** The stretch of the order that the group covers: from `start` up to, not including, `end`. */
  readonly start: Uint32Array;
  readonly end: Uint32Array;
}

/** Rows of the view: a row of the table, or `groupRow(group)`. */
export type ViewRows = Int32Array;

const STEP = 65_536;

/** A group as an entry of `ViewRows`. */
export function groupRow(group: number): number {
  return -1 - group;
}

/** The group of an entry of `ViewRows`; undefined for a row of the table. */
export function groupOf(viewRow: number): number | undefined {
  return viewRow < 0 ? -1 - viewRow : undefined;
}

/**
 * The groups of sorted rows, in steps.
 * @param order rows sorted by the levels first
 * @param levels the sort words of each grouping column, the outermost first
 */
export function* groupSteps(order: Uint32Array, levels: readonly ColumnWords[]): Generator<undefined, Groups> {
  const level: number[] = [];
  const parent: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const open: number[] = [];
  for (let at = 0; at < order.length; at++) {
    if (at % STEP === STEP - 1) yield;
    const broken = at === 0 ? 0 : brokenLevel(levels, order[at - 1] ?? 0, order[at] ?? 0);
    for (let depth = broken; depth < levels.length; depth++) {
      const before = open[depth];
      if (before !== undefined) end[before] = at;
      open[depth] = level.length;
      level.push(depth);
      parent.push(depth === 0 ? -1 : (open[depth - 1] ?? -1));
      start.push(at);
      end.push(order.length);
    }
  }
  return {
    count: level.length,
    level: Uint8Array.from(level),
    parent: Int32Array.from(parent),
    start: Uint32Array.from(start),
    end: Uint32Array.from(end),
  };
}

/** The outermost level at which two rows differ; the number of levels when they share all. */
function brokenLevel(levels: readonly ColumnWords[], before: number, row: number): number {
  for (let depth = 0; depth < levels.length; depth++) {
    for (const word of levels[depth] ?? []) if (word[before] !== word[row]) return depth;
  }
  return levels.length;
}

/** The groups that a group lies in, the outermost first and itself last. */
export function pathOf({ parent }: Groups, group: number): readonly number[] {
  const path: number[] = [];
  for (let at = group; at >= 0; at = parent[at] ?? -1) path.unshift(at);
  return path;
}
