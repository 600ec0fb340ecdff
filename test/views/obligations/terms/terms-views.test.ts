import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../../src/core/format.ts';
import { OBLIGATION_RULES } from '../../../../src/core/obligations/rules/book.ts';
import { readAllowList } from '../../../../src/core/obligations/signer/domains.ts';
import { TextBuilder } from '../../../../src/core/column-builders.ts';
import type { Agreement } from '../../../../src/core/obligations/terms/types.ts';
import { agreementRow } from '../../../../src/views/obligations/agreements/columns.ts';
import { openPoints, stateOfAgreement } from '../../../../src/views/obligations/agreements/words.ts';
import { marketsOf } from '../../../../src/views/obligations/plus/markets.ts';
import { readAmount } from '../../../../src/views/obligations/plus/typed-amount.ts';
import { agreementOf, day, termsOf } from '../../../core/obligations/terms/support.ts';

const textColumn = (cells: readonly string[]) => {
  const builder = new TextBuilder();
  for (const cell of cells) builder.push(cell);
  return builder.finish();
};
const about = (asOf: string) => ({
  ...{ terms: termsOf({}), book: OBLIGATION_RULES, asOf: day(asOf) },
  format: createFormat('en-GB'),
});
const words = (agreement: Agreement, asOf: string) => stateOfAgreement(agreement, about(asOf)).text;

describe('agreements in words', () => {
  it.each([
    [
      { kind: 'mpa', acceptedOn: '2019-11-04' },
      '2026-08-31',
      'Accepted on 4 Nov 2019; never expires: no yearly renewal',
    ],
    [{ kind: 'mpa' }, '2020-01-31', 'Due today'],
    [{ kind: 'mpa' }, '2020-01-30', 'Due in 1 day'],
    [{ kind: 'cspp' }, '2023-05-01', 'Missed: the deadline was 30 Apr 2023, and no acceptance by then is entered'],
    [{ kind: 'cspp-old', acceptedOn: '2015-01-01' }, '2023-05-01', 'Ended on 30 Apr 2023, whatever was signed'],
    [{ kind: 'mcra' }, '2019-08-31', 'Ends today'],
    [{ kind: 'mcra' }, '2019-09-01', 'Ended on 31 Aug 2019; in its place: CSP: Microsoft Partner Agreement (MPA)'],
    [{ kind: 'cspp-plus' }, '2026-01-05', 'Not accepted; no deadline is known'],
  ])('%o on %s: %s', (fields, asOf, expected) => {
    expect(words(agreementOf(fields), asOf)).toBe(expected);
  });

  it('says of a late acceptance what it means', () => {
    expect(words(agreementOf({ kind: 'cspp', acceptedOn: '2023-05-02' }), '2026-01-05')).toContain(
      'after the deadline of 30 Apr 2023',
    );
  });

  it('tells the branch that is open or was taken, and counts what needs attention', () => {
    const cspp = agreementOf({
      ...{ kind: 'cspp', acceptedOn: '2023-04-12', allowList: 'wopi.contoso.com' },
      signers: [{ id: '1', firstName: 'Erika', lastName: 'Berg', email: 'e@fabrikam.com', signedAs: 'Erika Berg' }],
      contacts: [{ id: '1', confirmedOn: '2024-01-01' }],
      updates: [{ id: '1', dueOn: '2025-12-31' }],
    });
    const row = agreementRow(cspp, about('2026-01-05'));
    expect(row).toMatchObject({ state: 'Accepted', open: 3 });
    expect(row.follows).toContain('goes on');
    expect(agreementRow(agreementOf({ kind: 'cspp' }), about('2026-01-05')).follows).toContain('applies anew');
    expect(
      openPoints({ ...cspp, signers: [], contacts: [], updates: [] }, readAllowList(''), about('2026-01-05')),
    ).toBe(0);
  });
});

describe('what is typed and what the portfolio has', () => {
  it.each([
    ['', ''],
    ['10000', '10000'],
    ['25,000', '25000'],
    ['25.000', '25000'],
    ['1 250,50', '1250.5'],
    ['1,250.50', '1250.5'],
    ['1.250.000', '1250000'],
    ['0,5', '0.5'],
    ['−3', undefined],
    ['-3', undefined],
    ['x', undefined],
  ])('the amount “%s” is %s', (typed, amount) => {
    expect(readAmount(typed)).toBe(amount);
  });

  it('counts the customers of each market once', () => {
    const columns = new Map([
      ['customerId', textColumn(['A', 'a', 'B', 'C', 'D'])],
      ['market', textColumn(['US', 'us', 'US', 'DE', ''])],
    ]);
    expect(marketsOf({ rows: 5, columns })).toEqual([
      { market: 'US', customers: 2 },
      { market: 'DE', customers: 1 },
    ]);
  });
});
