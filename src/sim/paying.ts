/** What customers pay under one set of margin rules and clauses (spec §6): made once for each lock and pair of them. */
import type { Day } from '../core/days.ts';
import { idKey } from '../core/ids.ts';
import { minorDigits } from '../core/money.ts';
import type { Clause, MarginRule, Scenario } from '../core/scenario/scenario.ts';
import { textAt } from '../core/table.ts';
import type { Book, Subscription } from './book.ts';
import type { Figures } from './figures.ts';
import type { Lock } from './lock.ts';
import { type ParsedRule, parseRule } from './margin.ts';
import {
  type ParsedClause,
  type Pay,
  type PayStep,
  type RuledPrice,
  makePay,
  makePayStep,
  noClause,
  parseClause,
  ruledPrice,
} from './pay.ts';
import { inner, remember } from './remember.ts';

/** What a margin rule is for; the first that there is wins. */
export type RuleLevel = 'subscription' | 'customer' | 'business';

/** A margin rule with a clause; equal pairs share one value. */
interface Terms {
  readonly id: number;
  readonly rule: ParsedRule;
  readonly clause: ParsedClause;
}

/** The parts of a scenario that decide who pays. */
type PayingScenario = Pick<Scenario, 'margin' | 'clauses'>;

/** The customers' prices on the figures of one pricing. */
export class PaySteps {
  private readonly ruled = new Map<Figures, Map<ParsedRule, RuledPrice>>();
  private readonly steps = new Map<Figures, Map<Pay, PayStep>>();

  of(pay: Pay, figures: Figures): PayStep {
    const steps = inner(this.steps, figures);
    const known = steps.get(pay);
    if (known) return known;
    const ruled = remember(inner(this.ruled, figures), pay.rule, () => ruledPrice(pay, figures));
    const step = makePayStep(pay, ruled);
    steps.set(pay, step);
    return step;
  }
}

export class Paying {
  private readonly book: Book;
  private readonly scenario: PayingScenario;
  private readonly asOf: Day;
  private readonly rules = new Map<string, ParsedRule>();
  private readonly clauseValues = new Map<string, ParsedClause>();
  private readonly terms = new Map<number, Terms>();
  private readonly sharedTerms = new Map<ParsedRule, Map<ParsedClause, Terms>>();
  private nextTerms = 0;
  private readonly businessRule: ParsedRule;
  private readonly customerRules: ReadonlyMap<string, ParsedRule>;
  private readonly subscriptionRules: ReadonlyMap<string, ParsedRule>;
  private readonly clauses: ReadonlyMap<string, ParsedClause>;
  private readonly withoutClause: ParsedClause;
  // Prices of scenarios that are gone take what was made from them along.
  private readonly pays = new WeakMap<Lock, Map<number, Pay>>();
  private lastSteps: { readonly pricing: object; readonly steps: PaySteps } | undefined;
  private readonly payOfRow: (Pay | undefined)[];
  private readonly lockOfRow: (Lock | undefined)[];

  constructor(book: Book, scenario: PayingScenario, asOf: Day) {
    this.book = book;
    this.scenario = scenario;
    this.asOf = asOf;
    const { margin, clauses } = scenario;
    this.businessRule = this.ruleOf(margin.business);
    const parsed = (rules: typeof margin.customers): ReadonlyMap<string, ParsedRule> =>
      new Map([...rules].map(([id, rule]) => [idKey(id), this.ruleOf(rule)]));
    this.customerRules = parsed(margin.customers);
    this.subscriptionRules = parsed(margin.subscriptions);
    this.withoutClause = noClause(asOf);
    this.clauses = new Map([...clauses].map(([id, clause]) => [idKey(id), this.clauseOf(clause)]));
    this.payOfRow = new Array<Pay | undefined>(book.rows).fill(undefined);
    this.lockOfRow = new Array<Lock | undefined>(book.rows).fill(undefined);
  }

  /** Equal rules and clauses of different customers share one value, so that their prices are made once. */
  private ruleOf(rule: MarginRule): ParsedRule {
    return remember(this.rules, JSON.stringify(rule), () => parseRule(rule));
  }

  private clauseOf(clause: Clause): ParsedClause {
    return remember(this.clauseValues, JSON.stringify(clause), () => parseClause(clause, this.asOf));
  }

  /** The customer's price of today under the most specific rule: subscription, customer, business. */
  payOf(subscription: Subscription, lock: Lock): Pay {
    const { row } = subscription;
    const known = this.payOfRow[row];
    if (known && this.lockOfRow[row] === lock) return known;
    const terms = this.termsOf(subscription);
    const key = terms.id * MAX_PRICES + subscription.customerPriceIndex;
    const pay = remember(inner(this.pays, lock), key, () => {
      const digits = minorDigits(subscription.sale.offer?.currency ?? '');
      const { clamp } = this.scenario.margin;
      return makePay({
        lock,
        rule: terms.rule,
        given: subscription.customerPrice,
        clause: terms.clause,
        clamp,
        digits,
      });
    });
    this.payOfRow[row] = pay;
    this.lockOfRow[row] = lock;
    return pay;
  }

  /** The steps of one pricing. Those of the last one are kept: there may be several for each subscription. */
  stepsUnder(pricing: object): PaySteps {
    if (this.lastSteps?.pricing !== pricing) this.lastSteps = { pricing, steps: new PaySteps() };
    return this.lastSteps.steps;
  }

  /** Where the rule of a subscription's customer price stands. */
  ruleLevelOf(subscription: Subscription): RuleLevel {
    if (this.ownRule(subscription)) return 'subscription';
    return this.customerRules.has(this.book.customers[subscription.customerIndex] ?? '') ? 'customer' : 'business';
  }

  /** The rule of a subscription's customer price. */
  marginRuleOf(subscription: Subscription): ParsedRule {
    return this.ownRule(subscription) ?? this.customerTerms(subscription.customerIndex).rule;
  }

  private ownRule({ row }: Subscription): ParsedRule | undefined {
    if (this.subscriptionRules.size === 0) return undefined;
    const ids = this.book.portfolio.table.columns.get('subscriptionId');
    return this.subscriptionRules.get(idKey(textAt(ids, row)));
  }

  private termsOf(subscription: Subscription): Terms {
    const terms = this.customerTerms(subscription.customerIndex);
    const own = this.ownRule(subscription);
    return own ? this.shared(own, terms.clause) : terms;
  }

  private customerTerms(customerIndex: number): Terms {
    return remember(this.terms, customerIndex, () => {
      const customer = this.book.customers[customerIndex] ?? '';
      const rule = this.customerRules.get(customer) ?? this.businessRule;
      return this.shared(rule, this.clauses.get(customer) ?? this.withoutClause);
    });
  }

  private shared(rule: ParsedRule, clause: ParsedClause): Terms {
    return remember(inner(this.sharedTerms, rule), clause, () => ({ id: this.nextTerms++, rule, clause }));
  }
}

/** Packs two indexes into one safe integer. */
const MAX_PRICES = 2 ** 26;

interface Known {
  readonly scenario: PayingScenario;
  readonly asOf: Day;
  readonly paying: Paying;
}

/** Scenarios that are compared take turns; each holds a price for every row. */
const MOST_KNOWN = 2;

const known = new WeakMap<Book, Known[]>();

/** What the customers of a book pay; shared by scenarios with the same rules and clauses. */
export function payingOf(book: Book, scenario: PayingScenario, asOf: Day): Paying {
  const kept = remember(known, book, (): Known[] => []);
  const { margin, clauses } = scenario;
  const at = kept.findIndex(
    (one) => one.asOf === asOf && one.scenario.margin === margin && one.scenario.clauses === clauses,
  );
  const [found = { scenario, asOf, paying: new Paying(book, scenario, asOf) }] = at < 0 ? [] : kept.splice(at, 1);
  kept.push(found);
  if (kept.length > MOST_KNOWN) kept.shift();
  return found.paying;
}
