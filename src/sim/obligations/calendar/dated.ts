/** What the parts of the obligations have due: the MCA register, the role, agreements, evidence for CSPP Plus. */
import type { Day } from '../../../core/days.ts';
import type { DatedObligation } from '../../../core/obligations/dated.ts';
import { readinessDates } from '../../../core/obligations/plus/dates.ts';
import { programmeDates } from '../../../core/obligations/programme-days.ts';
import { obligationBook } from '../../../core/obligations/rules/book.ts';
import type { ObligationRule } from '../../../core/obligations/rules/types.ts';
import { termsDates } from '../../../core/obligations/terms/dates.ts';
import type { Programme } from '../../../core/obligations/programme.ts';
import { obligationsDueText } from '../../../core/text/en/obligations-due.ts';
import type { Dataset } from '../../../core/schema/dataset.ts';
import type { Book } from '../../book.ts';
import { mcaRegister } from '../mca/register.ts';
import type { McaCustomer } from '../mca/types.ts';
import { type CalendarRequest, DAYS_AHEAD, DAYS_BACK } from './types.ts';

const { mca: text } = obligationsDueText;

/** Customers of a day that are told by name; those behind them are told as a number. */
const NAMED_CUSTOMERS = 10;

/** Everything that is due by the parts, in no order. */
export function datedObligations(
  datasets: readonly Dataset[],
  book: Book,
  { simulation, obligations, seatsWanted }: CalendarRequest,
): readonly DatedObligation[] {
  const { register, programme, terms, readiness, packs } = obligations;
  const { asOf } = simulation.window;
  const rules = obligationBook(packs);
  const { customers } = mcaRegister(datasets, book, { simulation, register, seatsWanted, packs });
  return [
    ...blockedCustomers(customers),
    ...programmeDue(rules, programme, asOf),
    ...termsDates(terms, rules, asOf),
    ...readinessDates(readiness, terms),
  ];
}

/** By the last whole day before the first of a customer’s blocked actions can no longer be done. */
function blockedCustomers(customers: readonly McaCustomer[]): readonly DatedObligation[] {
  const days = new Map<Day, McaCustomer[]>();
  for (const customer of customers) {
    if (!customer.isBlocked || customer.until === undefined) continue;
    const day = customer.until - 1;
    days.set(day, [...(days.get(day) ?? []), customer]);
  }
  return [...days].flatMap(([day, ofDay]) => {
    const isAll = ofDay.length <= NAMED_CUSTOMERS + 1;
    const named = isAll ? ofDay : ofDay.slice(0, NAMED_CUSTOMERS);
    const others = ofDay.length - named.length;
    const base = { part: 'register', day, ifMet: text.ifMet, ifMissed: text.ifMissed, rule: 'R-130' } as const;
    return [
      ...named.map(({ key, customer, customerId, actions }): DatedObligation => ({
        ...base,
        ...{ id: `${key} ${String(day)}`, about: customer || customerId },
        what: text.what(actions.filter(({ isBlocked }) => isBlocked).length),
      })),
      ...(others === 0 ? [] : [{ ...base, id: `others ${String(day)}`, what: text.others(others) }]),
    ];
  });
}

/** Checks and mails that have gone by are over; a proof that has run out stays due. */
function programmeDue(rules: readonly ObligationRule[], programme: Programme, asOf: Day): readonly DatedObligation[] {
  const evidence = { ...programme, units: [] };
  return [
    ...programmeDates(rules, evidence, { from: asOf - DAYS_BACK, to: asOf - 1 }),
    ...programmeDates(rules, programme, { from: asOf, to: asOf + DAYS_AHEAD }),
  ];
}
