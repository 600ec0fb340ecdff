/** The partner's own invoices beside Microsoft's, thing by thing: what was billed, at which margin, and what is wrong with it. */
import { compare, divide, type Exact, isZero, multiply, negate, subtract, ZERO } from '../../../core/exact.ts';
import { minorDigits, roundPrice } from '../../../core/money.ts';
import { toEnd } from '../../to-end.ts';
import { namingRow, type Product } from './cost-index.ts';
import { type Gathered, gather, type Sides } from './gather.ts';
import { billedOf, costOf, costSeats, differ, expectedOf, ownSeats, toleranceOf } from './group-sums.ts';
import { differenceOf, type Sums, verdictOf } from './judge.ts';
import { isByInvoiceDate } from './read-own.ts';
import type { Resolver } from './resolve.ts';
import type { SellingPrices } from './selling.ts';
import { customersOf, looseNames, otherCurrencies, shareOf, totalsOf } from './totals.ts';
import { CUSTOMER_JOINS, JOINS, OWN_VERDICTS, type OwnAnswer, type OwnGroup, type OwnQuestion } from './types.ts';

export interface ThreeWay extends Sides {
  /** Positions in `LINE_KINDS` of Microsoft's lines. */
  readonly kinds: Uint8Array;
  readonly prices: SellingPrices;
}

/** The groups of the question's month and currency; every line of either side that is of both is in one of them. */
export function threeWay(sides: ThreeWay, question: OwnQuestion): OwnAnswer {
  return toEnd(threeWaySteps(sides, question));
}

/** The same in steps; the share that is done comes out of each. */
export function* threeWaySteps(sides: ThreeWay, question: OwnQuestion): Generator<number, OwnAnswer> {
  const gathering = gather(sides, question);
  let step = gathering.next();
  for (; !step.done; step = gathering.next()) yield step.value * GATHERED;
  const { gathered, resolver, unbilled } = step.value;
  const parts = gathered.map((group) => inCurrency(sides, group, question.currency));
  const judged: OwnGroup[] = [];
  for (const [at, part] of parts.entries()) {
    if (at % PER_TURN === 0) yield GATHERED + ((1 - GATHERED) * at) / parts.length;
    if (!isEmpty(part)) judged.push(judge(sides, part, resolver, question));
  }
  const open = new Set(judged.flatMap(({ loose, customerId }) => (loose && customerId !== '' ? [customerId] : [])));
  const isUncertain = ({ verdict, customerId }: OwnGroup): boolean => verdict === 'not-billed' && open.has(customerId);
  const groups = judged.map((group) => (isUncertain(group) ? { ...group, uncertain: true } : group)).sort(worstFirst);
  const ownRows = parts.flatMap((part) => part.ownRows);
  return {
    groups,
    customers: customersOf(groups),
    totals: totalsOf(groups),
    looseCustomers: looseNames(sides.own, resolver, ownRows, 'customer'),
    looseItems: looseNames(sides.own, resolver, ownRows, 'item'),
    otherCurrencies: otherCurrencies(sides, gathered, question.currency),
    unbilled,
    ownLines: ownRows.length,
    byInvoiceDate: ownRows.filter((row) => isByInvoiceDate(sides.own, row)).length,
  };
}

const PER_TURN = 512;
const GATHERED = 0.4;

/** The lines of a group that are in one currency. */
export interface Part extends Gathered {
  readonly elsewhere: Sums['elsewhere'];
}

const NOWHERE: Sums['elsewhere'] = { cost: false, billed: false };

function isEmpty({ costRows, ownRows }: Part): boolean {
  return costRows.length + ownRows.length === 0;
}

export function inCurrency({ index, own }: Sides, group: Gathered, currency: string): Part {
  const isIn =
    ({ codes, values }: { readonly codes: Uint32Array; readonly values: readonly string[] }) =>
    (row: number): boolean =>
      (values[codes[row] ?? 0] ?? '').trim().toUpperCase() === currency;
  const isCost = isIn(index.lines.texts.currency);
  const isOwn = isIn(own.texts.currency);
  if (group.costRows.every(isCost) && group.ownRows.every(isOwn)) return { ...group, elsewhere: NOWHERE };
  const costRows = group.costRows.filter(isCost);
  const ownRows = group.ownRows.filter(isOwn);
  const elsewhere = {
    cost: costRows.length < group.costRows.length,
    billed: ownRows.length < group.ownRows.length,
  };
  return { ...group, costRows, ownRows, elsewhere };
}

function judge(sides: ThreeWay, part: Part, resolver: Resolver, { month, currency }: OwnQuestion): OwnGroup {
  const { index, own, kinds, prices } = sides;
  const { costRows, ownRows, target } = part;
  const { lines } = index;
  const seats = { cost: costSeats(lines, kinds, costRows), own: ownSeats(own, ownRows) };
  const priced = expectedOf(lines, costRows, prices, currency);
  const sums: Sums = {
    cost: costOf(lines, costRows),
    billed: billedOf(own, ownRows),
    expected: priced?.amount,
    tolerance: toleranceOf(lines, kinds, costRows, currency),
    costLines: costRows.length,
    ownLines: ownRows.length,
    // Months of one side may be charged as a year by the other.
    quantityDiffers: month !== undefined && differ(seats.cost, seats.own),
    elsewhere: part.elsewhere,
  };
  const verdict =
    target?.kind === 'loose' ? 'not-joined' : target?.kind === 'set-aside' ? 'set-aside' : verdictOf(sums);
  const expected = priced ?? (verdict === 'quantity' ? atOwnPrice(sums.billed, seats, currency) : undefined);
  const margin = subtract(sums.billed, sums.cost);
  return {
    ...{ key: part.key, month, verdict, margin, ...namesOf(sides, part, resolver), ...joinsOf(ownRows, resolver) },
    ...{ cost: sums.cost, billed: sums.billed, marginShare: shareOf(margin, sums.billed) },
    ...{ expected: expected?.amount, priceFrom: expected?.from },
    difference: differenceOf(verdict, { ...sums, expected: expected?.amount }),
    ...{ costLines: costRows.length, ownLines: ownRows.length, costSeats: seats.cost, ownSeats: seats.own },
    ...{ quantityDiffers: sums.quantityDiffers, loose: target?.kind === 'loose' ? target.reason : undefined },
    uncertain: false,
  };
}

/** Microsoft's seats at the price that was billed for a seat; undefined where no seat was billed. */
function atOwnPrice(
  billed: Exact,
  seats: { readonly cost: Exact | undefined; readonly own: Exact | undefined },
  currency: string,
): { readonly amount: Exact; readonly from: 'own-price' } | undefined {
  if (!seats.cost || !seats.own || isZero(seats.own)) return undefined;
  const amount = divide(multiply(billed, seats.cost), seats.own);
  return { amount: roundPrice(amount, minorDigits(currency)), from: 'own-price' };
}

type Names = Pick<OwnGroup, 'customerId' | 'customer' | 'item' | 'productId' | 'skuId' | 'subscriptionId'>;

/** The same whatever the order of files and lines. */
function namesOf({ index }: Sides, { costRows, ownRows, target }: Part, resolver: Resolver): Names {
  const row = namingRow(index, costRows);
  const { customers, products } = index;
  const code = row === undefined ? target?.customer : index.customerOf[row];
  const ownName = least(ownRows.map((own) => resolver.text('customerName', own) || resolver.text('customerId', own)));
  const id = code === undefined ? '' : (customers.ids[code] ?? '');
  const named = target?.kind === 'joined' ? target : undefined;
  const product = row === undefined ? named && productNamed(products, named) : products[index.productOf[row] ?? 0];
  const subscriptions = index.lines.texts.subscriptionId;
  const codes = new Set(costRows.map((cost) => subscriptions.codes[cost] ?? 0));
  const [subscription] = codes.size === 1 ? codes : [];
  return {
    customerId: id,
    customer: (code === undefined ? '' : customers.names[code]) || ownName || id,
    item: product?.name ?? least(ownRows.map((own) => resolver.itemText(own))),
    productId: product?.productId ?? named?.productId ?? '',
    skuId: named?.skuId === '' ? '' : (product?.skuId ?? named?.skuId ?? ''),
    subscriptionId: subscription === undefined ? '' : (subscriptions.values[subscription] ?? ''),
  };
}

function productNamed(
  products: readonly Product[],
  { productId, skuId }: Pick<Product, 'productId' | 'skuId'>,
): Product | undefined {
  const fitting = products.filter((one) => one.productId === productId && (skuId === '' || one.skuId === skuId));
  const id = least(fitting.map((one) => one.id));
  return fitting.find((one) => one.id === id);
}

function least(texts: readonly string[]): string {
  return texts.reduce((first, text) => (text < first ? text : first), texts[0] ?? '');
}

function joinsOf(rows: readonly number[], resolver: Resolver): Pick<OwnGroup, 'joins' | 'customerJoins'> {
  const targets = rows.flatMap((row) => {
    const target = resolver.targetOf(row);
    return target.kind === 'joined' ? [target] : [];
  });
  return {
    joins: JOINS.filter((join) => targets.some((target) => target.join === join)),
    customerJoins: CUSTOMER_JOINS.filter((join) => targets.some((target) => target.customerJoin === join)),
  };
}

function worstFirst(a: OwnGroup, b: OwnGroup): number {
  const size = (value: Exact): Exact => (compare(value, ZERO) < 0 ? negate(value) : value);
  return (
    OWN_VERDICTS.indexOf(a.verdict) - OWN_VERDICTS.indexOf(b.verdict) ||
    compare(size(b.difference), size(a.difference)) ||
    compare(size(b.margin), size(a.margin)) ||
    order(a.customer, b.customer) ||
    order(a.item, b.item) ||
    order(a.subscriptionId, b.subscriptionId)
  );
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
