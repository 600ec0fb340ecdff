/** What all our Vega-Lite specifications have in common. Colours are CSS variables, so a theme needs no redraw. */
import type { Config } from 'vega-lite';

/** Text sizes of the token file, in pixels. */
export const FONT_SIZE = { axis: 11, label: 12 } as const;

/** Height of a row of horizontal bars and of the bar in it, in pixels. */
export const ROW_HEIGHT = 24;
export const BAR_HEIGHT = 14;

const SCHEMA = 'https://vega.github.io/schema/vega-lite/v6.json';

const CONFIG: Config = {
  // Names and values of bars are the host's focusable targets; the picture itself is silent.
  aria: false,
  background: 'transparent',
  font: 'inherit',
  view: { stroke: null },
  text: { fontSize: FONT_SIZE.label, color: 'var(--text)' },
  rule: { color: 'var(--axis)', strokeWidth: 1 },
  axis: {
    domain: false,
    ticks: false,
    gridColor: 'var(--grid-rule)',
    labelColor: 'var(--muted)',
    labelFontSize: FONT_SIZE.axis,
    labelPadding: 6,
    title: null,
  },
  style: { bar: { stroke: 'var(--surface)', strokeWidth: 1 } },
};

/** The frame around a chart's layers: size and margins are set by the host, so nothing is fitted. */
export const SPEC_FRAME = {
  $schema: SCHEMA,
  width: 400,
  autosize: 'none' as const,
  padding: 0,
  config: CONFIG,
};

/** Parameters of an axis with ticks and texts of ours: Vega's own number texts know no locale. */
export const AXIS_PARAMS = [
  { name: 'low', value: 0 },
  { name: 'high', value: 1 },
  { name: 'ticks', value: [] },
  { name: 'tickLabels', value: [] },
];

/** The scale and axis that read `AXIS_PARAMS`. */
export const QUANTITY = {
  scale: { domainMin: { expr: 'low' }, domainMax: { expr: 'high' }, nice: false, zero: false },
  // Vega thins the values it is given down to its own count unless the count is theirs.
  axis: {
    values: { expr: 'ticks' },
    tickCount: { expr: 'length(ticks)' },
    labelExpr: 'tickLabels[indexof(ticks, datum.value)]',
  },
} as const;
