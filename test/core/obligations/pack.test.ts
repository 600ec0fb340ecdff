/** Rules that a user adds as data: refused as a whole with path and reason, or taken as they are. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDay } from '../../../src/core/days.ts';
import { readPacks, withPack, withRule, withoutRule } from '../../../src/core/obligations/packs.ts';
import { OBLIGATION_RULES, obligationBook, ruleDay, ruleFigure } from '../../../src/core/obligations/rules/book.ts';
import { obligationPackText, readObligationPack } from '../../../src/core/obligations/rules/pack.ts';
import { type ObligationPack, TOPICS } from '../../../src/core/obligations/rules/types.ts';
import { diagnosticMessage } from '../../../src/core/text/diagnostics.ts';
import { runs } from '../../support/runs.ts';

const fixture = (name: string): string =>
  readFileSync(new URL(`../../fixtures/obligations/${name}.json`, import.meta.url), 'utf8');

interface Fault {
  readonly what: string;
  readonly at: string;
  /** Absent: what stands there is taken away. */
  readonly to?: unknown;
  readonly problem: string;
}
const FAULTS = JSON.parse(fixture('faults')) as readonly Fault[];

function good(): ObligationPack {
  const read = readObligationPack(fixture('pack'));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
}

/** The fixture with one thing wrong. */
function broken({ at, to }: Fault): string {
  const file = JSON.parse(fixture('pack')) as object;
  const keys = at.split('.');
  const last = keys.pop() ?? '';
  let place: object = file;
  for (const key of keys) place = Reflect.get(place, key) as object;
  if (to === undefined) Reflect.deleteProperty(place, last);
  else Object.defineProperty(place, last, { value: to, enumerable: true, configurable: true });
  return JSON.stringify(file);
}

describe('rules as data', () => {
  it.each(FAULTS.map((fault) => [fault.what, fault] as const))('are refused as a whole with %s', (_, fault) => {
    const read = readObligationPack(broken(fault));
    const problems = read.ok ? [] : read.error;
    expect(problems.map(({ code, params }) => `${params.path} ${code}`)).toContain(fault.problem);
    for (const { code, params } of problems) expect(diagnosticMessage(code, params)).toContain(params.path);
  });

  it('tell every fault at once', () => {
    const read = readObligationPack(JSON.stringify({ schema: 'x', name: 3, rules: [{ id: '' }, 5] }));
    expect(read.ok ? [] : read.error.map(({ params }) => params.path)).toEqual([
      'schema',
      'name',
      'rules[0].id',
      'rules[1]',
    ]);
  });

  it('never throw, whatever a file holds', () => {
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), (text) => {
        expect(readObligationPack(text).ok).toBe(false);
      }),
      { numRuns: runs(200) },
    );
  });

  it('come back from their file with the same bytes', () => {
    const text = obligationPackText(good());
    const again = readObligationPack(text);
    expect(again.ok && obligationPackText(again.value)).toBe(text);
  });

  it('come back with the same bytes, whatever they say', () => {
    const words = fc.string({ minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');
    const key = fc.stringMatching(/^[a-z]{1,8}$/);
    const day = fc.constantFrom('2027-01-01', '2028-02-29', '2030-12-31');
    const rule = fc.record({
      id: fc.stringMatching(/^OWN-[0-9]{1,6}$/),
      topic: fc.constantFrom(...TOPICS),
      title: words,
      statements: fc.array(
        fc.record({ text: words, source: words, confidence: fc.constantFrom('high', 'medium', 'low') }),
        { minLength: 1, maxLength: 3 },
      ),
      days: fc.uniqueArray(fc.record({ key, day, what: words, ifMet: words, ifMissed: words }), {
        selector: (one) => one.key,
        maxLength: 3,
      }),
      figures: fc.uniqueArray(
        fc.record({ key, value: fc.nat().map(String), unit: fc.constantFrom('EUR', 'days', 'count'), what: words }),
        { selector: (one) => one.key, maxLength: 3 },
      ),
    });
    const pack = fc.record({
      name: words,
      rules: fc.uniqueArray(rule, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }),
    });
    fc.assert(
      fc.property(pack, (generated) => {
        const text = obligationPackText(generated);
        const read = readObligationPack(text);
        expect(read).toEqual({ ok: true, value: generated });
        if (read.ok) expect(obligationPackText(read.value)).toBe(text);
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('the book with rules of the user', () => {
  const book = obligationBook([good()]);

  it('has their days in the place of its own, and marks them', () => {
    expect(ruleDay(OBLIGATION_RULES, 'R-137', 'enforced')).toBe(parseDay('2025-10-07'));
    expect(ruleDay(book, 'R-137', 'enforced')).toBe(parseDay('2027-03-01'));
    expect(ruleDay(book, 'R-137', 'attestedBefore')).toBe(parseDay('2023-04-01'));
    const rule = book.find(({ id }) => id === 'R-137');
    expect(rule?.own).toBe('Announced in January');
    expect(rule?.days.map(({ key, own }) => [key, own])).toEqual([
      ['attestedBefore', undefined],
      ['enforced', 'Announced in January'],
    ]);
    expect(rule?.statements.map(({ own }) => own)).toEqual([undefined, 'Announced in January']);
  });

  it.each([
    ['2025-09-30', '300000'],
    ['2027-09-30', '1000000'],
    ['2027-10-01', '1500000'],
  ])('has their figure in force on %s: %s', (on, value) => {
    const day = parseDay(on) ?? 0;
    expect(ruleFigure(book, 'R-140', 'directRevenue', day)?.value).toBe(value);
  });

  it('has rules of their own behind those that come along', () => {
    expect(book.at(-1)).toMatchObject({ id: 'OWN-1', own: 'Announced in January' });
    expect(book).toHaveLength(OBLIGATION_RULES.length + 1);
  });
});

describe('the rules of a workbook', () => {
  it('are read as they were stored, and left out where one is broken', () => {
    const pack = good();
    expect(readPacks(structuredClone([pack, { name: 'x', rules: [] }, 7]))).toEqual([pack]);
    expect(readPacks('x')).toEqual([]);
  });

  it('are replaced by name, and a rule by its id', () => {
    const pack = good();
    const [first, second, third] = pack.rules;
    if (!first || !second || !third) throw new Error('INTERNAL: the fixture has three');
    const twice = withPack([pack], { ...pack, rules: [first] });
    expect(twice).toEqual([{ ...pack, rules: [first] }]);
    const changed = withRule(twice, pack.name, { ...first, title: 'Another' });
    expect(changed).toEqual([{ ...pack, rules: [{ ...first, title: 'Another' }] }]);
    expect(withRule([], 'Own rules', third)).toEqual([{ name: 'Own rules', rules: [third] }]);
    expect(withoutRule(changed, pack.name, first.id)).toEqual([]);
  });
});
