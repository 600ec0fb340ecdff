import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayToText } from '../../../../src/core/days.ts';
import { ACTION_KINDS, isBlocked } from '../../../../src/core/obligations/mca/blocks.ts';
import { agreementType, customerStanding, mcaDays } from '../../../../src/core/obligations/mca/standing.ts';
import { type Acceptance, type AgreementType, FLAGS, GRADES, type Way, WAYS } from '../../../../src/core/obligations/mca/types.ts'; // prettier-ignore
import { OBLIGATION_RULES, obligationBook } from '../../../../src/core/obligations/rules/book.ts';
import { day } from '../../../support/simulation.ts';

interface Case {
  readonly name: string;
  readonly on: string;
  readonly acceptances: readonly ({
    readonly agreed: string;
    readonly way: Way;
    readonly type: AgreementType;
  } & Partial<Acceptance['contact']>)[];
  readonly grade: string;
  readonly flags: readonly string[];
  readonly blocked: readonly string[];
  readonly counts?: string;
}

const CASES = JSON.parse(
  readFileSync(new URL('../../../fixtures/obligations/mca-standing.json', import.meta.url), 'utf8'),
) as readonly Case[];

const PERSON = { firstName: 'Kim', lastName: 'Example', email: 'kim@fabrikam.example', phone: '555-0100' };

function acceptance({ agreed, way, type, ...contact }: Case['acceptances'][number], row: number): Acceptance {
  return {
    ...{ customerId: 'c', type, agreed: day(agreed), way, contact: { ...PERSON, ...contact } },
    ...{ organisation: '', reseller: '', reference: '', source: { file: 'a.json', row } },
  };
}

describe('what a customer’s acceptances count for', () => {
  it.each(CASES)('$name', ({ on, acceptances, grade, flags, blocked, counts }) => {
    const days = mcaDays(OBLIGATION_RULES);
    const found = customerStanding(acceptances.map(acceptance), day(on), days);
    expect({ grade: found.grade, flags: found.flags }).toEqual({ grade, flags });
    expect(ACTION_KINDS.filter((kind) => isBlocked(kind, found.counts?.standing, day(on), days))).toEqual(blocked);
    const agreed = found.counts?.agreed;
    if (counts !== undefined) expect(agreed === undefined ? '' : dayToText(agreed)).toBe(counts);
  });

  it('has a worked case for every flag, grade and way', () => {
    const seen = (of: (one: Case) => readonly string[]): Set<string> => new Set(CASES.flatMap(of));
    expect(seen(({ flags }) => flags)).toEqual(new Set(FLAGS));
    expect(seen(({ grade }) => [grade])).toEqual(new Set(GRADES));
    expect(seen(({ acceptances }) => acceptances.map(({ way }) => way))).toEqual(new Set(WAYS));
  });

  it('takes its days from the book: rules added as data move them', () => {
    const [known] = OBLIGATION_RULES.filter(({ id }) => id === 'R-137');
    if (!known) throw new Error('no R-137');
    const moved = known.days.map((one) => (one.key === 'attestedBefore' ? { ...one, day: '2024-04-01' } : one));
    const book = obligationBook([{ name: 'ours', rules: [{ ...known, statements: [], days: moved }] }]);
    const one = acceptance({ agreed: '2024-03-31', way: 'attested-ux', type: 'mca' }, 1);
    expect(customerStanding([one], day('2026-11-26'), mcaDays(book)).flags).toEqual(['old-attestation']);
    expect(customerStanding([one], day('2026-11-26'), mcaDays(OBLIGATION_RULES)).flags).toEqual([]);
  });

  it('prefers a typed acceptance to one of a file of the same day', () => {
    const file = acceptance({ agreed: '2024-05-01', way: 'unknown', type: 'mca' }, 1);
    const typed: Acceptance = { ...file, way: 'link', source: { entry: 'e1' } };
    expect(customerStanding([file, typed], day('2026-11-26'), mcaDays(OBLIGATION_RULES)).grade).toBe('clicked');
  });

  it.each([
    ['MicrosoftCustomerAgreement', 'mca'],
    ['Microsoft Customer Agreement (MCA)', 'mca'],
    ['mca', 'mca'],
    ['MicrosoftCloudAgreement', 'legacy'],
    ['', 'legacy'],
  ])('reads the type %s as %s (R-131)', (text, type) => {
    expect(agreementType(text)).toBe(type);
  });
});
