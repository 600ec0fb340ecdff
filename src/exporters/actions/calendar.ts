/** The deadlines of the planned actions as a calendar: locks, first and last days of EST, the 7 days after a renewal. */
import { type Day, dayToText } from '../../core/days.ts';
import { idKey } from '../../core/ids.ts';
import { hashText } from '../../core/text-hash.ts';
import { type CalendarEvent, calendarText } from './ics.ts';
import type { Planned } from './types.ts';
import type { Wording } from './wording.ts';

/** Days before a lock at which the calendar reminds. */
const LOCK_ALARMS = [14, 7, 1];
const BRIDGE_ALARMS = [7, 1];
const WINDOW_ALARMS = [2, 1];

export function deadlinesCalendar(planned: readonly Planned[], wording: Wording, asOf: Day): string {
  const events = planned.flatMap((one) => eventsOf(one, wording));
  return calendarText(wording.text.calendar.name, events, asOf);
}

function eventsOf(planned: Planned, wording: Wording): readonly CalendarEvent[] {
  const { row, action } = planned;
  const { calendar } = wording.text;
  const event = (what: 'lock' | 'est' | 'bridge' | 'window', kind: 'day' | 'moment', day: Day, alarms: readonly number[]): CalendarEvent => ({
    uid: uidOf(row.subscriptionId, what, row.termEnd),
    on: { kind, day },
    summary: calendar[what](row.customer, row.product),
    description: [wording.happens(planned), calendar[`${what}Text`], calendar.subscription(row.subscriptionId)].join('\n'),
    alarms,
  }); // prettier-ignore
  return [
    ...(action.locksAt === undefined ? [] : [event('lock', 'moment', action.locksAt, LOCK_ALARMS)]),
    ...(action.type === 'RenewToExtendedServiceTerm' ? [event('est', 'day', action.from, [])] : []),
    ...(action.bridgeEnds === undefined ? [] : [event('bridge', 'day', action.bridgeEnds, BRIDGE_ALARMS)]),
    ...(action.windowEnds === undefined ? [] : [event('window', 'moment', action.windowEnds, WINDOW_ALARMS)]),
  ];
}

/** The same for the same term end in every pack. An id with other characters is told apart by its hash. */
function uidOf(id: string, what: string, termEnd: Day): string {
  const key = idKey(id);
  const safe = key.replace(/[^a-z0-9-]/g, '_');
  const mark = safe === key ? '' : `-${hashText(key).toString(16)}`;
  return `${safe}${mark}-${what}-${dayToText(termEnd)}@termwise`;
}
