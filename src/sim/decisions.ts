/** Finds the user's decision about a subscription: the last one whose every named field matches (spec §11). */
import { idKey, productKey, skuKey } from '../core/ids.ts';
import type { Decision } from '../core/scenario/scenario.ts';

/** The fields of a subscription that a decision may name. */
export interface DecisionSubject {
  readonly subscriptionId: string;
  readonly customerId: string;
  readonly productId: string;
  readonly skuId: string;
  readonly segment: string;
}

type Field = keyof DecisionSubject;

const NORMALISE: Readonly<Record<Field, (text: string) => string>> = {
  subscriptionId: idKey,
  customerId: idKey,
  productId: productKey,
  skuId: skuKey,
  segment: (text) => text.toLowerCase(),
};

interface Prepared {
  readonly position: number;
  readonly decision: Decision;
  readonly wanted: readonly (readonly [Field, string])[];
}

/** Decisions indexed by subscription where they name one, so that thousands of them stay cheap. */
export class DecisionFinder {
  private readonly bySubscription = new Map<string, Prepared[]>();
  private readonly general: Prepared[] = [];

  constructor(decisions: readonly Decision[]) {
    for (const [position, decision] of decisions.entries()) {
      const wanted: (readonly [Field, string])[] = [];
      for (const field of Object.keys(NORMALISE) as Field[]) {
        const value = decision.match[field];
        if (value !== undefined) wanted.push([field, NORMALISE[field](value)]);
      }
      const prepared = { position, decision, wanted };
      const id = decision.match.subscriptionId;
      if (id === undefined) this.general.push(prepared);
      else this.bySubscription.set(idKey(id), [...(this.bySubscription.get(idKey(id)) ?? []), prepared]);
    }
  }

  get isEmpty(): boolean {
    return this.general.length === 0 && this.bySubscription.size === 0;
  }

  find(subject: DecisionSubject): Decision | undefined {
    let best: Prepared | undefined;
    const own = this.bySubscription.size > 0 ? this.bySubscription.get(idKey(subject.subscriptionId)) : undefined;
    for (const prepared of own ? [...this.general, ...own] : this.general) {
      if (best && best.position > prepared.position) continue;
      if (prepared.wanted.every(([field, value]) => NORMALISE[field](subject[field]) === value)) best = prepared;
    }
    return best?.decision;
  }
}
