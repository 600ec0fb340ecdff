/** The days of the register, for a calendar: what is not done yet, whether it lies ahead or has passed. No names of people. */
import { type Day, addMonths, parseDay } from '../../days.ts';
import type { DatedObligation } from '../dated.ts';
import { termsText } from '../../text/en/obligations-terms.ts';
import type { ObligationRule } from '../rules/types.ts';
import { staleMonthsOf, updateState } from './duties.ts';
import { agreementsOf } from './kinds.ts';
import { agreementName } from './name.ts';
import { deadlineOf, stateOf } from './state.ts';
import type { Agreement, Terms } from './types.ts';

const { dates: text } = termsText;

/**
 * What is to be done by which day: acceptances, required updates, contacts to confirm, ends of insurance, of granted exceptions and
 * of own agreements; in the order of days.
 */
export function termsDates(terms: Terms, book: readonly ObligationRule[], asOf: Day): readonly DatedObligation[] {
  const months = staleMonthsOf(terms, book, asOf);
  return agreementsOf(terms)
    .flatMap((agreement) => {
      const { state } = stateOf(agreement, book, asOf);
      if (state === 'ended' || state === 'superseded' || state === 'ending') return [];
      return [
        ...acceptance(agreement, book, asOf),
        ...updates(agreement, asOf),
        ...contacts(agreement, months, asOf),
        ...insurances(agreement),
        ...exceptions(agreement),
        ...ownEnd(agreement),
      ];
    })
    .toSorted((a, b) => a.day - b.day);
}

function acceptance(agreement: Agreement, book: readonly ObligationRule[], asOf: Day): readonly DatedObligation[] {
  const { state } = stateOf(agreement, book, asOf);
  const deadline = deadlineOf(agreement, book);
  if (!deadline || (state !== 'due' && state !== 'missed')) return [];
  const { day, what, ifMet, ifMissed, rule } = deadline;
  return [
    { id: `${agreement.id} accept`, part: 'terms', day, what, ifMet, ifMissed, rule, about: agreementName(agreement) },
  ];
}

function updates(agreement: Agreement, asOf: Day): readonly DatedObligation[] {
  return agreement.updates.flatMap((update) => {
    const found = updateState(update, agreement, asOf);
    if (found.state !== 'due' && found.state !== 'missed') return [];
    return [
      dateOf(
        agreement,
        `update ${update.id}`,
        found.day,
        text.update(update.what || text.unnamedUpdate),
        text.updateBranches,
      ),
    ];
  });
}

/** One date for all contacts that grow stale on the same day. */
function contacts(agreement: Agreement, months: number | undefined, asOf: Day): readonly DatedObligation[] {
  if (months === undefined) return [];
  const stale = agreement.contacts.flatMap(({ id, confirmedOn }) => {
    const confirmed = parseDay(confirmedOn);
    return confirmed === undefined || confirmed > asOf ? [] : [{ id, day: addMonths(confirmed, months) }];
  });
  return [...new Set(stale.map(({ day }) => day))].map((day) => {
    const [first, ...others] = stale.filter((one) => one.day === day);
    const which = `contacts ${first?.id ?? ''}`;
    return dateOf(agreement, which, day, text.contacts(1 + others.length), text.contactBranches);
  });
}

function insurances(agreement: Agreement): readonly DatedObligation[] {
  return agreement.insurances.flatMap(({ id, kind, until }) => {
    const day = parseDay(until);
    return day === undefined
      ? []
      : [dateOf(agreement, `insurance ${id}`, day, text.insurance(termsText.insurances[kind]), text.insuranceBranches)];
  });
}

/** Those that move another date are told there. */
function exceptions(agreement: Agreement): readonly DatedObligation[] {
  return agreement.exceptions.flatMap(({ id, concerns, answer, until, what }) => {
    const day = parseDay(until);
    if (concerns !== '' || answer !== 'granted' || day === undefined) return [];
    return [
      dateOf(agreement, `exception ${id}`, day, text.exception(what || text.unnamedException), text.exceptionBranches),
    ];
  });
}

function ownEnd(agreement: Agreement): readonly DatedObligation[] {
  const day = agreement.kind === 'own' ? parseDay(agreement.endsOn) : undefined;
  if (day === undefined) return [];
  return [{ ...dateOf(agreement, 'end', day, text.ends(agreementName(agreement)), text.endBranches), rule: '' }];
}

function dateOf(
  agreement: Agreement,
  which: string,
  day: Day,
  what: string,
  branches: { readonly ifMet: string; readonly ifMissed: string },
): DatedObligation {
  const rule = agreement.kind === 'cspp' || agreement.kind === 'cspp-plus' ? 'R-173' : '';
  return {
    id: `${agreement.id} ${which}`,
    part: 'terms',
    day,
    what,
    ...branches,
    rule,
    about: agreementName(agreement),
  };
}
