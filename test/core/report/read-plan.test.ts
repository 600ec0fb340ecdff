import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isBrandColour, isLogo, LONGEST_LOGO } from '../../../src/core/report/brand.ts';
import { DEFAULT_PLAN, EDITIONS, LANGUAGES, type ReportPlan, SECTIONS } from '../../../src/core/report/plan.ts';
import { readPlan } from '../../../src/core/report/read-plan.ts';
import { runs } from '../../support/runs.ts';

const PNG = 'data:image/png;base64,iVBORw0KGgoAAAANSUhEUg==';

const plan: fc.Arbitrary<ReportPlan> = fc.record(
  {
    edition: fc.constantFrom(...EDITIONS),
    sections: fc.subarray([...SECTIONS]),
    scope: fc.oneof(
      fc.constantFrom({ kind: 'all' } as const, { kind: 'filter' } as const),
      fc.record({ kind: fc.constant('customer' as const), customerId: fc.string(), customer: fc.string() }),
    ),
    language: fc.constantFrom(...LANGUAGES),
    locale: fc.constantFrom('de-DE', 'en-GB'),
    brand: fc.record(
      { name: fc.string(), logo: fc.constant(PNG), colour: fc.constantFrom('#3a45b0', '#FFFFFF') },
      { requiredKeys: ['name'] },
    ),
    amounts: fc.constantFrom('exact', 'bucketed'),
    paper: fc.constantFrom('a4', 'letter'),
  },
  { requiredKeys: ['edition', 'sections', 'scope', 'language', 'brand', 'amounts', 'paper'] },
);

describe('a stored plan', () => {
  test('comes back as it was', () => {
    fc.assert(
      fc.property(plan, (given) => {
        expect(readPlan(JSON.parse(JSON.stringify(given)))).toEqual(given);
      }),
      { numRuns: runs(50) },
    );
  });

  test.each([undefined, null, 7, 'plan', [], {}])('that is none (%j) is the usual one', (value) => {
    expect(readPlan(value)).toEqual(DEFAULT_PLAN);
  });

  test('keeps what is known and leaves out what is not', () => {
    const brand = { name: 7, logo: 'data:text/html;base64,PHNjcmlwdD4=', colour: 'red;}' };
    const read = readPlan({
      edition: 'secret',
      sections: ['cliff', 'spy', 'summary'],
      language: 'xx',
      locale: '-',
      brand,
    });
    expect(read).toEqual({ ...DEFAULT_PLAN, sections: ['summary', 'cliff'] });
  });
});

describe('a logo', () => {
  test('is a picture that begins as one, of a bearable size', () => {
    expect(isLogo(PNG)).toBe(true);
    expect(isLogo('data:image/jpeg;base64,/9j/4AAQ')).toBe(true);
    expect(isLogo('data:image/webp;base64,UklGRiIA')).toBe(true);
    expect(isLogo(`data:image/png;base64,iVBORw0KGgo${'A'.repeat(LONGEST_LOGO)}`)).toBe(false);
  });

  test.each([
    'data:image/svg+xml;base64,PHN2Zz4=',
    'data:image/png;base64,PHN2Zz4=',
    'data:image/png;base64,iVBORw0KGgo" onerror="x',
    'https://example.com/logo.png',
    '',
  ])('is not %s', (address) => {
    expect(isLogo(address)).toBe(false);
  });

  test('a colour has six digits and nothing behind them', () => {
    expect(isBrandColour('#3A45b0')).toBe(true);
    for (const colour of ['3a45b0', '#3a45b', '#3a45b0;', '#3a45b0\n', 'red', ''])
      expect(isBrandColour(colour)).toBe(false);
  });
});
