/** The jobs of the calendar of obligations: its events, and some of them as a calendar file. */
import type { Day } from '../core/days.ts';
import { tableFileName } from '../core/file-name.ts';
import { type CalendarEvent, calendarText } from '../exporters/actions/ics.ts';
import { portfolioWindows } from '../sim/invoice/windows/portfolio-windows.ts';
import type { RefundWindow } from '../sim/invoice/windows/types.ts';
import { dueEvents } from '../sim/obligations/calendar/calendar.ts';
import { datedObligations } from '../sim/obligations/calendar/dated.ts';
import type { CalendarProgress, CalendarRequest, DueCalendar } from '../sim/obligations/calendar/types.ts';
import type { Engine } from './engine.ts';
import type { ExportedFile } from './export-results.ts';
import { hasReadInvoice } from './invoice-jobs.ts';
import { inTurns } from './in-turns.ts';
import { windowsOf } from './invoice-windows-jobs.ts';
import type { JobHost } from './protocol.ts';

export interface CalendarFileRequest {
  readonly name: string;
  readonly asOf: Day;
  readonly workbookName: string;
  readonly events: readonly CalendarEvent[];
}

export type CalendarJobs = {
  dueCalendar: {
    input: CalendarRequest;
    progress: CalendarProgress;
    /** Undefined when it was cancelled. */
    output: { readonly revision: string; readonly calendar: DueCalendar } | undefined;
  };
  dueCalendarFile: { input: CalendarFileRequest; progress: undefined; output: ExportedFile };
};

/** More billed lines than this are not read for the calendar alone: that takes seconds and memory. */
const READ_AT_MOST = 100_000;

export function calendarJobs(engine: Engine): JobHost<CalendarJobs> {
  return {
    dueCalendar: async (asked, { signal, report }) => {
      const { revision } = await engine.ready();
      const request = { ...asked, simulation: engine.settled(asked.simulation) };
      const { windows, unreadLines } = await openWindows(engine, request);
      const { book, used } = engine;
      const dated = datedObligations(used, book, request);
      const events = await inTurns(dueEvents({ book, datasets: used, windows, dated }, request), { signal, report });
      if (!events) return undefined;
      return { revision, calendar: { asOf: request.simulation.window.asOf, events, unreadLines } };
    },
    dueCalendarFile: ({ name, asOf, workbookName, events }, { transfer }) => {
      const bytes = new TextEncoder().encode(calendarText(name, events, asOf));
      const file = { name: tableFileName(name, 'ics', asOf, workbookName), type: 'text/calendar;charset=utf-8', bytes };
      return transfer(file, [bytes.buffer]);
    },
  };
}

/** The open refund windows; without those of billed lines where these are many and have not been read yet. */
async function openWindows(
  engine: Engine,
  { simulation }: CalendarRequest,
): Promise<{ readonly windows: readonly RefundWindow[]; readonly unreadLines: number }> {
  const { inputs, revision } = await engine.ready();
  const { asOf } = simulation.window;
  const billed = inputs.filter(({ kind }) => kind === 'reconciliation');
  const lines = billed.reduce((sum, { table }) => sum + table.rows, 0);
  if (lines > READ_AT_MOST && !hasReadInvoice(engine, revision))
    return { windows: portfolioWindows(engine.book, asOf), unreadLines: lines };
  const { est } = simulation.scenario;
  return { windows: await windowsOf(engine, { est, asOf }), unreadLines: 0 };
}
