/** Handles of price changes, currency shocks and decisions, which are lists: a handle goes by its place. */
import type { Decision, FxShock, PriceChange, Scenario } from '../scenario/scenario.ts';
import type { Assumed, Assumption } from './assumption.ts';
import { daysOfWindow } from './est-and-window.ts';
import { MAX_BRIDGE_DAYS, MAX_PRICE } from './limits.ts';
import { dateOf, daysOf, moneyOf, percentOf } from './make.ts';

export function priceAssumptions({ scenario }: Assumed): readonly Assumption[] {
  return scenario.priceChanges.flatMap((change, place) => [
    valueOf(change, place),
    dateOf(priceNamed(change, place, 'from'), change.from, (from, day) => withPrice(from, place, { from: day })),
  ]);
}

function valueOf(change: PriceChange, place: number): Assumption {
  const named = priceNamed(change, place, 'value');
  const set = (scenario: Scenario, value: string): Scenario => withPrice(scenario, place, { value });
  if (change.kind === 'percent') return percentOf(named, change.value, { min: '-100', max: '1000' }, set);
  return moneyOf(named, change.value, change.kind === 'set' ? '0' : `-${MAX_PRICE}`, set);
}

function priceNamed(change: PriceChange, place: number, key: 'value' | 'from') {
  return { path: `priceChanges[${String(place)}].${key}`, subject: { kind: 'price' as const, key, place, change } };
}

export function fxAssumptions({ scenario }: Assumed): readonly Assumption[] {
  return scenario.fx.shocks.flatMap((shock, place) => {
    const named = (key: 'percent' | 'from') => ({
      path: `fx.shocks[${String(place)}].${key}`,
      subject: { kind: 'fx' as const, key, place, shock },
    });
    return [
      percentOf(named('percent'), shock.percent, { min: '-99', max: '1000' }, (from, percent) =>
        withShock(from, place, { percent }),
      ),
      dateOf(named('from'), shock.from, (from, day) => withShock(from, place, { from: day })),
    ];
  });
}

/** Decisions for EST, and others that name their own bridge. */
export function decisionAssumptions({ scenario, window }: Assumed): readonly Assumption[] {
  return scenario.decisions.flatMap((decision, place) => {
    if (decision.outcome !== 'est' && decision.bridgeDays === undefined) return [];
    const whenOpen = scenario.est.bridgeDays ?? daysOfWindow(window);
    return daysOf(
      { path: `decisions[${String(place)}].bridgeDays`, subject: { kind: 'decision', place, decision } },
      decision.bridgeDays,
      { max: MAX_BRIDGE_DAYS, whenOpen },
      (from, bridgeDays) => withDecision(from, place, { bridgeDays }),
    );
  });
}

function withPrice(scenario: Scenario, place: number, change: Partial<PriceChange>): Scenario {
  return { ...scenario, priceChanges: changed(scenario.priceChanges, place, change) };
}

function withShock(scenario: Scenario, place: number, change: Partial<FxShock>): Scenario {
  return { ...scenario, fx: { ...scenario.fx, shocks: changed(scenario.fx.shocks, place, change) } };
}

function withDecision(scenario: Scenario, place: number, change: Partial<Decision>): Scenario {
  return { ...scenario, decisions: changed(scenario.decisions, place, change) };
}

function changed<T>(list: readonly T[], place: number, change: Partial<T>): readonly T[] {
  return list.map((item, index) => (index === place ? { ...item, ...change } : item));
}
