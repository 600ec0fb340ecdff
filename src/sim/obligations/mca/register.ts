/** Puts the register together: files, typed entries, the portfolio and what is going to be done. */
import { compareCodeUnits } from '../../../core/compare-text.ts';
import type { Day } from '../../../core/days.ts';
import { idKey } from '../../../core/ids.ts';
import { type Minor, safeMinor } from '../../../core/money.ts';
import { BLOCKING_RULES, isBlocked } from '../../../core/obligations/mca/blocks.ts';
import { duplicates } from '../../../core/obligations/mca/duplicates.ts';
import { type McaDays, customerStanding, mcaDays } from '../../../core/obligations/mca/standing.ts';
import { obligationBook } from '../../../core/obligations/rules/book.ts';
import type { Dataset } from '../../../core/schema/dataset.ts';
import type { Book } from '../../book.ts';
import { CustomerFacts } from './customer-facts.ts';
import { type OpenAction, openActions } from './next-actions.ts';
import { allAcceptances, byCustomer } from './standings.ts';
import type { McaCustomer, McaRegister, McaRequest, NextAction } from './types.ts';

/** The register on as-of. Customers of the portfolio, of customer lists with an acceptance or an action, and of acceptances. */
export function mcaRegister(datasets: readonly Dataset[], book: Book, request: McaRequest): McaRegister {
  const days = mcaDays(obligationBook(request.packs));
  const { asOf } = request.simulation.window;
  const { packs, register } = request;
  const all = allAcceptances(datasets, { entries: register.entries, packs }, days);
  const acceptances = all.filter(({ customerId }) => customerId !== '');
  const facts = new CustomerFacts(datasets, book, acceptances);
  const given = byCustomer(acceptances);
  const actions = byCustomer(openActions(book, request));
  const keys = new Set([...facts.inPortfolio(), ...given.keys(), ...actions.keys()]);
  keys.delete('');
  const customers = [...keys].map((key): McaCustomer => {
    const standing = customerStanding(given.get(key) ?? [], asOf, days);
    const next = (actions.get(key) ?? []).map((action) => heldAgainst(action, standing.counts?.standing, days));
    const cannotBuy = isBlocked('purchase', standing.counts?.standing, asOf, days);
    return { ...facts.of(key), ...standing, ...blockedOf(next), cannotBuy };
  });
  return {
    customers: customers.sort(mostUrgentFirst),
    duplicates: duplicates(facts.mentions().filter(({ customerId }) => keys.has(idKey(customerId)))),
    nobodys: all.length - acceptances.length,
    files: datasets.filter(({ kind }) => kind === 'agreements').length,
  };
}

function heldAgainst(
  { customerId: _, effective, ...action }: OpenAction,
  standing: Parameters<typeof isBlocked>[1],
  days: McaDays,
): NextAction {
  return {
    ...action,
    isBlocked: isBlocked(action.kind, standing, effective, days),
    rules: BLOCKING_RULES[action.kind],
  };
}

function blockedOf(actions: readonly NextAction[]): Pick<McaCustomer, 'actions' | 'isBlocked' | 'until' | 'worth'> {
  const blocked = actions.filter((action) => action.isBlocked);
  const sums = new Map<string, Minor>();
  for (const { currency, worth } of blocked)
    if (worth !== undefined) sums.set(currency, safeMinor((sums.get(currency) ?? 0) + worth));
  return {
    actions: [...actions].sort((a, b) => Number(b.isBlocked) - Number(a.isBlocked) || order(a.until) - order(b.until)),
    isBlocked: blocked.length > 0,
    until: blocked.map(({ until }) => until).sort((a, b) => order(a) - order(b))[0],
    worth: [...sums]
      .map(([currency, amount]) => ({ currency, amount }))
      .sort((a, b) => compareCodeUnits(a.currency, b.currency)),
  };
}

/** Without a deadline comes last. */
function order(day: Day | undefined): number {
  return day ?? 1e9;
}

function mostUrgentFirst(a: McaCustomer, b: McaCustomer): number {
  return (
    Number(b.isBlocked) - Number(a.isBlocked) ||
    order(a.until) - order(b.until) ||
    Number(b.flags.length > 0) - Number(a.flags.length > 0) ||
    compareCodeUnits(a.customer, b.customer) ||
    compareCodeUnits(a.key, b.key)
  );
}
