/** What holds for the ways out of any subscription. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorToText } from '../../../src/core/money.ts';
import { OBJECTIVES, type WayOut, type WaysOut } from '../../../src/sim/index.ts';
import { type ExitCase, wayName, waysOf } from '../../support/exits.ts';
import { type NaiveExit, naiveEst, naiveTerms } from '../../support/naive-exits.ts';
import { dayText, plusMonths, toDay } from '../../support/naive-numbers.ts';
import { runs } from '../../support/runs.ts';

const PLANS = ['P1Y/Annual', 'P1Y/Monthly', 'P1M/Monthly', 'P3Y/Triennial', 'P3Y/Monthly'];
const AS_OF = toDay('2026-11-22');

interface Drawn {
  readonly given: ExitCase & { readonly seatsWanted: number; readonly estDays: number };
  readonly naive: NaiveExit;
}

/** A subscription that ends around as-of or later, with prices in cents; an annual one is always there. */
const drawn: fc.Arbitrary<Drawn> = fc
  .record({
    cents: fc.tuple(...PLANS.map(() => fc.integer({ min: 1, max: 200_000 }))),
    listed: fc.tuple(...PLANS.map((_, place) => (place === 0 ? fc.constant(true) : fc.boolean()))),
    seats: fc.integer({ min: 1, max: 5000 }),
    wanted: fc.integer({ min: 1, max: 5000 }),
    same: fc.boolean(),
    end: fc.integer({ min: -60, max: 400 }),
    months: fc.constantFrom(6, 12, 24),
    estDays: fc.integer({ min: 1, max: 200 }),
    objective: fc.constantFrom(...OBJECTIVES),
  })
  .map(({ cents, listed, seats, wanted, same, end, months, estDays, objective }) => {
    const prices = PLANS.flatMap((plan, place) =>
      listed[place] ? [[plan, minorToText(cents[place] ?? 1, 2)] as const] : [],
    );
    const termEnd = AS_OF + end;
    const subscription = {
      quantity: String(seats),
      commitmentStart: dayText(plusMonths(termEnd + 1, -12)),
      commitmentEnd: dayText(termEnd),
    };
    const seatsWanted = same ? seats : wanted;
    return {
      given: { prices, subscription, months, seatsWanted, estDays, objective },
      naive: { prices: new Map(prices), seats, anchor: termEnd + 1, asOf: AS_OF, months },
    };
  });

function byName({ ways }: WaysOut): ReadonlyMap<string, WayOut> {
  return new Map(ways.map((way) => [wayName(way), way]));
}

function priced({ ways }: WaysOut): { way: WayOut; price: NonNullable<WayOut['price']> }[] {
  return ways.flatMap((way) => (way.price ? [{ way, price: way.price }] : []));
}

describe('the ways out of any subscription', () => {
  it('cost what other arithmetic says', () => {
    fc.assert(
      fc.property(drawn, ({ given, naive }) => {
        for (const { way, price } of priced(waysOf(given))) {
          const { kind, plan, seats, estDays } = way;
          const est = naiveEst(naive, estDays, kind === 'est-renew');
          const terms = plan === '' ? undefined : naiveTerms(naive, plan, seats, estDays);
          const cost = (terms ? est.plus(terms.cost) : est).toFixed(2);
          const committed = terms ? terms.committed.toFixed(2) : '0.00';
          const found = [price.cost, price.committed].map((minor) => minorToText(minor, 2));
          expect([wayName(way), ...found]).toEqual([wayName(way), cost, committed]);
        }
      }),
      { numRuns: runs(60) },
    );
  });

  it('have a best that nothing compared undercuts, and of equals the one with the fewest days in EST', () => {
    fc.assert(
      fc.property(drawn, ({ given }) => {
        const result = waysOf(given);
        const best = result.ways[result.best ?? -1];
        const measure = ({ cost, committed, margin }: NonNullable<WayOut['price']>): number =>
          ({ cost, committed, total: cost + committed, margin: -margin })[given.objective ?? 'cost'];
        const compared = priced(result).filter(({ way }) => way.compared);
        const least = Math.min(...compared.map(({ price }) => measure(price)));
        expect(best?.price && measure(best.price)).toBe(least);
        const equals = compared.filter(({ price }) => measure(price) === least);
        if (given.objective !== 'committed') {
          expect(best?.estDays).toBe(Math.min(...equals.map(({ way }) => way.estDays)));
        }
      }),
      { numRuns: runs(100) },
    );
  });

  it('flip on the first day on which waiting costs more, and on none before', () => {
    fc.assert(
      fc.property(drawn, ({ given }) => {
        const { flip } = waysOf(given);
        if (!flip) return;
        const dearer = Array.from(flip.costs, (cost) => cost > flip.baseline);
        expect(flip.flipDay ?? -1).toBe(dearer.indexOf(true));
      }),
      { numRuns: runs(100) },
    );
  });

  it('meet the curve of the flip: EST of 0 days is the plain renewal, EST of d days the way that waits d days', () => {
    fc.assert(
      fc.property(drawn, ({ given }) => {
        const result = waysOf({ ...given, flipPlan: 'P1Y/Annual' });
        const { flip } = result;
        if (!flip) return;
        const ways = byName(result);
        const wanted = String(given.seatsWanted);
        expect(flip.costs[0]).toBe(ways.get(`renew P1Y/Annual ${wanted}`)?.price?.cost);
        const waiting = ways.get(`est-renew ${String(given.estDays)} P1Y/Annual ${wanted}`);
        expect(flip.costs[given.estDays]).toBe(waiting?.price?.cost);
        if (given.seatsWanted === result.seats) expect(flip.costs[0]).toBe(flip.baseline);
      }),
      { numRuns: runs(60) },
    );
  });

  it('cost twice as much for twice the seats, but for the cents of two roundings', () => {
    fc.assert(
      fc.property(drawn, ({ given, naive }) => {
        const twice = {
          ...given,
          subscription: { ...given.subscription, quantity: String(naive.seats * 2) },
          seatsWanted: given.seatsWanted * 2,
        };
        const [once, doubled] = [waysOf(given), waysOf(twice)];
        const costs = ({ ways }: WaysOut): number[] => ways.map(({ price }) => price?.cost ?? 0);
        for (const [place, cost] of costs(once).entries()) {
          // One rounding of the terms, and one of a month in EST that was charged before as-of.
          expect(Math.abs((costs(doubled)[place] ?? NaN) - 2 * cost)).toBeLessThanOrEqual(4);
        }
      }),
      { numRuns: runs(60) },
    );
  });
});
