/**
 * Synthetic consumption: customers with meters, each with its weekly pattern, trend, noise, gaps and now and then a job at the month's end,
 * and anomalies planted in it. The detector knows none of these numbers: neither how noise is distributed nor how large it is, how
 * weekends fall, how fast a meter grows, on which day of the month its jobs run, what is planted, where, or how much of it.
 */
import { type Day, daysInMonth, parseDay, partsOfDay } from '../../src/core/days.ts';
import type { TextColumn } from '../../src/core/table.ts';
import { USAGE_DIMENSIONS, type Usage } from '../../src/sim/azure/types.ts';

/** Numbers between 0 and 1 that a seed decides (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Cost by day of one meter of a customer; NaN: no line. */
export interface SyntheticMeter {
  readonly customer: string;
  readonly category: string;
  readonly meter: string;
  readonly values: Float64Array;
}

export interface Planted {
  readonly series: number;
  readonly first: Day;
  readonly last: Day;
  /** Times the median of the same weekday in the weeks around. */
  readonly factor: number;
}

export interface Synthetic {
  readonly first: Day;
  readonly meters: readonly SyntheticMeter[];
  readonly planted: readonly Planted[];
}

const FIRST: Day = parseDay('2026-01-07') ?? 0;
const DAYS = 200;
const CUSTOMERS = 8;
const METERS = [
  ['Virtual Machines', 'D2 v5'],
  ['Virtual Machines', 'D4 v5'],
  ['Storage', 'LRS Data Stored'],
  ['Storage', 'Write Operations'],
  ['Bandwidth', 'Egress'],
  ['SQL Database', 'vCore'],
] as const;

/** The same consumption for a seed, with and without what is planted. */
export function syntheticUsage(seed: number, plant: number): Synthetic {
  const random = randomOf(seed);
  const meters = Array.from({ length: CUSTOMERS }, (_, customer) => `c-${String(customer)}`).flatMap((customer) => {
    const outage = gapIn(random, 4);
    return METERS.map(([category, meter]) => ({ customer, category, meter, values: meterValues(random, outage) }));
  });
  const planted = plantedIn(meters, randomOf(seed + 1000), plant);
  return { first: FIRST, meters: planted.length === 0 ? meters : withPlanted(meters, planted), planted };
}

function between(random: () => number, low: number, high: number): number {
  return low + (high - low) * random();
}

/** Roughly normal: mean 0, deviation 1. */
function normal(random: () => number): number {
  let sum = -6;
  for (let draw = 0; draw < 12; draw++) sum += random();
  return sum;
}

interface Gap {
  readonly start: number;
  readonly end: number;
}

function gapIn(random: () => number, most: number): Gap {
  const start = Math.floor(random() * DAYS);
  return { start, end: start + 1 + Math.floor(random() * most) };
}

function meterValues(random: () => number, outage: Gap): Float64Array {
  const base = 20 * 2 ** between(random, 0, 5);
  const weekend = between(random, 0.25, 1.1);
  const pattern = Array.from({ length: 7 }, (_, weekday) => (weekday >= 5 ? weekend : 1) * between(random, 0.9, 1.1));
  const growth = between(random, -0.01, 0.02) / 7;
  const noise = between(random, 0.03, 0.1);
  const job = random() < 0.35 ? { kind: Math.floor(random() * 3), times: between(random, 0.5, 2.5) } : undefined;
  const gaps = [outage, ...(random() < 0.5 ? [gapIn(random, 10)] : []), ...(random() < 0.3 ? [gapIn(random, 3)] : [])];
  return Float64Array.from({ length: DAYS }, (_, at) => {
    const shared = base * (pattern[(FIRST + at + 3) % 7] ?? 1) * (1 + growth) ** at * (1 + noise * normal(random));
    const extra = job && runsOn(job.kind, FIRST + at) ? base * job.times * (1 + noise * normal(random)) : 0;
    return gaps.some(({ start, end }) => at >= start && at < end) ? NaN : shared + extra;
  });
}

/** On the last day of the month, its last two, or its first. */
function runsOn(kind: number, day: Day): boolean {
  const { year, month, date } = partsOfDay(day);
  if (kind === 2) return date === 1;
  return date > daysInMonth(year, month) - 1 - kind;
}

/** Weeks on either side that a weekday's median is taken from. */
const AROUND = 4;

/** What the same weekday costs around a day, in the middle. */
export function weekdayMedian(values: Float64Array, at: number): number {
  const seen: number[] = [];
  for (let week = -AROUND; week <= AROUND; week++) {
    const value = values[at + 7 * week] ?? NaN;
    if (week !== 0 && !Number.isNaN(value)) seen.push(value);
  }
  return seen.sort((a, b) => a - b)[seen.length >> 1] ?? 0;
}

/** Days between two anomalies of one meter: closer ones would be one. */
const APART = 6;

function plantedIn(meters: readonly SyntheticMeter[], random: () => number, wanted: number): readonly Planted[] {
  const planted: Planted[] = [];
  while (planted.length < wanted) {
    const series = Math.floor(random() * meters.length);
    const start = Math.floor(random() * (DAYS - 3));
    const length = 1 + Math.floor(random() * 3);
    const factor = between(random, 1.5, 3);
    const values = meters[series]?.values ?? new Float64Array(0);
    const days = values.subarray(start, start + length);
    const isNear = planted.some((one) => one.series === series && Math.abs(one.first - FIRST - start) < APART);
    if (isNear || days.some(Number.isNaN)) continue;
    planted.push({ series, first: FIRST + start, last: FIRST + start + length - 1, factor });
  }
  return planted;
}

function withPlanted(meters: readonly SyntheticMeter[], planted: readonly Planted[]): readonly SyntheticMeter[] {
  return meters.map((meter, series) => {
    const values = meter.values.slice();
    for (const { first, last, factor } of planted.filter((one) => one.series === series))
      for (let at = first - FIRST; at <= last - FIRST; at++)
        values[at] = (meter.values[at] ?? 0) + (factor - 1) * weekdayMedian(meter.values, at);
    return { ...meter, values };
  });
}

function textColumn(texts: readonly string[]): TextColumn {
  const values = ['', ...new Set(texts.filter((text) => text !== ''))];
  const codeOf = new Map(values.map((text, code) => [text, code]));
  return { kind: 'text', codes: Uint32Array.from(texts, (text) => codeOf.get(text) ?? 0), values };
}

/** A line of consumption as tests write it; the rest is empty. */
export interface PlainLine {
  readonly day: Day;
  readonly cost: number;
  readonly customer: string;
  readonly category: string;
  readonly meter: string;
  readonly resource?: string;
  readonly tags?: string;
}

/** Consumption as if it had been read from one file, all of it complete. */
export function usageOfLines(lines: readonly PlainLine[]): Usage {
  const rows = lines.length;
  const text = (read: (line: PlainLine) => string): TextColumn => textColumn(lines.map(read));
  const empty = text(() => '');
  const days = Int32Array.from(lines, ({ day }) => day);
  const nothing = { whole: new Float64Array(rows), nano: new Int32Array(rows), atto: new Int32Array(rows), beyond: new Map<number, string>() }; // prettier-ignore
  const named = { customer: 0, category: 0, meter: 0 } as const;
  const dimensions = Object.fromEntries(
    USAGE_DIMENSIONS.map((name) => [
      name,
      name in named
        ? text((line) => line[name as keyof typeof named])
        : name === 'resource'
          ? text(({ resource = '' }) => resource)
          : empty,
    ]),
  ) as Usage['dimensions'];
  const to = days.reduce((most, day) => Math.max(most, day), -Infinity);
  return {
    ...{ rows, days, dimensions, names: new Map(), unit: empty, meterId: empty, pricingCurrency: empty },
    tags: text(({ tags = '' }) => tags),
    cost: {
      ...nothing,
      whole: Float64Array.from(lines, ({ cost }) => Math.trunc(cost)),
      nano: Int32Array.from(lines, ({ cost }) => Math.round((cost - Math.trunc(cost)) * 1e9)),
    },
    billingCurrency: text(() => 'EUR'),
    ...{ priced: nothing, quantity: nothing, unbilled: new Uint8Array(rows), source: new Uint16Array(rows) },
    ...{ unitPrice: new Float64Array(rows), rate: new Float64Array(rows), earnedPercent: new Float64Array(rows) },
    ...{ namedPercent: new Float64Array(rows), excluded: new Uint8Array(rows) },
    facts: {
      ...{ sources: [], replaced: [], totals: {}, currencies: ['EUR'], counts: {}, tagKeys: [] },
      ...{ from: days.reduce((least, day) => Math.min(least, day), Infinity), to, completeTo: to },
    },
  };
}

export function usageOfSynthetic({ first, meters }: Synthetic): Usage {
  return usageOfLines(
    meters.flatMap(({ values, ...texts }) =>
      [...values].flatMap((cost, at) => (Number.isNaN(cost) ? [] : [{ ...texts, day: first + at, cost }])),
    ),
  );
}
