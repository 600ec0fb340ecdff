/** Promotions as the Partner Center API gives them: one row for each product that a promotion asks for. */
import { fraction, multiply, parseExact, toDecimal } from '../../../core/exact.ts';
import type { PROMOTION_COLUMNS } from '../../../core/schema/columns.ts';
import { PLAN_WORDS } from '../../cells/words.ts';
import type { JsonObject, JsonValue } from '../../read/json.ts';
import { isList, listAt, textAtPath, valueAt } from '../../read/json-access.ts';
import type { Field } from '../../sheet/fields.ts';
import type { JsonFormat } from '../json-format.ts';

type PromotionField = Field & { readonly name: keyof typeof PROMOTION_COLUMNS };

const FIELDS: readonly PromotionField[] = [
  { name: 'promotionId', label: 'id', keys: [], kind: 'text', required: true },
  { name: 'name', label: 'name', keys: [], kind: 'text' },
  { name: 'productId', label: 'productId', keys: [], kind: 'text', required: true },
  { name: 'skuId', label: 'skuId', keys: [], kind: 'text', required: true },
  { name: 'termDuration', label: 'term.duration', keys: [], kind: 'text', required: true },
  { name: 'billingPlan', label: 'term.billingCycle', keys: [], kind: 'text', words: PLAN_WORDS },
  { name: 'percent', label: 'PercentDiscount', keys: [], kind: 'decimal', required: true },
  { name: 'start', label: 'startDate', keys: [], kind: 'period-start', required: true },
  { name: 'end', label: 'endDate', keys: [], kind: 'period-end', required: true },
  { name: 'minSeats', label: 'minSeats', keys: [], kind: 'decimal' },
  { name: 'maxSeats', label: 'maxSeats', keys: [], kind: 'decimal' },
];

export const PROMOTIONS: JsonFormat = {
  sheet: {
    kind: 'promotions',
    title: 'promotions of the Partner Center API (JSON)',
    fields: FIELDS,
    signature: [],
    ambiguous: 'microsoft',
  },
  matches: (item) => listAt(item, 'requiredProducts').some((product) => isList(valueAt(product, 'pricingPolicies'))),
  rowsOf: (item) => listAt(item, 'requiredProducts').map((product) => rowOf(item, product)),
  usedKeys: new Set(['id', 'name', 'startDate', 'endDate']),
};

function rowOf(item: JsonObject, product: JsonValue): Readonly<Record<string, string>> {
  const seats = seatsOf(item);
  return {
    promotionId: textAtPath(item, 'id'),
    name: textAtPath(item, 'name'),
    productId: textAtPath(product, 'productId'),
    skuId: textAtPath(product, 'skuId'),
    termDuration: textAtPath(product, 'term', 'duration'),
    billingPlan: textAtPath(product, 'term', 'billingCycle'),
    percent: percentOf(product),
    start: textAtPath(item, 'startDate'),
    end: textAtPath(item, 'endDate'),
    minSeats: textAtPath(seats, 'minSeats'),
    maxSeats: textAtPath(seats, 'maxSeats'),
  };
}

/** A fraction such as `0.05` as percent; what is no number stays as it is and is rejected later. */
function percentOf(product: JsonValue): string {
  const policy = listAt(product, 'pricingPolicies').find(
    (candidate) =>
      (textAtPath(candidate, 'policyType') || textAtPath(candidate, 'type')).toLowerCase() === 'percentdiscount',
  );
  const text = textAtPath(policy, 'value');
  const share = parseExact(text);
  return share ? toDecimal(multiply(share, fraction(100)), 0, 20) : text;
}

function seatsOf(item: JsonObject): JsonValue | undefined {
  const constraints = [valueAt(item, 'promotionConstraints'), valueAt(item, 'constraintsData')];
  return constraints.flatMap((constraint) => listAt(constraint, 'seatConstraints'))[0];
}
