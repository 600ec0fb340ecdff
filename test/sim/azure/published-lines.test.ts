/** Published lines of Azure and their tiers: earned credit, price told from the cost, roundings. The cases are data. */
import { describe, expect, it } from 'vitest';
import { type Exact, ONE, ZERO, parseExact, toDecimal } from '../../../src/core/exact.ts';
import { cutToCents, lineCost, roundingOf, toldPrice } from '../../../src/sim/azure/credit/rounding.ts';
import { amountOf, graduate, tierEnd } from '../../../src/sim/azure/credit/tiers.ts';
import published from '../../golden/rules/azure-lines.json' with { type: 'json' };

const exact = (text: string): Exact => parseExact(text) ?? ZERO;

describe('a published line of Azure', () => {
  it.each(published.lines)('$id, $rule', ({ price, quantity, credit, cost, told, rounding, rate, cut }) => {
    const line = {
      ...{ price: exact(price), quantity: exact(quantity), credit: exact(credit) },
      rate: rate === undefined ? ONE : exact(rate),
    };
    expect(roundingOf(line, exact(cost))).toBe(rounding);
    expect(toDecimal(lineCost(line, cutToCents), 0, 2)).toBe(cut ?? cost);
    const digits = told.split('.')[1]?.length ?? 0;
    expect(toDecimal(toldPrice(exact(cost), line.quantity), 0, digits)).toBe(told);
  });
});

describe('a published meter with tiers', () => {
  it.each(published.tiers)('$id, $rule', ({ tiers, quantity, uses, amount }) => {
    const found = graduate(
      tiers.map(([max = '', price = '0']) => ({ upTo: tierEnd(parseExact(max)), price: exact(price) })),
      exact(quantity),
    );
    expect(found.map((use) => [toDecimal(use.quantity, 0, 6), toDecimal(use.amount, 0, 6)])).toEqual(uses);
    expect(toDecimal(amountOf(found), 0, 6)).toBe(amount);
  });
});
