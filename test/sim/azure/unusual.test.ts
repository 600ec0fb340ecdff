/** Unusual spend: what is found, at which layer, how it is explained, and what is left alone. */
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import { MedianPool } from '../../../src/sim/azure/unusual/median-pool.ts';
import { DEFAULT_UNUSUAL } from '../../../src/sim/azure/unusual/types.ts';
import { unusualSpend } from '../../../src/sim/azure/unusual/unusual.ts';
import {
  type PlainLine,
  randomOf,
  syntheticUsage,
  usageOfLines,
  usageOfSynthetic,
} from '../../support/synthetic-usage.ts';

const FIRST = parseDay('2026-03-02') ?? 0;
const day = (text: string): number => parseDay(text) ?? 0;

interface Meter {
  readonly meter: string;
  readonly cost: number;
  readonly category?: string;
  readonly customer?: string;
  readonly resource?: string;
  readonly tags?: string;
  /** What a day's cost is multiplied with; 0: no line. */
  readonly times?: (day: number) => number;
}

/** 120 days from a Monday in March, weekends at 40 %, a little noise. */
function linesOf(meters: readonly Meter[], days = 120): readonly PlainLine[] {
  return meters.flatMap(({ cost, times = () => 1, category = 'Virtual Machines', customer = 'c-1', ...rest }, seed) => {
    const random = randomOf(seed + 1);
    return Array.from({ length: days }, (_, at) => {
      const weekly = (FIRST + at + 3) % 7 >= 5 ? 0.4 : 1;
      const noise = 0.95 + 0.1 * random();
      return { ...rest, category, customer, day: FIRST + at, cost: Math.round(cost * weekly * noise * times(FIRST + at) * 100) / 100 };
    }).filter((line) => times(line.day) !== 0); // prettier-ignore
  });
}

function found(lines: readonly PlainLine[], settings = DEFAULT_UNUSUAL) {
  return unusualSpend(usageOfLines(lines), 'EUR', settings).answer.findings;
}

const from = (first: string, last: string, factor: number) => (at: number) =>
  at >= day(first) && at <= day(last) ? factor : 1;

describe('unusual spend', () => {
  it('says nothing of weekends, noise and days without lines', () => {
    const lines = linesOf([
      { meter: 'D2', cost: 100 },
      { meter: 'D4', cost: 80, times: (at) => (at > day('2026-05-04') && at < day('2026-05-09') ? 0 : 1) },
      { meter: 'LRS', cost: 60, category: 'Storage', customer: 'c-2' },
    ]);
    expect(found(lines)).toEqual([]);
  });

  it('finds a rise and a fall of the same size in one customer, though its sum does not move', () => {
    const findings = found(
      linesOf([
        { meter: 'D2', cost: 100, times: from('2026-05-12', '2026-05-13', 1.6) },
        { meter: 'D4', cost: 100, times: from('2026-05-12', '2026-05-13', 0.4) },
      ]),
    );
    expect(findings.map(({ scope, isRise }) => [scope.meter, isRise]).sort()).toEqual([
      ['D2', true],
      ['D4', false],
    ]);
  });

  it('makes one finding of what begins together, with each meter in it and sums to the cent', () => {
    const times = from('2026-05-12', '2026-05-14', 3);
    const meters = [
      { meter: 'D2', cost: 100, times },
      { meter: 'D4', cost: 100 },
      { meter: 'Disk', cost: 30, category: 'Storage', times },
      { meter: 'Egress', cost: 30, category: 'Bandwidth', times },
    ];
    const lines = linesOf(meters);
    const [finding, ...others] = found(lines);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      layer: 'customer',
      scope: { customer: 'c-1' },
      first: day('2026-05-12'),
      last: day('2026-05-14'),
    });
    expect(finding?.parts.map(({ scope }) => scope.meter).sort()).toEqual(['D2', 'Disk', 'Egress']);
    const cents = lines
      .filter(({ meter, day: at }) => meter !== 'D4' && at >= day('2026-05-12') && at <= day('2026-05-14'))
      .reduce((sum, { cost }) => sum + Math.round(cost * 100), 0);
    expect(Number(finding?.cost)).toBe(cents / 100);
    expect(Math.abs((finding?.expected ?? 0) - 480)).toBeLessThan(25);
  });

  it('finds in the customer what is too small in each of its meters', () => {
    const meters = Array.from({ length: 10 }, (_, at) => ({
      meter: `m-${String(at)}`,
      cost: 12,
      times: from('2026-05-12', '2026-05-12', 1.5),
    }));
    const findings = found(linesOf(meters));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ layer: 'category', scope: { customer: 'c-1', category: 'Virtual Machines' } });
  });

  it('names the meter, the resource and the tag that moved, by how much', () => {
    const lines = linesOf([
      { meter: 'D2', cost: 100, resource: '/vm/web', tags: '{"team":"shop"}' },
      {
        ...{ meter: 'D2', cost: 50, resource: '/vm/batch', tags: '"team":"data"' },
        times: from('2026-05-12', '2026-05-13', 5),
      },
    ]);
    const [finding] = found(lines);
    const named = finding?.moves.map(({ dimension, key = '', text }) => `${dimension} ${key} ${text}`);
    expect(named).toEqual(['meter  D2', 'resource  /vm/batch', 'tag team data']);
    const [, resource] = finding?.moves ?? [];
    const cost = lines.filter((line) => line.resource === '/vm/batch' && line.day >= day('2026-05-12') && line.day <= day('2026-05-13')); // prettier-ignore
    expect(Number(resource?.cost)).toBeCloseTo(
      cost.reduce((sum, line) => sum + line.cost, 0),
      8,
    );
    expect(Math.abs((resource?.usual ?? 0) - 100)).toBeLessThan(6);
  });

  it('takes a lasting rise as one finding, and as usual after some weeks', () => {
    const findings = found(linesOf([{ meter: 'D2', cost: 100, times: from('2026-05-05', '2026-12-31', 2) }]));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ first: day('2026-05-05'), isRise: true });
    expect((findings[0]?.last ?? 0) - day('2026-05-05')).toBeGreaterThan(7);
  });

  it('leaves growth and what comes each month alone, but not what the month adds to it', () => {
    const growth = (at: number): number => 1.006 ** (at - FIRST);
    const ends = ['2026-03-31', '2026-04-30', '2026-05-31'].map(day);
    /** On a Sunday as much as on a working day. */
    const job = (at: number, cost: number): number => (at === day('2026-05-31') ? 1 + cost / 0.4 : 1 + cost);
    const meters = [
      { meter: 'D2', cost: 100, times: growth },
      { meter: 'Backup', cost: 100, times: (at: number) => (ends.includes(at) ? job(at, 2) : 1) },
    ];
    expect(found(linesOf(meters))).toEqual([]);
    const doubled = { meter: 'Backup', cost: 100, times: (at: number) => (ends.includes(at) ? job(at, at === day('2026-05-31') ? 6 : 2) : 1) }; // prettier-ignore
    expect(found(linesOf([doubled])).map(({ first }) => first)).toEqual([day('2026-05-31')]);
  });

  it('takes a lasting fall as one finding, and does not call what follows a rise', () => {
    const findings = found(linesOf([{ meter: 'D2', cost: 100, times: from('2026-05-05', '2026-12-31', 0.5) }]));
    expect(findings.map(({ first, isRise }) => [first, isRise])).toEqual([[day('2026-05-05'), false]]);
  });

  it('does not miss for ever what has ended', () => {
    const ended = { meter: 'D4', cost: 60, times: (at: number) => (at > day('2026-04-20') ? 0 : 1) };
    expect(found(linesOf([{ meter: 'D2', cost: 100 }, ended]))).toEqual([]);
  });

  it('goes by the floor and by the percentage', () => {
    const lines = linesOf([{ meter: 'D2', cost: 100, times: from('2026-05-12', '2026-05-12', 1.5) }]);
    expect(found(lines, { floor: 40, percent: 25 })).toHaveLength(1);
    expect(found(lines, { floor: 60, percent: 25 })).toEqual([]);
    expect(found(lines, { floor: 10, percent: 60 })).toEqual([]);
  });

  it('keeps what it has found, under the same id, when later days come and lines are in another order', () => {
    const made = syntheticUsage(7, 50);
    const cut = 150;
    const early = unusualSpend(
      usageOfSynthetic({ ...made, meters: made.meters.map((meter) => ({ ...meter, values: meter.values.slice(0, cut) })) }), // prettier-ignore
      'EUR',
      DEFAULT_UNUSUAL,
    );
    const whole = unusualSpend(usageOfSynthetic({ ...made, meters: made.meters.toReversed() }), 'EUR', DEFAULT_UNUSUAL);
    const settled = early.answer.findings.filter(({ first }) => first >= made.first + 100).map(({ id }) => id);
    expect(settled.length).toBeGreaterThan(5);
    const ids = whole.answer.findings.map(({ id }) => id);
    expect(settled.filter((id) => !ids.includes(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('finds the same in another currency unit, and of a customer whatever the others do', () => {
    const made = syntheticUsage(11, 50);
    const idsOf = (meters: typeof made.meters, floor: number): readonly string[] =>
      unusualSpend(usageOfSynthetic({ ...made, meters }), 'EUR', { floor, percent: 25 })
        .answer.findings.filter(({ layer }) => layer !== 'total')
        .map(({ id }) => id)
        .sort();
    const all = idsOf(made.meters, 5);
    const hundredfold = made.meters.map((meter) => ({ ...meter, values: meter.values.map((cost) => cost * 100) }));
    expect(idsOf(hundredfold, 500)).toEqual(all);
    const alone = made.meters.filter(({ customer }) => customer === 'c-3');
    expect(idsOf(alone, 5)).toEqual(all.filter((id) => id.includes(' | c-3')));
    expect(all.length).toBeGreaterThan(30);
  });

  it('shows the days of a finding outside the band that is drawn', () => {
    const usage = usageOfLines(linesOf([{ meter: 'D2', cost: 100, times: from('2026-05-12', '2026-05-13', 2) }]));
    const { answer: { findings: [finding] }, series } = unusualSpend(usage, 'EUR', DEFAULT_UNUSUAL); // prettier-ignore
    const drawn = series.get(finding?.id ?? '');
    expect(drawn).toBeDefined();
    if (!drawn) return;
    const { first, values, high, low } = drawn;
    const outside = [...values.keys()].filter((at) => (values[at] ?? 0) > (high[at] ?? 0) || (values[at] ?? 0) < (low[at] ?? 0)); // prettier-ignore
    expect(outside.map((at) => first + at)).toEqual([day('2026-05-12'), day('2026-05-13')]);
  });

  it('sees a customer that is too new to judge in the sum of all, and names it', () => {
    const young = linesOf([{ meter: 'D2', cost: 150, customer: 'c-2' }]).filter(({ day: at }) => at >= FIRST + 105);
    const usage = usageOfLines([...linesOf([{ meter: 'D2', cost: 100 }]), ...young]);
    const { answer } = unusualSpend(usage, 'EUR', DEFAULT_UNUSUAL);
    expect(answer).toMatchObject({ customers: 2, young: 1 });
    const [finding, ...others] = answer.findings;
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ layer: 'total', first: FIRST + 105, isRise: true, isOpen: true });
    expect(finding?.moves[0]).toMatchObject({ dimension: 'customer', text: 'c-2', usual: 0 });
  });
});

describe('the middle of values', () => {
  it('is that of the sorted values', () => {
    const random = randomOf(5);
    const pool = new MedianPool(50);
    for (let round = 0; round < 300; round++) {
      const values = Array.from({ length: 1 + Math.floor(random() * 50) }, () => Math.floor(random() * 20));
      pool.clear();
      for (const value of values) pool.add(value);
      const sorted = values.toSorted((a, b) => a - b);
      const [low = 0, high = 0] = [sorted[(values.length - 1) >> 1], sorted[values.length >> 1]];
      expect(pool.median()).toBe((low + high) / 2);
    }
  });
});
