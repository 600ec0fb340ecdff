/** An amount from left to right, with ticks and texts of ours. */

/** Parameters of the axis. */
export const ACROSS_PARAMS = [
  { name: 'xLow', value: 0 },
  { name: 'xHigh', value: 1 },
  { name: 'xTicks', value: [] },
  { name: 'xTickLabels', value: [] },
];

/** The scale and axis that read them. */
export const ACROSS = {
  scale: { domainMin: { expr: 'xLow' }, domainMax: { expr: 'xHigh' }, nice: false, zero: false },
  axis: {
    values: { expr: 'xTicks' },
    tickCount: { expr: 'length(xTicks)' },
    labelExpr: 'xTickLabels[indexof(xTicks, datum.value)]',
    labelFlush: true,
    grid: false,
  },
} as const;

/** The colours of all charts of uncertainty. */
export const INK = {
  trials: 'var(--series-1)',
  wide: 'color-mix(in srgb, var(--series-1) 22%, var(--surface))',
  inner: 'color-mix(in srgb, var(--series-1) 48%, var(--surface))',
  deterministic: 'var(--text)',
  limit: 'var(--negative)',
} as const;
