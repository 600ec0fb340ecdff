/** From a book and a scenario to the plan of its trials. */
import { compareCodeUnits } from '../../core/compare-text.ts';
import { monthOfDay } from '../../core/days.ts';
import { idKey } from '../../core/ids.ts';
import { type Result, err, ok } from '../../core/result.ts';
import { DEFAULT_UNCERTAINTY } from '../../core/scenario/read-uncertainty.ts';
import type { Decision } from '../../core/scenario/scenario.ts';
import type { Uncertainty } from '../../core/scenario/uncertainty.ts';
import { textAt } from '../../core/table.ts';
import type { Book } from '../book.ts';
import { endsRunningEst } from '../est-ends.ts';
import { type Assessment, Model } from '../model.ts';
import type { SimulationRequest } from '../types.ts';
import { problemsOf } from './check.ts';
import { DECIDED, EST, UNCHANGED } from './codes.ts';
import { type InputProblem, planInput } from './inputs.ts';
import { ItemMaker } from './items.ts';
import { InputFinder, type UncertainSubject } from './match.ts';
import { type PlannedItem, packItems } from './pack.ts';
import { runTrials } from './run.ts';
import { keyOfSeed, wordsOfId } from './seed.ts';
import { FOREVER, type Owner, type PlannedInput, type TrialPlan } from './types.ts';

/**
 * The plan of a scenario's trials: plain data that any worker can run a part of. A scenario that says nothing uncertain gives
 * trials that all equal the simulation. Errors: inputs that cannot be drawn.
 */
export function planTrials(book: Book, request: SimulationRequest): Result<TrialPlan, readonly InputProblem[]> {
  const uncertainty = request.scenario.uncertainty ?? DEFAULT_UNCERTAINTY;
  const problems = problemsOf(uncertainty);
  return problems.length > 0 ? err(problems) : ok(new Planner(book, request, uncertainty).plan());
}

class Planner {
  private readonly model: Model;
  private readonly uncertainty: Uncertainty;
  private readonly inputs: readonly PlannedInput[];
  private readonly finder: InputFinder;
  private readonly maker: ItemMaker;
  private readonly currencies: readonly string[];
  private readonly owners: Owner[] = [];
  private readonly ownerOf = new Map<string, number>();
  private readonly seen = new Map<string, number>();

  constructor(book: Book, request: SimulationRequest, uncertainty: Uncertainty) {
    this.model = new Model(book, request);
    this.uncertainty = uncertainty;
    this.inputs = uncertainty.inputs.map((input, index) => planInput(input, index, uncertainty));
    this.finder = new InputFinder(uncertainty.inputs);
    this.maker = new ItemMaker(this.model);
    this.currencies = [...this.model.book.currencies].sort(compareCodeUnits);
  }

  plan(): TrialPlan {
    const { rows } = this.model.request;
    const count = rows?.length ?? this.model.book.rows;
    const varying: PlannedItem[] = [];
    const fixed: PlannedItem[] = [];
    for (let index = 0; index < count; index++) {
      const item = this.itemOf(rows ? (rows[index] ?? 0) : index);
      if (item) (item.varies ? varying : fixed).push(item);
    }
    const months = monthOfDay(this.model.windowEnd - 1) - this.model.monthOfAsOf + 1;
    const { trials, seed } = this.uncertainty;
    const { window, scenario } = this.model.request;
    const common = {
      seed,
      key: keyOfSeed(seed),
      currencies: this.currencies,
      firstMonth: this.model.monthOfAsOf,
      months,
      inputs: this.inputs,
      owners: this.owners,
      window: { asOf: window.asOf, end: this.model.windowEnd },
      chargedDays: scenario.rules.refundDayCount === 'cancel-day-charged' ? 1 : 0,
    };
    const once = runTrials({ ...common, ...packItems(fixed), trials: 1 }, 0, 1);
    const { totals, months: byMonth, owners } = once;
    return { ...common, ...packItems(varying), trials, fixed: { totals, months: byMonth, owners } };
  }

  private itemOf(row: number): PlannedItem | undefined {
    // Rows without prices have their ids counted too, so that a price list changes no draws.
    const subject = this.subjectOf(row);
    const id = idKey(subject.subscriptionId);
    const twin = this.seen.get(id) ?? 0;
    this.seen.set(id, twin + 1);
    const input = this.finder.find(subject);
    const [outcome, bridgeDays, seats, price, fx] = input.map((at) => this.inputs[at]);
    const assessed = this.model.assess(row, decisionUnder(this.model.decisionFor(row), outcome, bridgeDays));
    if (typeof assessed === 'string' || assessed.verdict.outcome === 'excluded') return undefined;
    const exposed = exposureOf(assessed, outcome);
    if (exposed === 'never') return undefined;
    const moving = isMoving(price) || isMoving(fx);
    const item = this.maker.make(assessed, moving);
    if (!item) return undefined;
    const [idHigh, idLow] = wordsOfId(id);
    return {
      ...item,
      ...this.endsOf(assessed, outcome),
      ...{ row, input, idHigh, idLow, twin, moving },
      varies: exposed === 'drawn' || [bridgeDays, seats, price, fx].some((one) => one && one.form !== 'constant'),
      currency: this.currencies.indexOf(subject.currency),
      owner: this.ownerAt(row, subject),
      seats: assessed.subscription.seats,
      renewSeats: seatsOfRenewal(assessed),
    };
  }

  private subjectOf(row: number): UncertainSubject {
    const { columns } = this.model.book.portfolio.table;
    const at = (name: string): string => textAt(columns.get(name), row);
    return {
      subscriptionId: at('subscriptionId'),
      customerId: at('customerId'),
      productId: at('productId'),
      skuId: at('skuId'),
      segment: at('segment'),
      currency: at('currency'),
    };
  }

  /** When the EST ends by itself, and when it does where the outcome is another than EST. */
  private endsOf({ subscription, timeline, decision, start }: Assessment, outcome: PlannedInput | undefined): ItemEnds {
    // A decision's bridge stays where an input draws the outcome.
    const bridge = decision?.bridgeDays ?? this.model.request.scenario.est.bridgeDays ?? FOREVER;
    if (!timeline.inEst) return { bridge, ownEnd: FOREVER, endOtherwise: start };
    const over = Math.max(subscription.termEnd + 1, this.model.request.window.asOf);
    const ends = outcome
      ? outcome.form === 'constant' && outcome.value !== EST
      : endsRunningEst(subscription, decision);
    return { bridge, ownEnd: ends ? over : FOREVER, endOtherwise: over };
  }

  private ownerAt(row: number, { customerId, currency }: UncertainSubject): number {
    const key = `${currency}|${idKey(customerId)}`;
    const known = this.ownerOf.get(key);
    if (known !== undefined) return known;
    const customer = textAt(this.model.book.portfolio.table.columns.get('customerName'), row);
    const index = this.owners.push({ customerId, customer, currency: this.currencies.indexOf(currency) }) - 1;
    this.ownerOf.set(key, index);
    return index;
  }
}

type ItemEnds = Pick<PlannedItem, 'bridge' | 'ownEnd' | 'endOtherwise'>;

/** A decision with what every trial says instead of it: the day of its renewal follows a constant outcome or bridge. */
function decisionUnder(
  decision: Decision | undefined,
  outcome: PlannedInput | undefined,
  bridgeDays: PlannedInput | undefined,
): Decision | undefined {
  if (!decision) return undefined;
  const decided = outcome?.form === 'constant' ? DECIDED[outcome.value] : undefined;
  return {
    ...decision,
    ...(decided && { outcome: decided }),
    ...(bridgeDays?.form === 'constant' && { bridgeDays: bridgeDays.value }),
  };
}

/** Whether a subscription comes into EST: in every trial, in those that draw it, or in none. */
function exposureOf(
  { timeline, verdict }: Assessment,
  outcome: PlannedInput | undefined,
): 'always' | 'drawn' | 'never' {
  const isDrawn = outcome !== undefined && outcome.form !== 'constant';
  if (timeline.inEst) return isDrawn ? 'drawn' : 'always';
  // Values stand at odd places; a value without weight is not among them.
  if (isDrawn) return outcome.numbers.some((value, at) => at % 2 === 1 && value === EST) ? 'drawn' : 'never';
  const isEst = outcome ? outcome.value === EST : verdict.outcome === 'est-drift' || verdict.outcome === 'est-chosen';
  return isEst ? 'always' : 'never';
}

/** The seats that a decision renews to; −1: as many as there are. */
function seatsOfRenewal({ decision, renewal }: Assessment): number {
  return renewal && decision?.renewTo?.quantity !== undefined ? renewal.seats : -1;
}

function isMoving(input: PlannedInput | undefined): boolean {
  return input !== undefined && (input.form !== 'constant' || input.value !== UNCHANGED);
}
