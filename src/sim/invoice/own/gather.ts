/**
 * Lines of both sides put together: a line of Microsoft's goes where the surest own line of its month claims it (its subscription,
 * else its customer's product and SKU, else its product), so that no line is in two places and none is lost.
 */
import type { Month } from '../../../core/days.ts';
import { remember } from '../../remember.ts';
import { NO_MONTH } from '../model/line-months.ts';
import type { CostIndex } from './cost-index.ts';
import { type OwnLines, ownMonths } from './read-own.ts';
import { Resolver, type Target } from './resolve.ts';
import type { OwnQuestion } from './types.ts';

/** Lines of one thing in one month: of all currencies. */
export interface Gathered {
  readonly key: string;
  readonly month: Month;
  readonly costRows: number[];
  readonly ownRows: number[];
  /** Of the own lines; undefined: there is none. */
  target: Target | undefined;
}

export interface Gathering {
  readonly gathered: readonly Gathered[];
  readonly resolver: Resolver;
  /** Lines of Microsoft's that no invoice holds yet. */
  readonly unbilled: number;
}

/** What the lines of both sides are, with the months of Microsoft's. */
export interface Sides {
  readonly index: CostIndex;
  readonly months: Int32Array;
  readonly own: OwnLines;
}

/** All months as one. */
const ALL: Month = -2;

const PER_TURN = 4096;

/** Of the question's month, whatever the currency; in steps, with the share that is done. */
export function* gather(
  sides: Sides,
  { month, aliases, lag }: Omit<OwnQuestion, 'currency'>,
): Generator<number, Gathering> {
  const { index, months, own } = sides;
  const resolver = new Resolver(own, index, aliases);
  const gathered = new Map<string, Gathered>();
  const placed = (key: string, of: Month): Gathered =>
    remember(gathered, `${String(of)} ${key}`, () => ({
      ...{ key: `${String(of)} ${key}`, month: of, target: undefined },
      ...{ costRows: [], ownRows: [] },
    }));
  const ownMonthOf = ownMonths(own, lag);
  const all = own.rows + index.lines.rows;
  for (let row = 0; row < own.rows; row++) {
    if (row % PER_TURN === 0) yield row / all;
    const of = ownMonthOf[row] ?? NO_MONTH;
    if (month !== undefined && of !== month) continue;
    const target = resolver.targetOf(row);
    const group = placed(keyOf(target, resolver, row), month === undefined ? ALL : of);
    group.ownRows.push(row);
    group.target ??= target;
  }
  const invoices = index.lines.texts.invoiceNumber;
  let unbilled = 0;
  for (let row = 0; row < index.lines.rows; row++) {
    if (row % PER_TURN === 0) yield (own.rows + row) / all;
    const of = months[row] ?? NO_MONTH;
    if (month !== undefined && of !== month) continue;
    if ((invoices.values[invoices.codes[row] ?? 0] ?? '') === '') {
      unbilled++;
      continue;
    }
    const under = month === undefined ? ALL : of;
    const keys = costKeys(index, row);
    const claimed = keys.find((key) => gathered.get(`${String(under)} ${key}`)?.target !== undefined);
    placed(claimed ?? keys[1] ?? '', under).costRows.push(row);
  }
  return { gathered: [...gathered.values()], resolver, unbilled };
}

/** Where an own line belongs. */
function keyOf(target: Target, resolver: Resolver, row: number): string {
  if (target.kind === 'joined') {
    const { subscription, customer, productId, skuId } = target;
    if (subscription !== undefined) return subscriptionKey(subscription);
    return skuId === '' ? productKey(customer, productId) : skuKey(customer, `${productId}:${skuId}`);
  }
  const { customer, item } = resolver.keysOf(row);
  // One name may stand beside ids of several customers.
  const who = target.customer ?? customer;
  return `${target.kind} ${target.kind === 'loose' ? target.reason : ''} ${JSON.stringify([who, item])}`;
}

/** Where a line of Microsoft's may be claimed, the surest first. */
function costKeys({ lines, customerOf, productOf, products }: CostIndex, row: number): readonly string[] {
  const customer = customerOf[row] ?? 0;
  const product = products[productOf[row] ?? 0];
  return [
    subscriptionKey(lines.texts.subscriptionId.codes[row] ?? 0),
    skuKey(customer, product?.id ?? ''),
    productKey(customer, product?.productId ?? ''),
  ];
}

const subscriptionKey = (code: number): string => `subscription ${String(code)}`;
const skuKey = (customer: number, id: string): string => `sku ${String(customer)} ${id}`;
const productKey = (customer: number, id: string): string => `product ${String(customer)} ${id}`;
