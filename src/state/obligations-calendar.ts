/** The calendar of obligations of the open workbook: asked of the engine once for each state of what it depends on. */
import { obligationsDueText as text } from '../core/text/en/obligations-due.ts';
import type { DueCalendar } from '../sim/obligations/calendar/types.ts';
import type { CalendarFileRequest } from '../workers/obligations-calendar-jobs.ts';
import type { Workbook } from './workbook.svelte.ts';

export type CalendarFileEvent = CalendarFileRequest['events'][number];

interface Known {
  readonly inputs: readonly unknown[];
  readonly answer: Promise<DueCalendar>;
}
const known = new WeakMap<Workbook, Known>();

/** Everything dated around as-of; the same answer while nothing that it depends on has changed. */
export function dueCalendar(workbook: Workbook): Promise<DueCalendar> {
  const { scenario, horizonMonths, obligations, seatsWanted } = workbook.document;
  const inputs = [workbook.workspace?.revision, workbook.asOf, scenario, horizonMonths, obligations, seatsWanted];
  const before = known.get(workbook);
  if (before?.inputs.every((input, place) => input === inputs[place]) === true) return before.answer;
  const answer = workbook.runner
    .run('dueCalendar', { simulation: workbook.request, obligations, seatsWanted })
    .then(({ calendar }) => calendar);
  known.set(workbook, { inputs, answer });
  // What failed is asked again.
  answer.catch(() => known.delete(workbook));
  return answer;
}

/** Hands events to the user as a calendar file. */
export async function saveCalendar(workbook: Workbook, events: readonly CalendarFileEvent[]): Promise<void> {
  const { jobs, runner, asOf, document } = workbook;
  const request = { name: text.file.name, asOf, workbookName: document.name, events };
  const file = await jobs.run(text.file.saving, (signal) => runner.run('dueCalendarFile', request, { signal }));
  if (file) workbook.download(file);
}
