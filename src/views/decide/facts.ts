/** The facts about a subscription that a decision needs, in words. */
import type { Format } from '../../core/format.ts';
import { locksOf } from '../../core/locks.ts';
import { decideText } from '../../core/text/en/decide.ts';
import type { SeatEvidence, WaysOut } from '../../sim/exits/types.ts';
import { lockWriter } from '../exposure/lock-text.ts';
import type { QueueCells } from './queue-rows.ts';
import { unitWords } from './words.ts';

const text = decideText.detail;

export interface Fact {
  readonly term: string;
  readonly value: string;
  /** Said in a quieter voice after the value. */
  readonly more: string;
}

export function factsOf(ways: WaysOut, cells: QueueCells, place: number, format: Format): readonly Fact[] {
  const found = cells.assigned(place);
  const { termEnd, seats, plan, currency, currentUnit, estUnit } = ways;
  const { windowEnds } = locksOf(termEnd);
  const unit = (decimal: string): string => unitWords(decimal, format);
  return [
    {
      term: text.seats,
      value: found ? text.seatsAndAssigned(format.count(seats), format.count(found.assigned)) : format.count(seats),
      more: found ? evidenceWords(found, seats, format) : '',
    },
    ...(plan === '' ? [] : [{ term: text.term, value: decideText.plan(plan), more: '' }]),
    { term: text.termEnd, value: format.day(termEnd), more: '' },
    {
      term: text.locks,
      value: lockWriter(format)(cells.deadline(place)),
      more: ways.outcome === 'in-est' ? '' : text.cutUntil(format.day(windowEnds - 1)),
    },
    ...(estUnit === ''
      ? []
      : [{ term: text.unit, value: text.unitValue(unit(currentUnit), unit(estUnit), currency), more: '' }]),
  ];
}

/** Unused seats, seats in use, and where that stands. */
function evidenceWords({ assigned, active, by, file, when }: SeatEvidence, seats: number, format: Format): string {
  return [
    ...(assigned < seats ? [text.unused(format.count(seats - assigned))] : []),
    ...(active === undefined ? [] : [text.active(format.count(active))]),
    text.evidence[by](file, when),
  ].join(', ');
}
