import fc from 'fast-check';
import { expect, it } from 'vitest';
import { dayToText, parseDay } from '../../../../src/core/days.ts';
import { readReadiness } from '../../../../src/core/obligations/readiness.ts';
import { OBLIGATION_RULES } from '../../../../src/core/obligations/rules/book.ts';
import { checkDomain } from '../../../../src/core/obligations/signer/check.ts';
import { readAllowList } from '../../../../src/core/obligations/signer/domains.ts';
import { readTerms } from '../../../../src/core/obligations/terms.ts';
import { termsDates } from '../../../../src/core/obligations/terms/dates.ts';
import { AGREEMENT_KINDS } from '../../../../src/core/obligations/terms/types.ts';
import { runs } from '../../../support/runs.ts';

const text = fc.oneof(
  fc.string(),
  fc.constantFrom('1', 'granted', 'deadline', 'needed', 'yes', '2026-02-28', '2026-02-30'),
);
const entry = fc.dictionary(
  fc.constantFrom('id', 'kind', 'on', 'until', 'what', 'answer', 'concerns', 'verdict', 'dueOn', 'confirmedOn', 'yes'),
  fc.oneof(text, fc.anything()),
);
const agreement = fc.record({
  id: fc.oneof(text, fc.integer().map(String)),
  kind: fc.oneof(fc.constantFrom(...AGREEMENT_KINDS), fc.anything()),
  acceptedOn: fc.oneof(text, fc.anything()),
  deadline: text,
  endsOn: text,
  ...{ contacts: fc.array(entry), updates: fc.array(entry), exceptions: fc.array(entry), insurances: fc.anything() },
});
const stored = fc.oneof(
  fc.anything(),
  fc.record({
    applies: fc.oneof(fc.constant({ csp: 'yes', cspp: 'yes', plus: 'yes' }), fc.anything()),
    staleMonths: text,
    agreements: fc.oneof(fc.array(agreement), fc.anything()),
  }),
);
const copied = (value: unknown): unknown => JSON.parse(JSON.stringify(value)) as unknown;

it('reads anything that was stored, the same again once it was written, and tells days that exist', () => {
  fc.assert(
    fc.property(stored, fc.integer({ min: 0, max: 40_000 }), (value, asOf) => {
      const terms = readTerms(value);
      expect(readTerms(copied(terms))).toEqual(terms);
      const readiness = readReadiness(value);
      expect(readReadiness(copied(readiness))).toEqual(readiness);
      const dates = termsDates(terms, OBLIGATION_RULES, asOf);
      expect(new Set(dates.map(({ id }) => id)).size).toBe(dates.length);
      for (const { day } of dates) expect(parseDay(dayToText(day))).toBe(day);
    }),
    { numRuns: runs(200) },
  );
});

it('takes an e-mail address at the domain of any listed address, however both are written', () => {
  const name = fc.stringMatching(/^[a-z][a-z0-9]{2,8}$/);
  const suffix = fc.constantFrom('com', 'de', 'co.uk', 'com.au', 'io', 'example');
  fc.assert(
    fc.property(name, suffix, name, fc.integer({ min: 1, max: 65_535 }), (own, under, host, port) => {
      const list = readAllowList(
        `other.example\nHTTPS://${host}.${own.toUpperCase()}.${under}:${String(port)}/wopi/files`,
      );
      expect(checkDomain(`x@${own}.${under.toUpperCase()}`, list)).toMatchObject({ verdict: 'ok' });
      expect(checkDomain(`x@not${own}.${under}`, list)).toMatchObject({ verdict: 'fails', reason: 'other-domain' });
    }),
    { numRuns: runs(100) },
  );
});
