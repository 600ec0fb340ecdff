/** The linter: each fault of the fixtures is found, where it is, and nothing else; what is right has no finding. */
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type LintResult, lintActions } from '../../../src/core/actions/lint.ts';
import { LINT_CODES } from '../../../src/core/actions/lint-codes.ts';
import type { KnownDecision, LintContext } from '../../../src/core/actions/subject.ts';
import { ruleOf } from '../../../src/core/rules/rule-book.ts';
import { parseDay } from '../../../src/core/days.ts';
import { actionLintText } from '../../../src/core/text/en/action-lint.ts';

interface Fixture {
  readonly about: string;
  readonly asOf: string;
  readonly known?: readonly {
    readonly id: string;
    readonly seats: number;
    readonly termEnd: string;
    readonly inEst: boolean;
    readonly decided?: Partial<KnownDecision> & Pick<KnownDecision, 'action'>;
  }[];
  readonly json?: unknown;
  readonly text?: readonly string[];
  readonly expect?: readonly {
    readonly code: string;
    readonly path: string;
    readonly line?: number;
    column?: number;
  }[];
}

const FOLDER = new URL('../../fixtures/actions/', import.meta.url);

function fixtures(kind: 'faulty' | 'clean'): readonly (readonly [string, Fixture])[] {
  const folder = new URL(`${kind}/`, FOLDER);
  return readdirSync(folder).map((name) => [
    name.replace('.json', ''),
    JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Fixture,
  ]);
}

function lint({ asOf, known, json, text }: Fixture): LintResult {
  const context: LintContext = {
    asOf: parseDay(asOf) ?? NaN,
    known:
      known &&
      new Map(
        known.map(({ id, seats, termEnd, inEst, decided }) => {
          const none = { quantity: undefined, termDuration: undefined, billingPlan: undefined };
          const decision = decided && { ...none, ...decided };
          return [id, { seats, termEnd: parseDay(termEnd), inEst, decided: decision }];
        }),
      ),
  };
  return lintActions(text?.join('\n') ?? JSON.stringify(json, undefined, 2), context);
}

const FAULTY = fixtures('faulty');

describe('the linter finds', () => {
  it.each(FAULTY)('%s', (_, fixture) => {
    const found = lint(fixture).findings.map(({ code, path, line, column }) => ({ code, path, line, column }));
    const wanted = fixture.expect ?? [];
    const byPlace = (a: { code: string; path: string }, b: { code: string; path: string }): number =>
      `${a.path} ${a.code}`.localeCompare(`${b.path} ${b.code}`);
    expect(found.toSorted(byPlace)).toMatchObject(wanted.toSorted(byPlace));
    expect(found).toHaveLength(wanted.length);
  });

  it('every kind of fault that it has words for, in at least one fixture', () => {
    const shown = new Set(FAULTY.flatMap(([, fixture]) => fixture.expect?.map(({ code }) => code) ?? []));
    expect(Object.keys(LINT_CODES).filter((code) => !shown.has(code))).toEqual([]);
  });

  it('by rules that the rule book explains', () => {
    for (const [code, [, rule]] of Object.entries(LINT_CODES)) expect(ruleOf(rule)?.id, code).toBe(rule);
  });

  it('and says what is wrong and what to do, in whole sentences', () => {
    for (const [name, fixture] of FAULTY) {
      for (const { code, params } of lint(fixture).findings) {
        const { what, todo } = actionLintText.codes[code];
        expect(`${what(params)} ${todo(params)}`, name).toMatch(/^\S.*[^.]\. \S.*[^.]\.$/);
        expect(what(params), name).not.toMatch(/undefined|“”|: \.| {2}/);
      }
    }
  });
});

describe('the linter passes', () => {
  it.each(fixtures('clean'))('%s', (_, fixture) => {
    const { findings, subjects } = lint(fixture);
    expect(findings).toEqual([]);
    expect(subjects).toBeGreaterThan(0);
  });
});

describe('places', () => {
  it('are those of the text as it was pasted, with another blank of line ends and a byte order mark', () => {
    const text = '\uFEFF{\r\n  "autoRenewEnabled": false }';
    const { findings } = lintActions(text, { asOf: 0, known: undefined });
    expect(findings.find(({ code }) => code === 'off-without-cancel')).toMatchObject({ line: 2, column: 23 });
  });

  it('are found in deep nonsense without running out of stack', () => {
    const { findings } = lintActions('['.repeat(100_000), { asOf: 0, known: undefined });
    expect(findings).toMatchObject([{ code: 'not-json', params: { reason: 'TooDeep' } }]);
  });
});
