import { beforeAll, describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import { textAt } from '../../../src/core/table.ts';
import { makeBook } from '../../../src/sample/index.ts';
import {
  AMOUNTS,
  type Book,
  type Explanation,
  type Simulation,
  explain,
  monthAmounts,
  prepareBook,
  simulate,
} from '../../../src/sim/index.ts';
import type { TrailContext } from '../../../src/views/trail/context.ts';
import { topContributions } from '../../../src/views/trail/contributors.ts';
import { cycleGroups, cycleSum } from '../../../src/views/trail/cycle-groups.ts';
import { contributionsOf, costsOf, countOf } from '../../../src/views/trail/derivation.ts';
import { trailLine } from '../../../src/views/trail/line.ts';
import { placeParts } from '../../../src/views/trail/place-text.ts';
import { allRules } from '../../../src/views/trail/rules.ts';
import { cliffRows, cycleRows, ruleRows } from '../../../src/views/trail/step-tables.ts';
import { day } from '../../support/simulation.ts';

const asOf = day('2026-11-22');
const request = { scenario: DEFAULT_SCENARIO, window: { asOf, horizonMonths: 12 } };
const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, one) => total + one, 0);
let book: Book;
let simulation: Simulation;
let context: TrailContext;
let exposed: readonly (readonly [row: number, result: number, explanation: Explanation])[];

beforeAll(() => {
  book = prepareBook({ datasets: makeBook({ asOf, seed: 3, subscriptions: 150 }).datasets() });
  simulation = simulate(book, request);
  context = { format: createFormat('en-GB'), portfolio: book.portfolio.table, est: request.scenario.est };
  const rows = simulation.table.columns.get('row');
  const flags = simulation.table.columns.get('exposed');
  if (rows?.kind !== 'count' || flags?.kind !== 'flag') throw new Error('INTERNAL: no rows');
  exposed = [...rows.counts].flatMap((row, result) => {
    const explained = explain(book, request, row);
    return flags.flags[result] === 1 && !('unpriced' in explained) ? [[row, result, explained] as const] : [];
  });
});

describe('the line of an amount', () => {
  it('ends in the amount that the sheet shows, for every amount of every exposed subscription', () => {
    expect(exposed.length).toBeGreaterThan(20);
    for (const [row, result, explanation] of exposed) {
      for (const amount of AMOUNTS) {
        const minor = simulation.amounts[amount][result] ?? NaN;
        expect(cycleSum(explanation.cycles, amount)).toBe(minor);
        const line = trailLine({ kind: 'row', subject: { kind: 'amount', row, amount }, explanation }, context);
        const { currency } = explanation;
        expect([context.format.amount(minor, currency), context.format.signed(minor, currency)]).toContain(line.result);
        expect(line.rules.length).toBeGreaterThan(0);
        expect(line.places.every(({ file }) => file !== '')).toBe(true);
      }
    }
  });

  it('writes the formula of the extra in words and numbers', () => {
    const [row, , explanation] = exposed.find(([, , { outcome }]) => outcome === 'est-drift') ?? [];
    if (row === undefined || !explanation) throw new Error('INTERNAL: nothing drifts');
    const subject = { kind: 'amount', row, amount: 'extra' } as const;
    const line = trailLine({ kind: 'row', subject, explanation }, context);
    expect(line.steps[0]).toBe('EST cost − current cost');
    expect(line.steps[1]).toMatch(/^[\d,.]+ − [\d,.]+$/);
    expect(line.more).toMatch(/^EST cost = .*(whole cycle|part cycle)/);
    expect(line.rules).toContain('R-014');
  });
});

describe('the panel', () => {
  it('groups equal cycles without losing any', () => {
    for (const [, , { cycles }] of exposed) {
      const groups = cycleGroups(cycles, 'est');
      expect(sum(groups.map(({ count }) => count))).toBe(cycles.length);
      expect(sum(groups.map(({ count, amount }) => count * amount))).toBe(cycleSum(cycles, 'est'));
    }
  });

  it('has a row a cycle, the cliff from current to EST price, and rules that the book holds', () => {
    for (const [, , explanation] of exposed.slice(0, 10)) {
      expect(cycleRows(explanation, context).rows).toHaveLength(explanation.cycles.length);
      expect(cliffRows(explanation, context).rows).toHaveLength(5);
      const ids = allRules(explanation);
      expect(ruleRows(ids).map(([id]) => id)).toEqual([...ids]);
    }
  });
});

describe('a place', () => {
  it('keeps the end of its name and the row, however short it is cut', () => {
    const place = { file: 'Nov_NCE_LicenseBasedPL_GA_US.csv', line: 1091 };
    expect(placeParts(place, context.format)).toEqual({
      start: 'Nov_NCE_LicenseBasedPL',
      end: '_GA_US.csv, row 1,091',
    });
    expect(placeParts({ file: 'a.csv', line: undefined }, context.format)).toEqual({ start: '', end: 'a.csv' });
  });
});

describe('sums', () => {
  it('are those of their contributions: totals, customers and months', () => {
    for (const totals of simulation.totals) {
      const { currency } = totals;
      for (const amount of ['est', 'extra', 'absorbed'] as const) {
        const whole = contributionsOf(simulation, { kind: 'total', currency, amount });
        expect(sum(whole.amounts)).toBe(totals[amount]);
        expect(whole.rows).toHaveLength(totals.exposed);
      }
    }
    for (const month of simulation.months.slice(0, 6)) {
      const { currency } = month;
      const parts = monthAmounts(book, { request, month: month.month, currency, amount: 'extra' });
      expect(sum(parts.amounts)).toBe(month.extra);
    }
  });

  it('of the extra say what it is the difference of', () => {
    const [totals] = simulation.totals;
    if (!totals) throw new Error('INTERNAL: no totals');
    const { currency, est, current, extra } = totals;
    const customerId = String(exposed.map(([row]) => textAt(context.portfolio.columns.get('customerId'), row))[0]);
    const subjects = [
      { kind: 'total', currency, amount: 'extra' },
      { kind: 'customer', currency, customerId, amount: 'extra' },
    ] as const;
    for (const subject of subjects) {
      const contributions = contributionsOf(simulation, subject);
      const costs = costsOf(simulation, subject);
      expect((costs?.est ?? NaN) - (costs?.current ?? NaN)).toBe(sum(contributions.amounts));
    }
    const contributions = contributionsOf(simulation, subjects[0]);
    const line = trailLine({ kind: 'sum', subject: subjects[0], contributions, costs: { est, current } }, context);
    const { format } = context;
    expect(line).toMatchObject({
      steps: ['EST cost − current cost', `${format.amount(est, currency)} − ${format.amount(current, currency)}`],
      result: format.signed(extra, currency),
      more: `sum over ${String(totals.exposed)} subscriptions`,
    });
  });

  it('of subscriptions say which count, and by which rules', () => {
    for (const { currency, exposed: all, atRisk } of simulation.totals) {
      const line = (count: 'exposed' | 'at-risk') =>
        trailLine(countOf(simulation, { kind: 'count', currency, count }), context);
      expect(line('exposed').result).toBe(String(all));
      expect(line('at-risk')).toMatchObject({
        steps: ['exposed subscriptions that drift into EST because nobody decided', `${String(atRisk)} by R-014`],
        result: String(atRisk),
        rules: ['R-014'],
      });
      const parts = line('exposed').steps[1]?.matchAll(/(\d+) by R-\d+/g) ?? [];
      expect(sum([...parts].map(([, count]) => Number(count)))).toBe(all);
    }
  });

  it('name the largest and add up with the rest', () => {
    const contributions = contributionsOf(simulation, { kind: 'total', currency: 'USD', amount: 'extra' });
    const { top, rest, total } = topContributions(contributions, 5);
    expect(top).toHaveLength(5);
    expect(sum(top.map(({ minor }) => minor)) + rest.minor).toBe(total);
    const magnitudes = top.map(({ minor }) => Math.abs(minor));
    expect(magnitudes).toEqual(magnitudes.toSorted((a, b) => b - a));
  });
});
