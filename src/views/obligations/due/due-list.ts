/** What of the calendar is listed: by days and kinds; and its columns. */
import type { Day } from '../../../core/days.ts';
import type { Format } from '../../../core/format.ts';
import { DUE_SPANS, type DueCounts, isOverdue, isWithin } from '../../../core/obligations/due-days.ts';
import { obligationsDueText as text } from '../../../core/text/en/obligations-due.ts';
import { DUE_KINDS, type DueEvent, type DueKind } from '../../../sim/obligations/calendar/types.ts';
import { CELL } from '../../../ui/grid/source.ts';
import type { Kpi } from '../../../ui/kpi.ts';
import { columnsIn } from '../../invoice/columns.ts';
import type { TakenColumn } from '../../take-away/record-table.ts';
import { type DueWords, dueWords } from './due-words.ts';

export const SPANS = ['overdue', '30', '60', '90', 'year', 'past'] as const;
export type Span = (typeof SPANS)[number];

/** An event with its words. */
export interface DueRow extends DueWords {
  readonly event: DueEvent;
}

/** The events of a span. Of what is ahead, what is overdue stands first: nobody should miss it. */
export function inSpan(events: readonly DueEvent[], span: Span, asOf: Day): readonly DueEvent[] {
  return events.filter((event) => {
    if (span === 'past') return event.day < asOf;
    if (isOverdue(event, asOf)) return true;
    if (span === 'overdue') return false;
    return span === 'year' ? event.day >= asOf : isWithin(event, asOf, Number(span));
  });
}

/** The kinds that there are, in one order, with how many lines each has. */
export function kindsOf(events: readonly DueEvent[]): readonly { readonly kind: DueKind; readonly lines: number }[] {
  return DUE_KINDS.map((kind) => ({ kind, lines: events.filter((event) => event.kind === kind).length })).filter(
    ({ lines }) => lines > 0,
  );
}

export function dueRows(events: readonly DueEvent[], format: Format): readonly DueRow[] {
  return events.map((event) => ({ event, ...dueWords(event, format) }));
}

export function dueColumns(asOf: Day, format: Format): readonly TakenColumn<DueRow>[] {
  const { columns } = text;
  const make = columnsIn<DueRow>('', format);
  const left = make.count('left', columns.left, ({ event }) => event.day - asOf, {
    width: 80,
    flags: ({ event }) => (isOverdue(event, asOf) ? CELL.warning : 0),
  });
  return [
    make.day('day', columns.day, ({ event }) => event.day, { frozen: true }),
    { ...left, text: ({ event }) => leftText(event, asOf, format) },
    make.text('kind', columns.kind, ({ event }) => text.kinds.names[event.kind], { width: 120 }),
    make.text('what', columns.what, ({ what }) => what, { width: 360 }),
    make.text('about', columns.about, ({ about }) => about, { width: 180 }),
    make.text('amounts', columns.amounts, ({ amounts }) => amounts, { width: 170 }),
    make.text('ifMet', columns.ifMet, ({ ifMet }) => ifMet, { width: 280 }),
    make.text('ifMissed', columns.ifMissed, ({ ifMissed }) => ifMissed, { width: 340 }),
    make.text('rule', columns.rule, ({ event }) => event.rule, { width: 80 }),
  ];
}

/** Days from as-of, or that it is done. */
export function leftText(event: DueEvent, asOf: Day, format: Format): string {
  if ('isDone' in event && event.isDone) return text.done;
  const left = event.day - asOf;
  if (left === 0) return text.left.today;
  return left > 0 ? text.left.ahead(format.count(left)) : text.left.ago(format.count(-left));
}

/** What is to be seen to, each figure a way to its lines. */
export function dueKpis(counts: DueCounts, asOf: Day, format: Format, onOpen: (span: Span) => void): readonly Kpi[] {
  const { kpis } = text;
  return [
    { label: kpis.overdue, value: format.count(counts.overdue), onOpen: () => { onOpen('overdue'); } },
    ...DUE_SPANS.map((days): Kpi => ({
      label: kpis.within(days),
      value: format.count(counts.within[days]),
      note: kpis.until(format.day(asOf + days)),
      onOpen: () => { onOpen(String(days) as Span); },
    })),
  ]; // prettier-ignore
}
