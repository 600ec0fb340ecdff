/** Listed events as entries of a calendar file. */
import { idKey } from '../../../core/ids.ts';
import { hashText } from '../../../core/text-hash.ts';
import { obligationsDueText as text } from '../../../core/text/en/obligations-due.ts';
import type { DueKind } from '../../../sim/obligations/calendar/types.ts';
import type { CalendarFileEvent } from '../../../state/obligations-calendar.ts';
import type { DueRow } from './due-list.ts';

/** Days before it at which a calendar reminds; of what only happens it does not. */
const ALARMS: Readonly<Record<DueKind, readonly number[]>> = {
  register: [30, 7, 1],
  programme: [30, 7, 1],
  terms: [30, 7, 1],
  readiness: [30, 7, 1],
  rules: [30, 7],
  lock: [14, 7, 1],
  refund: [2, 1],
  promotion: [14, 1],
  'term-end': [],
  prices: [],
  est: [],
};

/** Day entries; what is done is left out. */
export function calendarEvents(rows: readonly DueRow[]): readonly CalendarFileEvent[] {
  return rows.flatMap(({ event, what, about, ifMet, ifMissed, amounts }) => {
    if ('isDone' in event && event.isDone) return [];
    const lines = [
      amounts,
      ifMet === '' ? '' : text.file.ifMet(ifMet),
      ifMissed === '' ? '' : text.file.ifMissed(ifMissed),
      event.rule === '' ? '' : text.file.rule(event.rule),
    ];
    return {
      uid: uidOf(event.id),
      on: { kind: 'day', day: event.day },
      summary: about === '' ? what : `${about}: ${what}`,
      description: lines.filter((line) => line !== '').join('\n'),
      alarms: ALARMS[event.kind],
    };
  });
}

const MOST = 80;

/** The same for the same event in every file; what an id has of other characters is told apart by its hash. */
export function uidOf(id: string): string {
  const safe = idKey(id)
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MOST);
  return `due-${safe}-${hashText(id).toString(16)}@termwise`;
}
