/** What an action is to do: product, term, billing plan, seats, promotion, and the end of the new term. */
import { type Day, addMonths, dayToText, partsOfDay, termMonths } from '../days.ts';
import { skuKey } from '../ids.ts';
import type { AddFinding } from './findings.ts';
import { type JsonNode, NumberText, memberOf, scalarOf } from './json-tree.ts';
import { type ScheduledAction, type Subject, dayOf, presentOf } from './subject.ts';
import { BILLING_PLANS, PLANS_OF_TERM, wordLike } from './vocabulary.ts';

export function lintInstructions(action: ScheduledAction, subject: Subject, add: AddFinding): void {
  const { instructions, type } = action;
  if (!instructions) return;
  lintCustomEnd(action, instructions, subject, add);
  if (type === 'Cancel') {
    add('instructions-with-cancel', instructions);
    return;
  }
  const product = memberOf(instructions, 'product');
  const quantity = presentOf(memberOf(instructions, 'quantity'));
  if (type === 'RenewToExtendedServiceTerm') {
    lintEst(product, quantity, subject, add);
    return;
  }
  lintProduct(product, instructions, add);
  if (!quantity) add('quantity-missing', instructions);
  else if (!isSeats(quantity)) add('quantity-bad', quantity, { text: scalarOf(quantity) });
}

/** A whole number from 1 on, as a number. */
function isSeats({ value }: JsonNode): boolean {
  return value instanceof NumberText && /^[1-9]\d{0,8}$/.test(value.text);
}

function lintProduct(product: JsonNode | undefined, instructions: JsonNode, add: AddFinding): void {
  const names = ['productId', 'skuId', 'billingCycle', 'termDuration'] as const;
  const missing = names.filter((name) => scalarOf(memberOf(product, name)) === '');
  if (missing.length > 0) add('product-missing', product ?? instructions, { names: missing.join(', ') });
  lintProductIds(product, add);
  const [term, plan] = [memberOf(product, 'termDuration'), memberOf(product, 'billingCycle')];
  const [termText, planText] = [scalarOf(term), scalarOf(plan)];
  const plans = PLANS_OF_TERM.get(termText.toUpperCase());
  const word = wordLike(BILLING_PLANS, planText);
  if (term && termText !== '' && !plans) add('term-unknown', term, { text: termText });
  if (plan && planText !== '' && !word) add('plan-unknown', plan, { text: planText });
  if (plan && plans && word && !plans.includes(word))
    add('not-sold-together', plan, { term: termText, plan: word, plans: plans.join(', ') });
}

function lintProductIds(product: JsonNode | undefined, add: AddFinding): void {
  const [productId, skuId] = [memberOf(product, 'productId'), memberOf(product, 'skuId')];
  const [productText, skuText] = [scalarOf(productId), scalarOf(skuId)];
  if (productId && productText !== '' && !/^[A-Z0-9]{12}$/i.test(productText.trim()))
    add('product-id-shape', productId, { text: productText });
  if (skuId && skuText !== '' && skuText.length < 4)
    add('sku-id-short', skuId, { text: skuText, padded: skuKey(skuText) });
}

/** seats, term and plan stand, and no promotion holds. */
function lintEst(
  product: JsonNode | undefined,
  quantity: JsonNode | undefined,
  { node, known }: Subject,
  add: AddFinding,
): void {
  const seats = scalarOf(memberOf(node, 'quantity')) || (known ? String(known.seats) : '');
  if (quantity && scalarOf(quantity) !== seats) add('est-seats', quantity, { text: scalarOf(quantity), seats });
  const promotion = presentOf(memberOf(product, 'promotionId'));
  if (promotion && scalarOf(promotion) !== '') add('est-promotion', promotion);
  for (const [name, only] of [
    ['termDuration', 'p1m'],
    ['billingCycle', 'monthly'],
  ] as const) {
    const field = memberOf(product, name);
    const text = scalarOf(field);
    if (field && text !== '' && text.toLowerCase() !== only) add('est-term', field, { text });
  }
}

/** the end of a new term can be aligned, which shortens it; a monthly one never to the 28th to 30th inside a month. */
function lintCustomEnd({ type }: ScheduledAction, instructions: JsonNode, { termEnd }: Subject, add: AddFinding): void {
  const field = presentOf(memberOf(instructions, 'customTermEndDate'));
  const text = scalarOf(field);
  if (!field || text === '') return;
  if (type === 'Cancel' || type === 'RenewToExtendedServiceTerm') {
    add('custom-end-not-here', field, { action: type });
    return;
  }
  const date = dayOf(text);
  if (date === undefined) {
    add('custom-end-unreadable', field, { text });
    return;
  }
  const term = scalarOf(memberOf(memberOf(instructions, 'product'), 'termDuration')).toUpperCase();
  const said = { date: dayToText(date), term };
  if (term === 'P1M' && isInnerMonthEnd(date)) add('custom-end-month-end', field, said);
  if (termEnd === undefined) return;
  const months = termMonths(term);
  const last = months === undefined ? undefined : addMonths(termEnd + 1, months) - 1;
  if (date <= termEnd) add('custom-end-too-early', field, { ...said, end: dayToText(termEnd) });
  else if (last !== undefined && date > last) add('custom-end-too-late', field, { ...said, last: dayToText(last) });
}

/** From the 28th to the 30th without being the last day of its month. */
function isInnerMonthEnd(day: Day): boolean {
  const { date } = partsOfDay(day);
  return date >= 28 && date <= 30 && partsOfDay(day + 1).date !== 1;
}
