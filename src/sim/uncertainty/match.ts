/** Finds the inputs of a subscription: for each thing that can be uncertain the last one whose every named field matches. */
import { idKey, productKey, skuKey } from '../../core/ids.ts';
import type { UncertainInput, UncertainMatch } from '../../core/scenario/uncertainty.ts';
import { UNCERTAIN } from './types.ts';

/** The fields of a subscription that an input may name, as they are in the portfolio. */
export type UncertainSubject = Readonly<Required<UncertainMatch>>;
type Field = keyof UncertainSubject;

const lower = (text: string): string => text.toLowerCase();

const NORMALISE: Readonly<Record<Field, (text: string) => string>> = {
  subscriptionId: idKey,
  customerId: idKey,
  productId: productKey,
  skuId: skuKey,
  segment: lower,
  currency: lower,
};
const FIELDS = Object.keys(NORMALISE) as Field[];

interface Prepared {
  readonly index: number;
  readonly what: number;
  readonly wanted: readonly (readonly [Field, string])[];
}

/** Inputs by subscription where they name one, so that thousands of them stay cheap. */
export class InputFinder {
  private readonly bySubscription = new Map<string, Prepared[]>();
  private readonly general: Prepared[] = [];

  constructor(inputs: readonly UncertainInput[]) {
    for (const [index, { what, match }] of inputs.entries()) {
      const wanted = FIELDS.flatMap((field) => {
        const value = match[field];
        return value === undefined ? [] : [[field, NORMALISE[field](value)] as const];
      });
      const prepared = { index, what: UNCERTAIN.indexOf(what), wanted };
      if (match.subscriptionId === undefined) this.general.push(prepared);
      else {
        const key = idKey(match.subscriptionId);
        this.bySubscription.set(key, [...(this.bySubscription.get(key) ?? []), prepared]);
      }
    }
  }

  /** Positions of the inputs by `UNCERTAIN`; −1 for none. */
  find(subject: UncertainSubject): readonly number[] {
    const found = UNCERTAIN.map(() => -1);
    const own = this.bySubscription.size > 0 ? this.bySubscription.get(idKey(subject.subscriptionId)) : undefined;
    for (const { index, what, wanted } of own ? [...this.general, ...own] : this.general) {
      if (index < (found[what] ?? -1)) continue;
      if (wanted.every(([field, value]) => NORMALISE[field](subject[field]) === value)) found[what] = index;
    }
    return found;
  }
}
