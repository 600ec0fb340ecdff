import { describe, expect, it } from 'vitest';
import { dayToText } from '../../../../src/core/days.ts';
import { OBLIGATION_RULES, obligationBook } from '../../../../src/core/obligations/rules/book.ts';
import type { ObligationRule } from '../../../../src/core/obligations/rules/types.ts';
import { NO_TERMS, readTerms } from '../../../../src/core/obligations/terms.ts';
import { termsDates } from '../../../../src/core/obligations/terms/dates.ts';
import {
  changeState,
  contactState,
  coverState,
  staleMonthsOf,
  updateState,
} from '../../../../src/core/obligations/terms/duties.ts';
import { pastStatements } from '../../../../src/core/obligations/terms/history.ts';
import { agreementsOf, withAgreement } from '../../../../src/core/obligations/terms/kinds.ts';
import { deadlineOf, stateOf } from '../../../../src/core/obligations/terms/state.ts';
import states from '../../../fixtures/obligations/terms-states.json' with { type: 'json' };
import { agreementOf, day, first, termsOf } from './support.ts';

const DAY_FIELDS = new Set(['day', 'on', 'late', 'until']);
const readable = (state: object): object =>
  Object.fromEntries(
    Object.entries(state).map(([key, value]: [string, unknown]) => [
      key,
      DAY_FIELDS.has(key) && typeof value === 'number' ? dayToText(value) : value,
    ]),
  );
const cases = states.flatMap(({ case: name, agreement, on }) =>
  Object.entries(on).map(([asOf, expected]) => ({ name, agreement, asOf, expected })),
);

describe('an agreement on a day', () => {
  it.each(cases)('$name, $asOf', ({ agreement, asOf, expected }) => {
    expect(readable(stateOf(agreementOf(agreement), OBLIGATION_RULES, day(asOf)))).toEqual(expected);
  });

  it('takes its deadline and both branches from the book, also where a pack changed them', () => {
    const rule: ObligationRule = {
      ...{ id: 'R-170', title: 'New terms', figures: [], statements: [] },
      topic: 'cspp',
      days: [{ key: 'accept', day: '2027-06-30', what: 'Accept', ifMet: 'On', ifMissed: 'Off' }],
    };
    const book = obligationBook([{ name: 'ours', rules: [rule] }]);
    const cspp = agreementOf({ kind: 'cspp' });
    expect(deadlineOf(cspp, book)).toMatchObject({
      day: day('2027-06-30'),
      ifMet: 'On',
      ifMissed: 'Off',
      rule: 'R-170',
    });
    expect(stateOf(cspp, book, day('2027-06-30'))).toMatchObject({ state: 'due', days: 0 });
    expect(stateOf(agreementOf({ kind: 'cspp-old' }), book, day('2027-07-01'))).toMatchObject({ state: 'ended' });
  });
});

describe('duties while an agreement runs (R-173, R-174)', () => {
  it.each([
    ['2026-02-27', 'current'],
    ['2026-02-28', 'current'],
    ['2026-03-01', 'stale'],
  ])('a contact confirmed on 28 February 2025 is on %s %s', (asOf, state) => {
    const contact = first(agreementOf({ contacts: [{ id: '1', confirmedOn: '2025-02-28' }] }).contacts);
    const months = staleMonthsOf(NO_TERMS, OBLIGATION_RULES, day(asOf));
    expect(contactState(contact, months, day(asOf))).toMatchObject({ state, until: day('2026-02-28') });
    expect(contactState(contact, 120, day(asOf)).state).toBe('current');
  });

  it('takes the user’s months before the book’s, and nothing that is no number of months', () => {
    const months = (staleMonths: string) =>
      staleMonthsOf(termsOf({ staleMonths }), OBLIGATION_RULES, day('2026-01-05'));
    expect([months('6'), months(''), months('0'), months('soon')]).toEqual([6, 12, 12, 12]);
  });

  it('knows no contact as current that was never confirmed, or only later', () => {
    const { contacts } = agreementOf({ contacts: [{ id: '1' }, { id: '2', confirmedOn: '2026-01-06' }] });
    expect(contacts.map((one) => contactState(one, 12, day('2026-01-05')).state)).toEqual([
      'unconfirmed',
      'unconfirmed',
    ]);
  });

  it.each([
    ['2026-06-29', { state: 'held', days: 1 }],
    ['2026-06-30', { state: 'held', days: 0 }],
    ['2026-07-01', { state: 'ended' }],
  ])('cover until 30 June is on %s %o', (asOf, expected) => {
    expect(coverState('2026-06-30', day(asOf))).toMatchObject(expected);
  });

  it.each([
    ['2026-03-30', { state: 'due', days: 1 }],
    ['2026-03-31', { state: 'due', days: 0 }],
    ['2026-04-01', { state: 'missed' }],
  ])('an update due on 31 March is on %s %o', (asOf, expected) => {
    const agreement = agreementOf({ updates: [{ id: '1', what: 'New proof keys', dueOn: '2026-03-31' }] });
    expect(updateState(first(agreement.updates), agreement, day(asOf))).toMatchObject(expected);
  });

  it.each([
    ['', '2026-03-31', { state: 'applied', late: false }],
    ['', '2026-04-01', { state: 'applied', late: true }],
    ['granted', '2026-04-30', { state: 'applied', late: false }],
    ['granted', '', { state: 'missed', day: day('2026-04-30'), extended: true }],
    ['refused', '', { state: 'missed', day: day('2026-03-31'), extended: false }],
  ])('an update with more time %s, applied on %s: %o', (answer, appliedOn, expected) => {
    const agreement = agreementOf({
      updates: [{ id: '1', dueOn: '2026-03-31', appliedOn }],
      exceptions: [{ id: '1', concerns: '1', answer, until: '2026-04-30' }],
    });
    expect(updateState(first(agreement.updates), agreement, day('2026-05-01'))).toMatchObject(expected);
  });

  const again = (on: string, result: string) => ({ id: on, kind: 'again', on, result });
  it.each([
    [[], '', [], 'no-sign'],
    [['host'], '', [], 'ask'],
    [['host'], 'not-needed', [], 'not-needed'],
    [['host'], 'needed', [], 'needed'],
    [[], 'needed', [again('2026-03-09', 'passed')], 'needed'],
    [[], 'needed', [again('2026-03-10', 'passed')], 'verified'],
    [[], 'needed', [again('2026-03-11', 'failed')], 'failed'],
    [[], 'needed', [again('2026-03-20', 'passed'), again('2026-03-11', 'failed')], 'verified'],
    [[], 'needed', [again('2026-06-01', 'passed')], 'needed'],
    [[], 'needed', [{ ...again('2026-03-11', 'passed'), kind: 'random' }], 'needed'],
  ])('a change of 10 March with %j, said %s, verified %j: %s', (yes, verdict, reviews, state) => {
    const agreement = agreementOf({ changes: [{ id: '1', on: '2026-03-10', yes, verdict }], reviews });
    expect(changeState(first(agreement.changes), agreement.reviews, day('2026-05-31')).state).toBe(state);
  });
});

describe('the register', () => {
  it('bothers nobody with a programme that does not concern them', () => {
    const kinds = (applies: object) => agreementsOf(readTerms({ applies })).map(({ kind }) => kind);
    expect(kinds({})).toEqual([]);
    expect(kinds({ csp: 'yes', cspp: 'no' })).toEqual(['mpa', 'mca', 'mcra']);
    expect(kinds({ cspp: 'yes' })).toEqual(['cspp', 'cspp-old']);
    expect(termsDates(readTerms({ applies: { csp: 'no' } }), OBLIGATION_RULES, day('2026-01-05'))).toEqual([]);
  });

  it('keeps one MPA for each region, and own agreements before history', () => {
    const agreements = [
      { id: '1', kind: 'mpa', region: 'Europe' },
      { id: '2', kind: 'own', name: 'NDA' },
      { id: '3', kind: 'mpa', region: 'US' },
    ];
    const shown = agreementsOf(termsOf({ applies: { csp: 'yes' }, agreements }));
    expect(shown.map(({ kind, region, name }) => `${kind}${region}${name}`)).toEqual([
      'mpaEurope',
      'mpaUS',
      'mca',
      'ownNDA',
      'mcra',
    ]);
  });

  it('records one that stood there by itself when it is changed', () => {
    const terms = termsOf({});
    const mpa = first(agreementsOf(terms));
    const next = withAgreement(withAgreement(terms, { ...mpa, region: 'Europe' }), { ...mpa, region: 'US' });
    expect(next.agreements.map(({ region }) => region)).toEqual(['US']);
  });

  it('reads what was stored, and nothing else', () => {
    const stored = {
      applies: { csp: 'yes', cspp: 'perhaps' },
      agreements: [
        { id: '1', kind: 'cspp', acceptedOn: '2023-02-30', signers: [{ id: '1', email: 7 }, 'x', {}] },
        { id: '1' },
        4,
      ],
    };
    const terms = readTerms(JSON.parse(JSON.stringify(stored)) as unknown);
    expect(terms.applies).toEqual({ csp: 'yes', cspp: '', plus: '' });
    expect(terms.agreements).toHaveLength(1);
    expect(terms.agreements[0]).toMatchObject({ acceptedOn: '', signers: [{ id: '1', email: '' }] });
    expect(readTerms(JSON.parse(JSON.stringify(terms)) as unknown)).toEqual(terms);
    expect(readTerms('?')).toEqual(NO_TERMS);
  });

  it('shows what the old reseller agreement asked for as history, with what took its place', () => {
    const past = pastStatements(OBLIGATION_RULES, ['R-150', 'R-151'], day('2026-08-31'));
    expect(past[0]?.statement.text).toContain('renews on 31 August');
    expect(past[0]?.now?.text).toContain('never expires');
    expect(past.map(({ rule }) => rule)).toEqual(['R-150', ...Array<string>(5).fill('R-151')]);
    expect(pastStatements(OBLIGATION_RULES, ['R-150'], day('2019-08-31'))).toEqual([]);
    expect(pastStatements(OBLIGATION_RULES, ['R-150'], day('2019-09-01'))).toHaveLength(1);
  });
});

describe('dates for the calendar', () => {
  const asOf = day('2026-01-05');

  it('never reminds of a renewal of the MPA or MCRA', () => {
    const terms = termsOf({
      applies: { csp: 'yes' },
      agreements: [
        { id: '1', kind: 'mpa', acceptedOn: '2019-11-04' },
        { id: '2', kind: 'mca', acceptedOn: '2020-01-15' },
      ],
    });
    expect(termsDates(terms, OBLIGATION_RULES, asOf)).toEqual([]);
    expect(termsDates(terms, OBLIGATION_RULES, day('2018-08-01')).map(({ rule }) => rule)).toEqual(['R-150', 'R-132']);
  });

  it('gives what is open with both branches, in the order of days and without names of people', () => {
    const agreement = {
      ...{ id: '1', kind: 'cspp' },
      contacts: [
        { id: '1', name: 'Erika Berg', email: 'erika@contoso.com', confirmedOn: '2025-06-01' },
        { id: '2', confirmedOn: '2025-06-01' },
      ],
      insurances: [{ id: '1', kind: 'cyber', until: '2026-02-28' }],
      updates: [
        { id: '1', what: 'Proof keys', dueOn: '2026-03-31' },
        { id: '2', what: 'Done', dueOn: '2025-03-31', appliedOn: '2025-03-30' },
      ],
      exceptions: [
        { id: '1', concerns: '1', answer: 'granted', until: '2026-04-30' },
        { id: '2', what: 'Old TLS', concerns: '', answer: 'granted', until: '2026-05-15' },
      ],
    };
    const own = { id: '2', kind: 'own', name: 'NDA', acceptedOn: '2025-01-01', endsOn: '2026-12-31', ifMissed: 'No' };
    const dates = termsDates(
      termsOf({ applies: { cspp: 'yes' }, agreements: [agreement, own] }),
      OBLIGATION_RULES,
      asOf,
    );
    expect(dates.map(({ day: on, what, rule }) => [dayToText(on), what, rule])).toEqual([
      ['2023-04-30', 'Last day to accept the new CSPP terms', 'R-170'],
      ['2026-02-28', 'Last day of insurance: Privacy and cyber', 'R-173'],
      ['2026-04-30', 'Required update: Proof keys', 'R-173'],
      ['2026-05-15', 'End of an exception: Old TLS', 'R-173'],
      ['2026-06-01', 'Confirm 2 contacts of record', 'R-173'],
      ['2026-12-31', 'Last day of NDA', ''],
    ]);
    for (const { ifMet, ifMissed, about: name = '' } of dates)
      expect(Math.min(ifMet.length, ifMissed.length, name.length)).toBeGreaterThan(2);
    expect(new Set(dates.map(({ id }) => id)).size).toBe(dates.length);
    expect(JSON.stringify(dates)).not.toMatch(/Erika|contoso/i);
  });
});
