/** Published examples of the rule book through the product's own functions. The cases are data in test/golden/rules. */
import { describe, expect, it } from 'vitest';
import { type Exact, parseExact, toDecimal } from '../../src/core/exact.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import type { MarginRule } from '../../src/core/scenario/scenario.ts';
import type { Dataset } from '../../src/core/schema/dataset.ts';
import { type Explanation, explain, prepareBook, twinCandidates } from '../../src/sim/index.ts';
import { parseRule, rulePrice } from '../../src/sim/margin.ts';
import { grantSeats } from '../../src/sim/promotions.ts';
import cliffs from '../golden/rules/cliff-percentages.json' with { type: 'json' };
import eligibility from '../golden/rules/eligibility.json' with { type: 'json' };
import lists from '../golden/rules/est-price-list.json' with { type: 'json' };
import margins from '../golden/rules/margins.json' with { type: 'json' };
import promotions from '../golden/rules/promotions.json' with { type: 'json' };
import refunds from '../golden/rules/refunds.json' with { type: 'json' };
import { type Run, portfolio, price, priceList, result, scenario } from '../support/books.ts';
import { day } from '../support/simulation.ts';

function exact(text: string): Exact {
  const value = parseExact(text);
  if (!value) throw new Error(`INTERNAL: not a decimal: ${text}`);
  return value;
}

/** A term and plan as two cells. */
function bought(termPlan: string): { termDuration: string; billingPlan: string } {
  const [termDuration = '', billingPlan = ''] = termPlan.split('/');
  return { termDuration, billingPlan };
}

/** The trail of the only subscription of a book. */
function trail(datasets: readonly Dataset[], { scenario: changes, asOf = '2026-11-22' }: Run = {}): Explanation {
  const request = { scenario: scenario(changes), window: { asOf: day(asOf), horizonMonths: 12 } };
  const explained = explain(prepareBook({ datasets }), request, 0);
  if ('unpriced' in explained) throw new Error(`INTERNAL: ${explained.unpriced}`);
  return explained;
}

describe('EST rows of Microsoft’s list', () => {
  it.each(lists)('$id, $rule', ({ segment, productId, base, est, expected }) => {
    const own = { productId, segment, skuId: base.skuId, skuTitle: base.title };
    const twin = { productId, segment, skuId: est.skuId, skuTitle: est.title };
    const list = priceList([
      price('P1M/Monthly', base.monthly.cost, base.monthly.erp, own),
      price('P1Y/Annual', base.annual.cost, base.annual.erp, own),
      price('P1M/Monthly', est.cost, est.erp, twin),
    ]);
    const datasets = [list, portfolio([{ productId, segment, skuId: base.skuId }])];
    const candidates = twinCandidates(prepareBook({ datasets }), DEFAULT_SCENARIO);
    expect(candidates.map(({ baseSkuId, ratio }) => ({ baseSkuId, ratio }))).toEqual(
      expected.candidate ? [expected.candidate] : [],
    );
    const twins = expected.mapped ? [] : [{ productId, skuId: est.skuId, segment, isEst: true }];
    const used = trail(datasets, { scenario: { est: { twins } } });
    expect(used.est).toMatchObject({ source: 'list', unit: expected.cost, formula: expected.formulaCost });
    expect(used.est.differs).toBe(expected.differs);
    const formula = trail(datasets, { scenario: { est: { twins, listRows: 'ignore' } } });
    expect(formula.est).toMatchObject({ source: 'monthly', unit: expected.formulaCost });
    // The customer pays the retail price by default, so the ideal price is the EST price made from that column.
    expect([used.pay.ideal, formula.pay.ideal]).toEqual([expected.erp, expected.formulaErp]);
  });
});

describe('how much dearer EST is', () => {
  it.each(cliffs)('$id, $rule: $risePercent % from $termPlan', (given) => {
    const { annual, monthly, termPlan, promotionPercent, risePercent } = given;
    const list = priceList([price('P1Y/Annual', annual), price('P1M/Monthly', monthly)]);
    const commitmentStart = termPlan.startsWith('P1M') ? '2026-11-01' : '2025-12-01';
    const subscription = { ...bought(termPlan), commitmentStart, promotionPercent, quantity: String(given.seats ?? 1) };
    const { currentUnit, estUnit, extra } = result([list, portfolio([subscription])], { horizonMonths: 12 });
    expect((Number(estUnit) / Number(currentUnit) - 1) * 100).toBeCloseTo(Number(risePercent), 1);
    if (given.estUnit === undefined) return;
    expect(estUnit).toBe(given.estUnit);
    // Eleven whole months and 21 of November's 30 days.
    expect(Number(extra)).toBeCloseTo(Number(given.extraPerMonth) * (11 + 21 / 30), 2);
  });
});

describe('refund of unused days', () => {
  it.each(refunds)('$id, $rule: $usedDays of $cycleDays days', ({ monthly, seats, usedDays, charge, net }) => {
    const list = priceList([price('P1Y/Annual', '211.20'), price('P1M/Monthly', monthly)]);
    const datasets = [list, portfolio([{ quantity: String(seats), commitmentEnd: '2027-03-31' }])];
    const whole = result(datasets, { scenario: { est: { bridgeDays: 30 } } });
    expect(whole.est).toBe(charge);
    expect(result(datasets, { scenario: { est: { bridgeDays: usedDays } } }).est).toBe(net);
  });
});

describe('customer prices', () => {
  it.each(margins)('$id, $rule', ({ margin, cost, erp, price: expected }) => {
    const from = { cost: exact(cost), erp: exact(erp) };
    expect(toDecimal(rulePrice(parseRule(margin as MarginRule), from, false, 2), 2, 2)).toBe(expected);
  });
});

describe('promotions', () => {
  it.each(promotions.arithmetic)('$id, $rule', ({ currency, termPlan, listPrice, percent, seats, ...expected }) => {
    const list = priceList([price(termPlan, listPrice, listPrice, { currency })]);
    const monthly = { ...bought(termPlan), commitmentStart: '2026-11-24', commitmentEnd: '2026-11-23' };
    const subscription = { ...monthly, currency, quantity: String(seats), promotionPercent: percent };
    const run = { asOf: '2026-11-24', horizonMonths: 1 };
    const { currentUnit, current } = result([list, portfolio([subscription])], run);
    expect({ effectiveUnit: currentUnit, subtotal: current }).toMatchObject({
      effectiveUnit: expected.effectiveUnit,
      subtotal: expected.subtotal,
    });
  });

  it.each(promotions.seats)('$id, $rule: $used of $max used, $requested asked', (seats) => {
    const { granted, remaining, max, used, requested } = seats;
    expect(grantSeats({ min: undefined, max }, requested, used)).toEqual({ granted, remaining });
  });
});

describe('what happens at the term end', () => {
  it.each(eligibility)('$id, $rule: $outcome', ({ termPlan, start, end, outcome, ...given }) => {
    const list = priceList([price('P1Y/Annual', '120'), price('P3Y/Annual', '360'), price('P1M/Monthly', '12')]);
    const autoRenew = given.autoRenew ?? 'false';
    const scheduledAction = given.action ?? '';
    const dates = { commitmentStart: start, commitmentEnd: end };
    const subscription = { ...bought(termPlan), ...dates, autoRenew, scheduledAction };
    expect(result([list, portfolio([subscription])]).outcome).toBe(outcome);
  });
});
