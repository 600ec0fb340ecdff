/** Where earned credit is missing, and since when: told of the widest level that lost it as a whole. */
import { isAmountZero } from '../model/amounts.ts';
import type { TextColumn } from '../../../core/table.ts';
import type { Usage } from '../types.ts';
import { CREDIT_LEVELS, type LossKind } from './types.ts';

/** A loss as its rows. */
export interface LossRows {
  readonly kind: LossKind;
  /** Place in `CREDIT_LEVELS`. */
  readonly level: number;
  /** The lines without it. */
  readonly rows: readonly number[];
}

/** Bits of a day: it has lines with it, and lines without. */
const [WITH, WITHOUT] = [1, 2];

/**
 * Losses of everything that could have earned credit.
 * @param hasCredit 1: with, 2: without, 0: out of the question; by row
 */
export function findLosses(usage: Usage, hasCredit: Uint8Array): readonly LossRows[] {
  const found: LossRows[] = [];
  const rows: number[] = [];
  const { codes, values } = usage.dimensions[CREDIT_LEVELS[0]];
  const hasLoss = new Uint8Array(values.length);
  for (let row = 0; row < usage.rows; row++) {
    if (hasCredit[row] === WITHOUT && !isAmountZero(usage.cost, row)) hasLoss[codes[row] ?? 0] = 1;
  }
  for (let row = 0; row < usage.rows; row++) {
    if (hasLoss[codes[row] ?? 0] === 1 && hasCredit[row] !== 0 && !isAmountZero(usage.cost, row)) rows.push(row);
  }
  const { days } = usage;
  const look = (level: number, own: readonly number[], within: ReadonlySet<number> | undefined): void => {
    const states = statesByDay(own, days, hasCredit);
    if (![...states.values()].some((state) => state !== WITH)) return;
    const isLast = level === CREDIT_LEVELS.length - 1;
    const runs = runsOf(states, within).filter(({ state }) => isLast || state === WITHOUT);
    for (const { kind, rows: lost } of lostRows(runs, own, days, hasCredit)) found.push({ kind, level, rows: lost });
    const mixed = new Set(
      [...states].filter(([day, state]) => state === (WITH | WITHOUT) && isWithin(day, within)).map(([day]) => day),
    );
    const next = CREDIT_LEVELS[level + 1];
    if (mixed.size === 0 || next === undefined) return;
    for (const part of split(own, usage.dimensions[next])) look(level + 1, part, mixed);
  };
  for (const part of split(rows, usage.dimensions[CREDIT_LEVELS[0]])) look(0, part, undefined);
  return found;
}

function split(rows: readonly number[], { codes }: TextColumn): Iterable<readonly number[]> {
  const parts = new Map<number, number[]>();
  for (const row of rows) {
    const code = codes[row] ?? 0;
    const part = parts.get(code);
    if (part) part.push(row);
    else parts.set(code, [row]);
  }
  return parts.values();
}

function statesByDay(rows: readonly number[], days: Int32Array, hasCredit: Uint8Array): ReadonlyMap<number, number> {
  const states = new Map<number, number>();
  for (const row of rows) {
    const day = days[row] ?? 0;
    states.set(day, (states.get(day) ?? 0) | (hasCredit[row] ?? 0));
  }
  return states;
}

function isWithin(day: number, within: ReadonlySet<number> | undefined): boolean {
  return within?.has(day) ?? true;
}

interface Run {
  readonly state: number;
  readonly kind: LossKind;
  readonly days: readonly number[];
}

/** Days in a row that are not all with credit, those of `within` only; days without usage do not part them. */
function runsOf(states: ReadonlyMap<number, number>, within: ReadonlySet<number> | undefined): readonly Run[] {
  const days = [...states.keys()].sort((a, b) => a - b);
  const credited = days.filter((day) => ((states.get(day) ?? 0) & WITH) !== 0);
  const [first = Infinity, last = -Infinity] = [credited[0], credited.at(-1)];
  const runs: { state: number; days: number[] }[] = [];
  let before = WITH;
  for (const day of days) {
    const state = isWithin(day, within) ? (states.get(day) ?? WITH) : WITH;
    const run = before === state ? runs.at(-1) : undefined;
    if (state !== WITH && run) run.days.push(day);
    else if (state !== WITH) runs.push({ state, days: [day] });
    before = state;
  }
  return joined(
    runs.map(({ state, days: own }) => ({
      ...{ state, days: own },
      kind: state === WITHOUT ? kindOf(own[0] ?? 0, first, last) : 'mixed',
    })),
  );
}

/** Runs of one kind with so many days between them, or fewer, are one: access that comes and goes is one thing to mend. */
const DAYS_BETWEEN = 7;

function joined(runs: readonly Run[]): readonly Run[] {
  const found: Run[] = [];
  for (const run of runs) {
    const before = found.at(-1);
    const apart = (run.days[0] ?? 0) - (before?.days.at(-1) ?? -Infinity);
    if (before?.kind === run.kind && apart <= DAYS_BETWEEN + 1)
      found[found.length - 1] = { ...before, days: [...before.days, ...run.days] };
    else found.push(run);
  }
  return found;
}

function kindOf(day: number, first: number, last: number): LossKind {
  if (first === Infinity) return 'never';
  if (first > day) return 'later';
  return last > day ? 'gap' : 'lost';
}

/** The lines without credit of each run. */
function lostRows(runs: readonly Run[], rows: readonly number[], days: Int32Array, hasCredit: Uint8Array) {
  const found = runs.map(({ kind }) => ({ kind, rows: [] as number[] }));
  const runOf = new Map(runs.flatMap((run, at) => run.days.map((day) => [day, at] as const)));
  for (const row of rows) {
    const at = hasCredit[row] === WITHOUT ? runOf.get(days[row] ?? 0) : undefined;
    if (at !== undefined) found[at]?.rows.push(row);
  }
  return found;
}
