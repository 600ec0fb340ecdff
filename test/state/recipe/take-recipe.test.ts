import { describe, expect, it } from 'vitest';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import type { Scenario } from '../../../src/core/scenario/scenario.ts';
import { PLAIN_VIEW } from '../../../src/sheet/model/table-view.ts';
import type { ColumnFormula } from '../../../src/sheet/model/workbook-parts.ts';
import { branchesOf, namedScenarios } from '../../../src/state/branches.ts';
import { EMPTY_DOCUMENT, type WorkbookDocument, reduce } from '../../../src/state/document.ts';
import { WriteGate } from '../../../src/state/gate.svelte.ts';
import { type Incoming, clashesOf, readIncoming } from '../../../src/state/recipe/incoming.ts';
import { NO_LAYOUT, readLayout, writeLayout } from '../../../src/state/recipe/layout.ts';
import { makeRecipe, textsToCheck } from '../../../src/state/recipe/make-recipe.ts';
import { takeRecipe } from '../../../src/state/recipe/take-recipe.ts';

const AT = Date.UTC(2026, 10, 27);
const column = (key: string, title: string, formula: string): ColumnFormula => ({
  key,
  title,
  formula,
  format: { kind: 'general' },
});
const withUplift = (name: string, upliftMonthly: string): Scenario => ({
  ...DEFAULT_SCENARIO,
  name,
  est: { ...DEFAULT_SCENARIO.est, upliftMonthly },
});

function withBranch(document: WorkbookDocument, name: string, upliftMonthly: string): WorkbookDocument {
  const from = document.activeBranch;
  const added = reduce(document, { kind: 'add-branch', from, name, what: '', at: '', author: '' });
  return { ...added, scenario: { ...added.scenario, est: { ...added.scenario.est, upliftMonthly } } };
}

const theirs: WorkbookDocument = {
  ...withBranch({ ...EMPTY_DOCUMENT, scenario: withUplift('Base', '0.05') }, 'Worst', '0.09'),
  horizonMonths: 24,
  formulas: [column('f:1', 'Double', '=[@Seats]*2'), column('f:2', 'Half', '=[@Seats]/2')],
  tables: new Map([
    ['portfolio', { ...PLAIN_VIEW, widths: { 'f:1': 80, 'f:2': 90 }, sort: [{ key: 'f:2', descending: true }] }],
  ]),
  names: [{ name: 'Rate', text: '0.2', unit: '', least: '', most: '', note: '' }],
  pivots: [
    { id: 'pivot:1', name: 'Seats', rows: [{ key: 'f:2' }], columns: [], values: [], filters: [], chart: 'none' },
  ],
  rulePacks: [{ name: 'Letter', values: [] }],
  answers: new Map([['0'.repeat(32), { kind: 'portfolio', dateOrder: 'dmy' }]]),
};

/** Mine has a column under a key of theirs, and a scenario, a name and a mapping that say something else. */
const mine: WorkbookDocument = {
  ...withBranch({ ...EMPTY_DOCUMENT, scenario: withUplift('Mine', '0.01') }, 'Worst', '0.02'),
  formulas: [column('f:1', 'half', '=[@Seats]/3'), column('f:2', 'Own', '=[@Seats]')],
  tables: new Map([['portfolio', { ...PLAIN_VIEW, widths: { customer: 300 } }]]),
  names: [{ name: 'RATE', text: '0.1', unit: '', least: '', most: '', note: '' }],
  answers: new Map([['0'.repeat(32), { kind: 'portfolio', dateOrder: 'mdy' }]]),
};

function incomingOf(document: WorkbookDocument): Incoming {
  const made = makeRecipe(document, { cells: true }, { texts: textsToCheck(document), naming: [] });
  const incoming = readIncoming({ mappings: made.mappings }, made.book);
  if (!incoming.ok) throw new Error(incoming.error);
  return incoming.value;
}

const uplifts = (document: WorkbookDocument): unknown =>
  namedScenarios(document).map(({ name, scenario }) => [name, scenario.est.upliftMonthly]);
const ALL = { scenarios: 'theirs', rules: 'theirs', additions: 'theirs', views: 'theirs', mappings: 'theirs' } as const;
const KEEP = { scenarios: 'both', rules: 'mine', additions: 'mine', views: 'mine', mappings: 'mine' } as const;

describe('a recipe in a workbook that has its own', () => {
  it('says where both differ, and does not count what is the same', () => {
    expect(clashesOf(mine, incomingOf(theirs))).toEqual({
      scenarios: ['Worst'],
      rules: [],
      additions: ['Half', 'Rate'],
      views: ['Portfolio'],
      mappings: ['00000000'],
    });
    const none = { scenarios: [], rules: [], additions: [], views: [], mappings: [] };
    expect(clashesOf(theirs, incomingOf(theirs))).toEqual(none);
    expect(clashesOf(EMPTY_DOCUMENT, incomingOf(theirs))).toEqual(none);
  });

  it('keeps mine where it is told to, and adds the rest under keys of its own', () => {
    const after = reduce(mine, takeRecipe(mine, incomingOf(theirs), KEEP, AT));
    expect(uplifts(after)).toEqual([
      ['Mine', '0.01'],
      ['Worst', '0.02'],
      ['Base', '0.05'],
      ['Worst 2', '0.09'],
    ]);
    expect(branchesOf(after)[3]?.parent).toBe(branchesOf(after)[2]?.id);
    expect([after.scenario, after.horizonMonths]).toEqual([mine.scenario, 12]);
    expect(after.formulas).toEqual([...mine.formulas, column('f:3', 'Double', '=[@Seats]*2')]);
    expect([after.names, after.tables, after.answers]).toEqual([mine.names, mine.tables, mine.answers]);
    expect(after.pivots[0]?.rows).toEqual([{ key: 'f:1' }]);
    expect(after.rulePacks).toEqual(theirs.rulePacks);
  });

  it('puts theirs over mine where it is told to, and follows the columns to their keys here', () => {
    const after = reduce(mine, takeRecipe(mine, incomingOf(theirs), ALL, AT));
    expect(uplifts(after)).toEqual([
      ['Mine', '0.01'],
      ['Worst', '0.09'],
      ['Base', '0.05'],
    ]);
    expect(after.scenario.est.upliftMonthly).toBe('0.09');
    expect(after.formulas.map(({ key, title, formula }) => [key, title, formula])).toEqual([
      ['f:1', 'Half', '=[@Seats]/2'],
      ['f:2', 'Own', '=[@Seats]'],
      ['f:3', 'Double', '=[@Seats]*2'],
    ]);
    expect(after.tables.get('portfolio')).toMatchObject({ widths: { 'f:3': 80, 'f:1': 90 }, sort: [{ key: 'f:1' }] });
    expect(after.names.map(({ text }) => text)).toEqual(['0.2']);
    expect([...after.answers.values()]).toEqual([{ kind: 'portfolio', dateOrder: 'dmy' }]);
  });

  it('leaves a part, and views without the columns that they would need', () => {
    const after = reduce(mine, takeRecipe(mine, incomingOf(theirs), { views: 'theirs' }, AT));
    expect(after.formulas).toBe(mine.formulas);
    expect(after.tables.get('portfolio')?.widths).toEqual({ 'f:1': 90 });
    expect(uplifts(after)).toEqual(uplifts(mine));
  });

  it('never changes a frozen scenario: theirs stands beside it', () => {
    const [worst] = branchesOf(mine).filter(({ name }) => name === 'Worst');
    const frozen = reduce(mine, { kind: 'freeze-branch', id: worst?.id ?? '', frozen: true, what: '' });
    const gate = new WriteGate(frozen, () => undefined);
    gate.dispatch(takeRecipe(frozen, incomingOf(theirs), ALL, AT));
    expect(gate.refused).toBeUndefined();
    expect(uplifts(gate.document)).toEqual([
      ['Mine', '0.01'],
      ['Worst', '0.02'],
      ['Base', '0.05'],
      ['Worst 2', '0.09'],
    ]);
  });

  it('is one step, and undone as one', () => {
    const gate = new WriteGate(mine, () => undefined);
    gate.dispatch(takeRecipe(mine, incomingOf(theirs), ALL, AT));
    expect(gate.history.steps.map(({ what }) => what)).toEqual(['Take over a recipe']);
    const later = { headerHash: '1'.repeat(32), answer: { dateOrder: 'dmy' } } as const;
    gate.dispatch({ kind: 'remember-answer', ...later });
    expect(gate.undo()).toBe('Take over a recipe');
    expect(gate.document).toEqual({ ...mine, answers: new Map([...mine.answers, [later.headerHash, later.answer]]) });
  });
});

describe('the layout of a recipe', () => {
  const plain = writeLayout(NO_LAYOUT);

  it.each([
    ['an unknown part', { ...plain, macros: [] }, 'layout.macros'],
    ['a part that is not there', {}, undefined],
    [
      'an unknown kind of filter',
      { ...plain, tables: { portfolio: { ...PLAIN_VIEW, filters: [['a', { kind: 'regex' }]] } } },
      'layout.tables.portfolio.filters',
    ],
    [
      'a sheet without end',
      {
        ...plain,
        sheets: [{ id: 'own:1', name: 'A', rows: 1e9, columns: 3, cells: {}, formats: {}, view: PLAIN_VIEW }],
      },
      'layout.sheets',
    ],
    [
      'two columns under one key',
      { ...plain, formulas: [column('f:1', 'A', '=1'), column('f:1', 'B', '=2')] },
      'layout.formulas',
    ],
    ['a key that is no number', { ...plain, formulas: [column('__proto__', 'A', '=1')] }, 'layout.formulas'],
    [
      'a column of no width',
      { ...plain, tables: { portfolio: { ...PLAIN_VIEW, widths: { customer: -1 } } } },
      'layout.tables',
    ],
  ])('with %s is read whole or not at all', (_, value, path) => {
    const read = readLayout(JSON.parse(JSON.stringify(value)) as Record<string, unknown>);
    expect(read.ok ? undefined : read.error).toBe(path);
  });
});
