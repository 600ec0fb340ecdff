/** Ways out worked by hand and in other arithmetic (spec §7): costs, what stays committed, the best, the day of the flip. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { minorDigits, minorToText } from '../../../src/core/money.ts';
import type { Objective, WayOut } from '../../../src/sim/index.ts';
import type { SubscriptionCells } from '../../support/books.ts';
import { wayName, waysOf } from '../../support/exits.ts';

interface Case {
  readonly name: string;
  readonly currency?: string;
  /** Term and plan, whole-term price, SKU (`1` unless given). */
  readonly prices: readonly (readonly [string, string, string?])[];
  readonly subscription: SubscriptionCells;
  readonly rise?: { readonly from: string; readonly percent: string };
  readonly promotion?: { readonly percent: string; readonly end: string };
  readonly seatsWanted?: number;
  readonly estDays: number;
  readonly objective: Objective;
  readonly ways: readonly (readonly [name: string, cost: string, committed: string])[];
  readonly best: string;
  readonly byDefault: string;
  readonly flipDay: number;
  readonly baseline: string;
}

const folder = join(import.meta.dirname, '../../fixtures/exits');
const cases = JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as readonly Case[];

describe.each(cases)('$name', (given) => {
  const result = waysOf(given);
  const text = (minor: number): string => minorToText(minor, minorDigits(result.currency));
  const named = (place: number | undefined): string => wayName(result.ways[place ?? -1]);

  it('costs what it costs by hand', () => {
    const found = new Map(result.ways.map((way: WayOut) => [wayName(way), way.price]));
    const shown = given.ways.map(([name]) => {
      const price = found.get(name);
      return [name, price && text(price.cost), price && text(price.committed)];
    });
    expect(shown).toEqual(given.ways);
  });

  it('has the best way and the one that comes by itself', () => {
    expect([named(result.best), named(result.byDefault)]).toEqual([given.best, given.byDefault]);
  });

  it('flips on the day on which waiting first costs more than renewing all seats', () => {
    const { flip } = result;
    expect(flip && [flip.flipDay, text(flip.baseline)]).toEqual([given.flipDay, given.baseline]);
  });
});
