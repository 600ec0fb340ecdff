/** Files of one kind set beside each other by what they cover: days, customers, invoices and a sample of rows. */
import type { Coverage, CoveredDay, IdSet } from '../../../core/schema/coverage.ts';
import type { BetweenFinding, Covered } from './finding.ts';
import { firstSums } from './sums.ts';

/** What a new file has in common with those that are there; one finding a file, in their order. */
export function compareWith<T extends Covered>(added: Covered, others: readonly T[]): readonly [BetweenFinding, T][] {
  return others.flatMap((other): [BetweenFinding, T][] => {
    const finding = compared(added, other);
    return finding ? [[finding, other]] : [];
  });
}

function compared(added: Covered, other: Covered): BetweenFinding | undefined {
  if (added.kind !== other.kind || !added.coverage || !other.coverage) return undefined;
  const [mine, theirs] = [added.coverage, other.coverage];
  if (areApart(mine.customers, theirs.customers) || areOtherBills(mine, theirs)) return undefined;
  const daysThere = new Map(theirs.days.map((day) => [day.day, day]));
  const pairs = mine.days.flatMap((day): [CoveredDay, CoveredDay][] => {
    const same = daysThere.get(day.day);
    return same ? [[day, same]] : [];
  });
  const [first] = pairs;
  const last = pairs.at(-1);
  if (!first || !last) return undefined;
  const share = sharedPart(mine, theirs);
  const billed = billedOne(mine, theirs);
  const equal = pairs.filter(([a, b]) => isSameDay(a, b)).length;
  if (share === 0 && equal === 0 && billed === undefined) return undefined;
  return {
    code:
      equal === mine.days.length && mine.undated === undefined && billed === undefined ? 'same-rows' : 'period-overlap',
    other: other.file,
    first: first[0].day,
    last: last[0].day,
    days: pairs.length,
    rows: pairs.reduce((sum, [, { rows }]) => sum + rows, 0),
    sums: firstSums(pairs.map(([, there]) => there)),
    share: equal === pairs.length ? 1 : share,
    onlyThere: theirs.days.length - pairs.length,
    covers: theirs.days.length === pairs.length && coversIds(mine, theirs),
    billed,
  };
}

/** Both name ids, and none of them is in both. */
function areApart(a: IdSet, b: IdSet): boolean {
  if (a.isCapped || b.isCapped || a.ids.length === 0 || b.ids.length === 0) return false;
  const ids = new Set(a.ids);
  return !b.ids.some((id) => ids.has(id));
}

/** Whether no customer and no invoice is only in `theirs`; its rows without a day cannot be told to be covered. */
function coversIds(mine: Coverage, theirs: Coverage): boolean {
  const holds = (large: IdSet, small: IdSet): boolean => {
    const ids = new Set(large.ids);
    return !large.isCapped && !small.isCapped && small.ids.every((id) => ids.has(id));
  };
  return (
    theirs.undated === undefined && holds(mine.customers, theirs.customers) && holds(mine.invoices, theirs.invoices)
  );
}

/** Charges of other invoices, which may well concern the same days. */
function areOtherBills(a: Coverage, b: Coverage): boolean {
  return a.unbilled === 0 && b.unbilled === 0 && areApart(a.invoices, b.invoices);
}

function billedOne(mine: Coverage, theirs: Coverage): BetweenFinding['billed'] {
  const [isMine, isTheirs] = [mine, theirs].map(({ invoices, unbilled }) => invoices.ids.length > 0 && unbilled === 0);
  const isEstimate = ({ invoices, unbilled }: Coverage): boolean => invoices.ids.length === 0 && unbilled > 0;
  if (isMine && isEstimate(theirs)) return 'new';
  return isTheirs && isEstimate(mine) ? 'other' : undefined;
}

function isSameDay(a: CoveredDay, b: CoveredDay): boolean {
  return a.rows === b.rows && a.digest === b.digest && JSON.stringify(a.sums) === JSON.stringify(b.sums);
}

/** Of the rows of `mine` on days of `theirs`, the part that `theirs` holds: exact where both samples are whole, else estimated. */
function sharedPart({ sample: mine }: Coverage, { sample: theirs, days }: Coverage): number {
  const below = Math.min(mine.below, theirs.below);
  const there = new Set(theirs.identities);
  const daysThere = new Set(days.map(({ day }) => day));
  let [all, shared] = [0, 0];
  for (const [i, identity] of mine.identities.entries()) {
    if (identity >= below || !daysThere.has(mine.days[i] ?? NaN)) continue;
    all++;
    if (there.has(identity)) shared++;
  }
  return all === 0 ? 0 : shared / all;
}
