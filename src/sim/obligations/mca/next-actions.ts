/** What is going to be done for each customer, and what of it a missing acceptance blocks. */
import { type Day, parseDay } from '../../../core/days.ts';
import { fraction, multiply, parseExact } from '../../../core/exact.ts';
import { idKey } from '../../../core/ids.ts';
import { lockPhase, locksOf } from '../../../core/locks.ts';
import { type Minor, minorDigits, roundToMinor } from '../../../core/money.ts';
import type { ActionKind } from '../../../core/obligations/mca/blocks.ts';
import type { PlannedAction } from '../../../core/obligations/register.ts';
import { textAt } from '../../../core/table.ts';
import { actionRows } from '../../actions/action-rows.ts';
import type { ActionRow } from '../../actions/types.ts';
import type { Book } from '../../book.ts';
import { Model } from '../../model.ts';
import type { McaRequest, NextAction } from './types.ts';

/** An action before it is held against the customer's acceptance. */
export interface OpenAction extends Omit<NextAction, 'isBlocked' | 'rules'> {
  readonly customerId: string;
  /** The day on which it takes effect. */
  readonly effective: Day;
}

const MONTHS = fraction(12);

/** Those that can still be done on as-of: decided changes of the scenario, seats wanted, scheduled transitions, plans of the register. */
export function openActions(book: Book, { simulation, register, seatsWanted }: McaRequest): readonly OpenAction[] {
  return new ActionReader(book, simulation, seatsWanted).read(register.plans);
}

class ActionReader {
  private readonly model: Model;
  private readonly decided: ReadonlyMap<number, ActionRow>;
  private readonly asOf: Day;
  private readonly seatsWanted: ReadonlyMap<string, number>;

  constructor(book: Book, simulation: McaRequest['simulation'], seatsWanted: McaRequest['seatsWanted']) {
    this.model = new Model(book, simulation);
    this.asOf = simulation.window.asOf;
    this.seatsWanted = seatsWanted;
    this.decided = new Map(actionRows(book, { simulation, ids: undefined }).map((row) => [row.row, row]));
  }

  read(plans: readonly PlannedAction[]): readonly OpenAction[] {
    const actions: OpenAction[] = [];
    for (let row = 0; row < this.model.book.rows; row++) {
      const decided = this.decided.get(row);
      const action = decided ? this.ofDecision(decided) : this.undecided(row);
      if (action) actions.push(action);
    }
    return [...actions, ...plans.flatMap((plan) => this.ofPlan(plan) ?? [])];
  }

  private text(name: string, row: number): string {
    return textAt(this.model.book.portfolio.table.columns.get(name), row);
  }

  private ofDecision(decided: ActionRow): OpenAction | undefined {
    const { row, outcome, seats, termDuration, billingPlan, inEst } = decided;
    if (typeof outcome === 'string' || !outcome.newTerm) return undefined;
    const { newTerm, from, bridgeEnds, locksAt } = outcome;
    const own = `${termDuration}/${billingPlan}`;
    const to = `${newTerm.termDuration}/${newTerm.billingPlan}`;
    const isMoved = !inEst && own !== to;
    const kind: ActionKind = newTerm.seats !== seats ? 'seats' : isMoved ? 'billing' : 'renewal';
    return {
      ...this.subject(row, newTerm.seats),
      ...{ kind, source: 'decided', until: locksAt, effective: bridgeEnds ?? from },
      seats: newTerm.seats === seats ? undefined : { from: seats, to: newTerm.seats },
      plan: isMoved ? { from: own, to } : undefined,
    };
  }

  /** Seats that are wanted but not decided, or an upgrade that Partner Center has scheduled. */
  private undecided(row: number): OpenAction | undefined {
    const { seatsWanted, model } = this;
    const wanted = seatsWanted.size === 0 ? undefined : seatsWanted.get(idKey(this.text('subscriptionId', row)));
    const { active, trial, licenceBased, action, seats, termEnd } = model.book.subscription(row);
    const isSeats = wanted !== undefined && wanted !== seats;
    if (!active || trial || !licenceBased || (!isSeats && action !== 'transition')) return undefined;
    if (lockPhase(termEnd, this.asOf) !== 'open') return undefined;
    return {
      ...this.subject(row, isSeats ? wanted : seats),
      ...(isSeats ? { kind: 'seats', source: 'wanted' } : { kind: 'upgrade', source: 'scheduled' }),
      ...{ until: locksOf(termEnd).locksAt, effective: termEnd + 1, plan: undefined },
      seats: isSeats ? { from: seats, to: wanted } : undefined,
    };
  }

  private ofPlan({ customerId, kind, what, by, worth, currency }: PlannedAction): OpenAction | undefined {
    const until = parseDay(by);
    if (until === undefined || until < this.asOf) return undefined;
    const amount = parseExact(worth);
    return {
      ...{ customerId, kind, source: 'planned', subscriptionId: '', product: what, until, effective: until, currency },
      ...{ seats: undefined, plan: undefined },
      worth: amount && currency !== '' ? roundToMinor(amount, minorDigits(currency)) : undefined,
    };
  }

  private subject(
    row: number,
    seats: number,
  ): Pick<OpenAction, 'customerId' | 'subscriptionId' | 'product' | 'currency' | 'worth'> {
    return {
      customerId: this.text('customerId', row),
      subscriptionId: this.text('subscriptionId', row),
      product: this.text('offerName', row) || `${this.text('productId', row)} ${this.text('skuId', row)}`,
      currency: this.text('currency', row),
      worth: this.yearOf(row, seats),
    };
  }

  /** Twelve months of some seats at the price of the new term. */
  private yearOf(row: number, seats: number): Minor | undefined {
    const assessed = this.model.assess(row);
    if (typeof assessed === 'string' || !Number.isSafeInteger(seats)) return undefined;
    return roundToMinor(
      multiply(multiply(assessed.renew, fraction(seats)), MONTHS),
      minorDigits(this.text('currency', row)),
    );
  }
}
