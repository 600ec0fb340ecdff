/** The calendar of obligations of the open workbook: asked of the engine once for each state of what it depends on. */
import { obligationsDueText as text } from '../core/text/en/obligations-due.ts';
import type { DueCalendar } from '../sim/obligations/calendar/types.ts';
import type { CalendarFileRequest } from '../workers/obligations-calendar-jobs.ts';
import type { Workbook } from './workbook.svelte.ts';

export type CalendarFileEvent = CalendarFileRequest['events'][number];

interface Known {
  readonly inputs: readonly unknown[];
  /** Undefined when it was given up, as something that it depends on has changed. */
  readonly answer: Promise<DueCalendar | undefined>;
  readonly stop: AbortController;
}
const known = new WeakMap<Workbook, Known>();

/** How long nothing has to change before the line on the screen that opens is worked out: figures that somebody waits for come first. */
const QUIET_MS = 1000;

/** Everything dated around as-of, once nothing has changed for a while; undefined when the question was overtaken. */
export async function dueCalendarWhenQuiet(workbook: Workbook, signal: AbortSignal): Promise<DueCalendar | undefined> {
  // Read before the first wait, so that a change of any asks anew.
  const inputs = inputsOf(workbook);
  const before = known.get(workbook);
  if (before && isSame(before.inputs, inputs)) return before.answer;
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
  return signal.aborted ? undefined : dueCalendar(workbook);
}

/**
 * Everything dated around as-of; the same answer while nothing that it depends on has changed. Undefined when it was overtaken: what it
 * was asked of has changed meanwhile.
 */
export function dueCalendar(workbook: Workbook): Promise<DueCalendar | undefined> {
  const inputs = inputsOf(workbook);
  const before = known.get(workbook);
  if (before && isSame(before.inputs, inputs)) return before.answer;
  before?.stop.abort();
  const { obligations, seatsWanted } = workbook.document;
  const stop = new AbortController();
  const answer = workbook.runner
    .run('dueCalendar', { simulation: workbook.request, obligations, seatsWanted }, { signal: stop.signal })
    .then(
      (told) => told?.calendar,
      (error: unknown) => {
        if (stop.signal.aborted) return undefined;
        // What failed is asked again.
        known.delete(workbook);
        throw error;
      },
    );
  known.set(workbook, { inputs, answer, stop });
  return answer;
}

function inputsOf({ workspace, asOf, document }: Workbook): readonly unknown[] {
  const { scenario, horizonMonths, obligations, seatsWanted } = document;
  return [workspace?.revision, asOf, scenario, horizonMonths, obligations, seatsWanted];
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.every((input, place) => input === other[place]);
}

/** Hands events to the user as a calendar file. */
export async function saveCalendar(workbook: Workbook, events: readonly CalendarFileEvent[]): Promise<void> {
  const { jobs, runner, asOf, document } = workbook;
  const request = { name: text.file.name, asOf, workbookName: document.name, events };
  const file = await jobs.run(text.file.saving, (signal) => runner.run('dueCalendarFile', request, { signal }));
  if (file) workbook.download(file);
}
