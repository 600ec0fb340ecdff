/**
 * What belongs together whatever else there is: by an id or a term that nothing else on either side has, where nothing was billed
 * that could be its Extended Service Term. `joinSides` would come to the same; this does it without an object for anything.
 */
import { NO_DAY } from '../../../core/table.ts';
import { TupleIndex } from '../../tuple-index.ts';
import type { EstTerms } from '../est-terms.ts';
import type { SubscriptionTable } from '../expected/subscription-table.ts';
import type { InvoiceLines } from '../model/types.ts';
import type { GroupTable } from './group-table.ts';
import type { MonthColumns } from './plain-line.ts';
import type { Join } from './types.ts';

const NONE = -1;
/** Where a subscription stands: to be joined with care, with a group of its id, with one of its term, or with nothing. */
const [OPEN, BY_ID, BY_TERM, ALONE] = [0, 1, 2, 3] as const;

interface Codes {
  readonly customers: Int32Array;
  readonly products: Int32Array;
  readonly skus: Int32Array;
}

export class SurePairs {
  /** Of each group its subscription, -1 where none is sure. */
  readonly subscriptionOf: Int32Array;
  /** Groups of customers that no export has. */
  readonly strangers: Int32Array;
  private readonly states: Uint8Array;
  /** Groups that a subscription has, and those that none can have. */
  private readonly isTaken: Uint8Array;
  private readonly groups: GroupTable;
  private readonly subscriptions: SubscriptionTable;
  private readonly codes: Codes & { readonly ids: Int32Array };
  /** By customer, product and SKU. */
  private readonly kinds: TupleIndex;
  /** By ids of subscriptions: how many groups have it, the last one of them, and whether an export has it. */
  private readonly groupsOfId: Int32Array;
  private readonly lastOfId: Int32Array;
  private readonly isExported: Uint8Array;
  private readonly estSkuOf: (at: number) => number;
  private readonly probe = [new Int32Array(1), new Int32Array(1), new Int32Array(1)] as const;

  constructor(lines: InvoiceLines, { groups, subscriptions }: MonthColumns, terms: EstTerms) {
    this.groups = groups;
    this.subscriptions = subscriptions;
    this.codes = {
      customers: groups.codes('customerId'),
      products: groups.codes('productId'),
      skus: groups.codes('skuId'),
      ids: groups.codes('subscriptionId'),
    };
    const ids = lines.texts.subscriptionId.values.length;
    this.kinds = new TupleIndex(keysOf(this.codes), groups.size);
    [this.groupsOfId, this.lastOfId, this.isExported] = [new Int32Array(ids), new Int32Array(ids), new Uint8Array(ids)];
    this.subscriptionOf = new Int32Array(groups.size).fill(NONE);
    this.states = new Uint8Array(subscriptions.size);
    this.isTaken = new Uint8Array(groups.size);
    this.estSkuOf = estSkuCodes(lines, subscriptions, terms);
    this.count();
    this.joinIds();
    this.joinTerms();
    this.leaveAlone();
    this.strangers = this.takeStrangers();
  }

  /** How a subscription with a group is joined with it. */
  joinOf(at: number): Join {
    return this.states[at] === BY_ID ? 'id' : 'term';
  }

  /** Nothing was billed of a subscription. */
  isAlone(at: number): boolean {
    return this.states[at] === ALONE;
  }

  /** A subscription that is to be joined with care. */
  isOpen(at: number): boolean {
    return this.states[at] === OPEN;
  }

  /** Groups that are to be joined with care. */
  openGroups(): Int32Array {
    return numbers(this.groups.size).filter((group) => this.isTaken[group] === 0);
  }

  private count(): void {
    for (let group = 0; group < this.groups.size; group++) {
      this.kinds.add(group);
      const id = this.codes.ids[group] ?? 0;
      this.groupsOfId[id] = (this.groupsOfId[id] ?? 0) + 1;
      this.lastOfId[id] = group;
    }
    for (const id of this.subscriptions.ids) if (id !== NONE) this.isExported[id] = 1;
  }

  private joinIds(): void {
    const { ids, products, skus } = this.subscriptions;
    for (let at = 0; at < this.subscriptions.size; at++) {
      const id = ids[at] ?? NONE;
      if (id === NONE || this.groupsOfId[id] !== 1) continue;
      const group = this.lastOfId[id] ?? 0;
      const isSame = this.codes.products[group] === products[at] && this.codes.skus[group] === skus[at];
      if (isSame && this.hasNoEst(at)) this.take(at, group, BY_ID);
    }
  }

  /** Of those whose ids nothing else has. */
  private joinTerms(): void {
    const { groups, subscriptions } = this;
    const ofGroups = new Terms([...keysOf(this.codes), groups.termStart, groups.termEnd], groups.size);
    for (let group = 0; group < groups.size; group++) {
      const isTold = groups.termStart[group] !== NO_DAY && groups.termEnd[group] !== NO_DAY;
      if (isTold && this.isTaken[group] === 0) ofGroups.add(group);
    }
    const columns = [...keysOf(subscriptions), subscriptions.termStart, subscriptions.termEnd];
    const own = new Terms(columns, subscriptions.size);
    for (let at = 0; at < subscriptions.size; at++) {
      if (this.states[at] === OPEN && subscriptions.termStart[at] !== NO_DAY) own.add(at);
    }
    for (let at = 0; at < subscriptions.size; at++) {
      if (this.states[at] !== OPEN || this.isBilledById(at) || !this.hasNoEst(at)) continue;
      const group = own.isAlone(columns, at) ? ofGroups.only(columns, at) : NONE;
      if (group !== NONE && this.isFree(group)) this.take(at, group, BY_TERM);
    }
  }

  /** Nothing is left that could have been billed of them. */
  private leaveAlone(): void {
    const left = new TupleIndex(keysOf(this.codes), this.groups.size);
    for (let group = 0; group < this.groups.size; group++) if (this.isTaken[group] === 0) left.add(group);
    for (let at = 0; at < this.subscriptions.size; at++) {
      if (this.states[at] !== OPEN || this.isBilledById(at) || !this.hasNoEst(at)) continue;
      if (left.find(keysOf(this.subscriptions), at) === NONE) this.states[at] = ALONE;
    }
  }

  private take(at: number, group: number, state: number): void {
    this.subscriptionOf[group] = at;
    this.states[at] = state;
    this.isTaken[group] = 1;
  }

  private isBilledById(at: number): boolean {
    const id = this.subscriptions.ids[at] ?? NONE;
    return id !== NONE && (this.groupsOfId[id] ?? 0) > 0;
  }

  /** No export has a group's id, and no other group. */
  private isFree(group: number): boolean {
    const id = this.codes.ids[group] ?? 0;
    return id === 0 || (this.groupsOfId[id] === 1 && this.isExported[id] === 0);
  }

  /** Nothing was billed that could be a subscription's Extended Service Term. */
  private hasNoEst(at: number): boolean {
    const sku = this.estSkuOf(at);
    if (sku === NONE) return true;
    const { customers, products } = this.subscriptions;
    this.probe[0][0] = customers[at] ?? NONE;
    this.probe[1][0] = products[at] ?? NONE;
    this.probe[2][0] = sku;
    return this.kinds.find(this.probe, 0) === NONE;
  }

  /** Groups of customers that no export has. */
  private takeStrangers(): Int32Array {
    const isKnown = new Set(this.subscriptions.customers);
    const strangers = numbers(this.groups.size).filter(
      (group) => !isKnown.has(this.codes.customers[group] ?? 0) && this.isFree(group),
    );
    for (const group of strangers) this.isTaken[group] = 1;
    return strangers;
  }
}

function numbers(size: number): Int32Array {
  return new Int32Array(size).map((_, number) => number);
}

function keysOf({ customers, products, skus }: Codes): readonly Int32Array[] {
  return [customers, products, skus];
}

/** Places by customer, product, SKU and term, with how many have each. */
class Terms {
  private readonly index: TupleIndex;
  private readonly counts: Int32Array;

  constructor(columns: readonly Int32Array[], size: number) {
    this.index = new TupleIndex(columns, size);
    this.counts = new Int32Array(size);
  }

  add(at: number): void {
    const term = this.index.add(at);
    this.counts[term] = (this.counts[term] ?? 0) + 1;
  }

  isAlone(columns: readonly Int32Array[], at: number): boolean {
    return this.counts[this.index.find(columns, at)] === 1;
  }

  /** The only place that has what stands in other columns; -1: none, or several. */
  only(columns: readonly Int32Array[], at: number): number {
    const term = this.index.find(columns, at);
    return this.counts[term] === 1 ? (this.index.first[term] ?? NONE) : NONE;
  }
}

/** Of each subscription the code of the Extended Service Term of its SKU; -1: there is none, or no line has it. */
function estSkuCodes(lines: InvoiceLines, { offers }: SubscriptionTable, terms: EstTerms): (at: number) => number {
  const known = new Map<unknown, number>();
  return (at) => {
    const offer = offers[at];
    if (!offer) return NONE;
    const before = known.get(offer);
    if (before !== undefined) return before;
    const sku = terms.estSku(offer);
    const code = (sku === undefined ? undefined : lines.codeOf('skuId', sku)) ?? NONE;
    known.set(offer, code);
    return code;
  };
}
