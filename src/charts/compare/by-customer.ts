/** From one scenario's extra to another's, by the customers that move it. */
import type { ChartModel } from '../../core/chart.ts';
import type { ComparedCustomer } from '../../sim/compare/types.ts';
import type { ChartContext } from '../context.ts';
import type { WaterfallDatum } from '../waterfall.ts';
import { type BridgeStep, bridgeChart, bridgeFinding, together } from './bridge.ts';
import type { BridgeEnd } from './by-cause.ts';

/** More steps than this are no bridge: the others stand as one. */
const MOST_STEPS = 8;
/** More rows than this are no table to read. */
const MOST_ROWS = 500;

export const OTHERS = '#others';

export interface CustomerDatum {
  readonly kind: 'customer';
  /** Undefined: an end of the bridge, or all others together. */
  readonly customer: ComparedCustomer | undefined;
}

export interface CustomerBridge {
  readonly from: BridgeEnd;
  readonly to: BridgeEnd;
  /** Places of both in the comparison. */
  readonly places: readonly [from: number, to: number];
  /** Those of any currency: only that of the ends counts. */
  readonly customers: readonly ComparedCustomer[];
}

/** The customers with the largest differences, the others together; they add up to the difference of the extra. */
export function bridgeByCustomer(bridge: CustomerBridge, context: ChartContext): ChartModel<CustomerDatum> {
  const { format, text } = context;
  const words = text.compare.bridge;
  const { from, to } = bridge;
  const moved = movedCustomers(bridge, words.noName);
  const shown = moved.length > MOST_STEPS ? moved.slice(0, MOST_STEPS - 1) : moved;
  const rest = moved.slice(shown.length).map(({ step }) => step);
  const others = {
    key: OTHERS,
    label: words.others(rest.length, format.count(rest.length)),
    colour: 'var(--series-6)',
  };
  const ends = {
    ...{ fromName: from.name, toName: to.name, currency: from.totals.currency },
    ...{ from: from.totals.extra, to: to.totals.extra },
  };
  const all = moved.map(({ step }) => step);
  const finding =
    moved.length === 0
      ? [words.sameCustomers(from.name, to.name)]
      : [...bridgeFinding(ends, all, context), words.customers(moved.length, format.count(moved.length))];
  const listed = all.slice(0, MOST_ROWS);
  const unlisted = all.slice(MOST_ROWS);
  const unlistedStep = { ...others, label: words.others(unlisted.length, format.count(unlisted.length)) };
  const model = bridgeChart(
    {
      ...ends,
      title: words.byCustomer(from.name, to.name),
      labelTitle: words.customer,
      steps: [...shown.map(({ step }) => step), ...(rest.length > 0 ? [together(rest, others)] : [])],
      finding,
      rows: [...listed, ...(unlisted.length > 0 ? [together(unlisted, unlistedStep)] : [])],
    },
    context,
  );
  const customerOf = ({ step }: WaterfallDatum): ComparedCustomer | undefined =>
    shown.find((one) => one.step.key === step)?.customer;
  return {
    ...model,
    targets: model.targets.map(({ datum, ...target }) => ({
      ...target,
      datum: { kind: 'customer', customer: customerOf(datum) },
    })),
  };
}

interface Moved {
  readonly customer: ComparedCustomer;
  readonly step: BridgeStep;
}

/** Those whose extra differs between the two, the largest difference first. */
function movedCustomers({ places, customers, from }: CustomerBridge, noName: string): readonly Moved[] {
  const change = ({ step }: Moved): number => step.to - step.from;
  return customers
    .filter(({ currency }) => currency === from.totals.currency)
    .map((customer, index): Moved => {
      const [before, after] = [customer.extra[places[0]] ?? 0, customer.extra[places[1]] ?? 0];
      const colour = after < before ? 'var(--series-3)' : 'var(--series-2)';
      const label = customer.name || noName;
      return { customer, step: { key: String(index), label, from: before, to: after, colour } };
    })
    .filter((one) => change(one) !== 0)
    .sort((a, b) => Math.abs(change(b)) - Math.abs(change(a)));
}
