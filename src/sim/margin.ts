/** Customer prices from margin rules (spec §6, R-050): exact in, rounded `hu2` out. */
import {
  type Exact,
  ONE,
  add,
  compare,
  divide,
  fraction,
  larger,
  multiply,
  parseExact,
  smaller,
  subtract,
} from '../core/exact.ts';
import { roundPrice } from '../core/money.ts';
import type { MarginRule } from '../core/scenario/scenario.ts';

/** What a price is made from, per seat-month. */
export interface CostAndErp {
  readonly cost: Exact;
  readonly erp: Exact;
}

/** A margin rule with its decimal parsed. */
export interface ParsedRule {
  readonly rule: MarginRule;
  /** Percent as a share, or the fixed price. */
  readonly value: Exact;
}

/** Parses a rule once; the scenario reader has checked its decimals. */
export function parseRule(rule: MarginRule): ParsedRule {
  const text = rule.kind === 'fixed' ? rule.price : rule.percent;
  const value = parseExact(text);
  if (!value) throw new Error(`INTERNAL: margin rule is not a decimal: ${text}`);
  return { rule, value: rule.kind === 'fixed' ? value : divide(value, fraction(100)) };
}

/** `margin` of 100 % has no price; it is read as cost. */
function rawPrice({ rule, value }: ParsedRule, { cost, erp }: CostAndErp): Exact {
  switch (rule.kind) {
    case 'markup':
      return multiply(cost, add(ONE, value));
    case 'erp-discount':
      return multiply(erp, subtract(ONE, value));
    case 'margin':
      return compare(value, ONE) >= 0 ? cost : divide(cost, subtract(ONE, value));
    case 'fixed':
      return value;
  }
}

/** The customer's price per seat-month by a rule; with `clamp` kept between cost and ERP. */
export function rulePrice(rule: ParsedRule, from: CostAndErp, clamp: boolean, digits: number): Exact {
  const price = roundPrice(rawPrice(rule, from), digits);
  return clamp ? roundPrice(larger(from.cost, smaller(from.erp, price)), digits) : price;
}
