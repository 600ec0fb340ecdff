/** The known dates of the Extended Service Term on a time line, with as-of and the window. */
import type { TopLevelSpec } from 'vega-lite';
import type { ChartModel, DrawnRow } from '../core/chart.ts';
import { type Day, parseDay } from '../core/days.ts';
import { MILESTONES, type Milestone } from '../core/rules/milestones.ts';
import type { Window } from '../sim/types.ts';
import { textColumn } from './columns.ts';
import type { ChartContext } from './context.ts';
import {
  REACH_PARAMS,
  ROW_PARAMS,
  ROW_X,
  ROW_Y,
  rowBox,
  rowMargins,
  rowName,
  rowSignals,
  rowTextLayers,
  rowsHeight,
} from './row-layout.ts';
import { FONT_SIZE, SPEC_FRAME } from './spec-base.ts';
import { endOfWindow } from './window.ts';

const x = { field: 'day', ...ROW_X } as const;

/** Data: `window` (day, to, label) and `events` (row, day, to, name, figure, strong, fill). Days count from 1970-01-01. */
const MILESTONES_SPEC = {
  ...SPEC_FRAME,
  height: 100,
  params: [...ROW_PARAMS, ...REACH_PARAMS],
  layer: [
    {
      data: { name: 'window' },
      mark: { type: 'rect', fill: 'var(--selection)', y: 0, y2: { expr: 'height' } },
      encoding: { x, x2: { field: 'to' } },
    },
    {
      data: { name: 'window' },
      mark: { type: 'rule', color: 'var(--text)', strokeDash: [3, 2], y: 0, y2: { expr: 'height' } },
      encoding: { x },
    },
    {
      data: { name: 'window' },
      mark: { type: 'text', y: { expr: 'height + 13' }, fontSize: FONT_SIZE.axis },
      encoding: { x, text: { field: 'label' } },
    },
    {
      data: { name: 'events' },
      mark: { type: 'rule', color: 'var(--accent)', strokeWidth: 3 },
      encoding: { y: ROW_Y, x, x2: { field: 'to' } },
    },
    {
      data: { name: 'events' },
      mark: { type: 'point', size: 49, stroke: 'var(--accent)', strokeWidth: 1.5, opacity: 1 },
      encoding: { y: ROW_Y, x, fill: { field: 'fill', type: 'nominal', scale: null } },
    },
    ...rowTextLayers('events'),
  ],
} satisfies TopLevelSpec;

/** What choosing an event means: its day. */
export interface MilestoneDatum {
  readonly kind: 'milestone';
  readonly day: Day;
}

/** The time line of R-029. Dates that only one third party knows are hollow. */
export function milestoneTimeline(window: Window, context: ChartContext): ChartModel<MilestoneDatum> {
  const { format, text } = context;
  const words = text.milestones;
  const events = MILESTONES.map((milestone) => ({ milestone, ...spanOf(milestone), date: dateOf(milestone, context) }));
  const end = endOfWindow(window);
  const low = Math.min(window.asOf, ...events.map((event) => event.from));
  const high = Math.max(end, ...events.map((event) => event.to));
  const names = events.map(({ milestone }) => rowName(words.events[milestone.key]));
  const margins = rowMargins(names, events.map((event) => event.date), 18); // prettier-ignore
  return {
    kind: 'milestones',
    title: words.title,
    unit: words.unit,
    summary: summaryOf(window, context),
    legend: [],
    tableUnit: words.unit,
    table: {
      columns: [text.columns.date, text.columns.event, text.columns.source, text.columns.confidence].map(textColumn),
      rows: events.map(({ milestone, date }) => [
        ...[date, words.events[milestone.key], milestone.source, words.confidence[milestone.confidence]],
      ]),
    },
    spec: MILESTONES_SPEC,
    data: {
      window: [{ day: window.asOf, to: end, label: words.asOf(format.day(window.asOf)) }],
      events: events.map(({ milestone, from, to, date }, row): DrawnRow => {
        const fill = milestone.confidence === 'low' ? 'var(--surface)' : 'var(--accent)';
        return { row, day: from, to, name: names[row] ?? '', figure: date, strong: false, fill };
      }),
    },
    signals: { ...rowSignals(margins), low, high },
    height: rowsHeight(events.length),
    margins,
    targets: events.map(({ milestone, from, date }, row) => ({
      name: words.bar(date, words.events[milestone.key]),
      box: rowBox(row, events.length),
      datum: { kind: 'milestone', day: from },
    })),
  };
}

function dayOf(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new RangeError(`INTERNAL: no such day in R-029: ${text}`);
  return day;
}

function spanOf({ from, to = from }: Milestone): { readonly from: Day; readonly to: Day } {
  return { from: dayOf(from), to: dayOf(to) };
}

function dateOf(milestone: Milestone, { format }: ChartContext): string {
  const { from, to } = spanOf(milestone);
  return from === to ? format.day(from) : format.days(from, to);
}

function summaryOf({ asOf }: Window, { format, text: { milestones: words } }: ChartContext): string {
  const enforced = MILESTONES.find((milestone) => milestone.key === 'enforced');
  const last = MILESTONES.at(-1);
  if (!enforced || !last) return '';
  const day = dayOf(enforced.from);
  const date = format.day(day);
  const days = asOf - day;
  const state =
    days > 0
      ? words.enforced(date, format.count(days))
      : days < 0
        ? words.coming(date, format.count(-days))
        : words.today(date);
  return `${state} ${words.quiet(format.day(dayOf(last.from)))}`;
}
