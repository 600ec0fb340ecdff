/** What can be chosen for a subscription, what happens if nobody chooses, and what the scenario decides. */
import type { Exit } from './exit.ts';
import type { ExitPricer } from './pricer.ts';
import type { WayChoice, WayOut } from './types.ts';

const CANCEL: WayChoice = { kind: 'cancel', plan: '', seats: 0, estDays: 0 };

/** The ways that are compared: each term and plan with the seats wanted, with all seats, and after EST; EST alone; cancelling. */
export function choicesOf(exit: Exit, plans: readonly string[], seatsWanted: number, estDays: number): WayChoice[] {
  const { seats } = exit.subscription;
  const renewals = isRenewed(exit) ? [exit.plan] : plans;
  const days = Math.min(estDays, exit.to - exit.from);
  const choices: WayChoice[] = renewals.map((plan) => renewal(plan, seatsWanted));
  if (seatsWanted !== seats) choices.push(...renewals.map((plan) => renewal(plan, seats)));
  if (!isRenewed(exit)) {
    if (days > 0) choices.push(...renewals.map((plan) => afterEst(plan, seatsWanted, days)));
    choices.push(throughEst(exit));
  }
  return [...choices, CANCEL];
}

/** In the 7 days after a renewal its seats can be cut or it can be cancelled; the term stands. */
function isRenewed({ verdict, phase }: Exit): boolean {
  return verdict.outcome === 'renews' && (phase === 'renewing' || phase === 'window');
}

function renewal(plan: string, seats: number): WayChoice {
  return { kind: 'renew', plan, seats, estDays: 0 };
}

function throughEst({ subscription, from, to }: Exit): WayChoice {
  return { kind: 'est', plan: '', seats: subscription.seats, estDays: to - from };
}

/** EST for some days, then a new term; days that are over leave only the term. */
function afterEst(plan: string, seats: number, days: number): WayChoice {
  if (days <= 0) return renewal(plan, seats);
  return { kind: 'est-renew', plan, seats, estDays: days };
}

/** What happens unless the scenario decides otherwise (spec §3). A scenario's bridge leads back to today's term and seats. */
export function defaultChoice(exit: Exit, bridgeDays: number | null): WayChoice {
  const { verdict, subscription, plan } = exit;
  const { outcome } = verdict;
  if (outcome === 'renews') return renewal(plan, subscription.seats);
  if (outcome === 'cancels' || outcome === 'lapses') return CANCEL;
  if (outcome === 'in-est' && subscription.action === 'cancel') return CANCEL;
  if (outcome === 'in-est' && (subscription.action === 'renew' || subscription.action === 'transition')) {
    return renewal(plan, subscription.seats);
  }
  return bridged(exit, bridgeDays, plan, subscription.seats);
}

function bridged(exit: Exit, bridgeDays: number | null, plan: string, seats: number): WayChoice {
  if (bridgeDays === null) return throughEst(exit);
  const { from, to, subscription, verdict } = exit;
  // Counted from the first day of the EST, of which some may be past; in EST already, from as-of.
  const past = verdict.outcome === 'in-est' ? 0 : from - (subscription.termEnd + 1);
  const days = bridgeDays - past;
  return days >= to - from ? throughEst(exit) : afterEst(plan, seats, days);
}

/** What the scenario decides for the subscription; undefined: nothing. */
export function decidedChoice(exit: Exit, bridgeDays: number | null): WayChoice | undefined {
  const { decision, subscription } = exit;
  if (!decision) return undefined;
  if (decision.outcome === 'cancels') return CANCEL;
  const [term = '', billing = ''] = exit.plan.split('/');
  const { termDuration = term, billingPlan = billing, quantity = subscription.seats } = decision.renewTo ?? {};
  const plan = `${termDuration}/${billingPlan}`;
  if (decision.outcome === 'renews') return renewal(plan, quantity);
  return bridged(exit, decision.bridgeDays ?? bridgeDays, plan, quantity);
}

/** All ways of a subscription, each once. */
export interface PricedWays {
  readonly ways: readonly WayOut[];
  readonly byDefault: WayOut;
  readonly decided: WayOut | undefined;
}

export function pricedWays(pricer: ExitPricer, exit: Exit, seatsWanted: number, estDays: number): PricedWays {
  const ways = choicesOf(exit, pricer.plansOf(exit), seatsWanted, estDays).map((choice) =>
    pricer.price(exit, choice, seatsWanted),
  );
  const wayOf = (choice: WayChoice): WayOut => {
    const known = ways.find((way) => isSame(way, choice));
    if (known) return known;
    const way = pricer.price(exit, choice, seatsWanted);
    ways.push(way);
    return way;
  };
  const { bridgeDays } = pricer.model.request.scenario.est;
  const byDefault = wayOf(defaultChoice(exit, bridgeDays));
  const decided = decidedChoice(exit, bridgeDays);
  return { ways, byDefault, decided: decided && wayOf(decided) };
}

function isSame(a: WayChoice, b: WayChoice): boolean {
  return a.kind === b.kind && a.plan === b.plan && a.seats === b.seats && a.estDays === b.estDays;
}
