/** Scenarios as differences: nothing is lost on the way apart and together, and merging never chooses in silence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BASE_BRANCH, type Branch, resolveBranches } from '../../../src/core/branches/branch.ts';
import {
  NO_DIFFERENCE,
  type ScenarioDiff,
  applyDiff,
  diffScenarios,
  isSameScenario,
} from '../../../src/core/branches/diff.ts';
import { mergeScenarios } from '../../../src/core/branches/merge.ts';
import { parsePath, entryPath } from '../../../src/core/branches/path.ts';
import { canonicalText } from '../../../src/core/branches/same.ts';
import { readBranches, readDiff, writeBranch, writeDiff } from '../../../src/core/branches/stored.ts';
import { commonAncestor, inTreeOrder, soundBranches } from '../../../src/core/branches/tree.ts';
import { DEFAULT_SCENARIO } from '../../../src/core/scenario/defaults.ts';
import type { Decision, Scenario } from '../../../src/core/scenario/scenario.ts';
import { writeScenario } from '../../../src/core/scenario/write.ts';
import { scenario } from '../../support/arbitrary-scenarios.ts';
import { runs } from '../../support/runs.ts';

const RUNS = { numRuns: runs(30) };

/** Two scenarios that share some of their parts. */
const pair = fc.tuple(scenario, scenario, fc.subarray(Object.keys(DEFAULT_SCENARIO))).map(([one, other, shared]) => {
  const common = Object.fromEntries(Object.entries(one).filter(([part]) => shared.includes(part)));
  return [one, { ...other, ...common }] as const;
});

/** The scenario's file, whatever the order of maps, and without its name. */
function said(value: Scenario): string {
  return canonicalText(JSON.parse(writeScenario({ ...value, name: '' })));
}

const viaStore = (diff: ScenarioDiff): ScenarioDiff => readDiff(JSON.parse(JSON.stringify(writeDiff(diff))));

describe('differences', () => {
  it('lead from one scenario to the other, also after they were stored', () => {
    fc.assert(
      fc.property(pair, ([parent, child]) => {
        const diff = diffScenarios(parent, child);
        expect(said(applyDiff(parent, diff))).toBe(said(child));
        expect(said(applyDiff(parent, viaStore(diff)))).toBe(said(child));
        expect(diffScenarios(applyDiff(parent, diff), child).size).toBe(0);
      }),
      RUNS,
    );
  });

  it('are none between equal scenarios, whatever objects they are made of', () => {
    fc.assert(
      fc.property(scenario, (value) => {
        expect(diffScenarios(value, structuredClone(value)).size).toBe(0);
        expect(isSameScenario(value, { ...structuredClone(value), name: 'Another' })).toBe(true);
      }),
      RUNS,
    );
  });

  it('of a child stay in force when its parent changes elsewhere', () => {
    const child = { ...DEFAULT_SCENARIO, est: { ...DEFAULT_SCENARIO.est, bridgeDays: 30 } };
    const diff = diffScenarios(DEFAULT_SCENARIO, child);
    expect([...diff]).toStrictEqual([['est.bridgeDays', 30]]);
    const parent = { ...DEFAULT_SCENARIO, est: { ...DEFAULT_SCENARIO.est, bridgeDays: 90, upliftMonthly: '0.05' } };
    expect(applyDiff(parent, diff).est).toMatchObject({ bridgeDays: 30, upliftMonthly: '0.05' });
  });

  it('drop stored entries that cannot stand where they say', () => {
    const stored = [
      ['est.upliftMonthly', 'much'],
      ['est.__proto__', '1'],
      ['est.twins', []],
      ['colour.red', 1],
      ['clauses["c-1"]', { passThrough: 'yes' }],
      ['clauses["c-1"]["c-2"]', { passThrough: true }],
      ['decisions["customerId"]["c-1"]', { match: { customerId: 'c-2' }, outcome: 'renews' }],
      ['overrides["s-1"]["quantity"]', { value: 'many', author: '', at: '', reason: '' }],
      ['clauses["c-1', { passThrough: true }],
      [7, 1],
      'est.upliftMonthly',
      ['est.bridgeDays', 14],
    ];
    expect([...readDiff(stored)]).toStrictEqual([['est.bridgeDays', 14]]);
    expect(readDiff({}).size).toBe(0);
  });
});

describe('paths', () => {
  it('hold any text as a key', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 3 }), (keys) => {
        expect(parsePath(entryPath('margin.customers', keys))).toStrictEqual({ section: 'margin.customers', keys });
      }),
      RUNS,
    );
  });
});

const decide = (customerId: string, outcome: Decision['outcome']): Decision => ({ match: { customerId }, outcome });
const deciding = (...decisions: readonly Decision[]): Scenario => ({ ...DEFAULT_SCENARIO, decisions });

describe('merging', () => {
  it('gives both where both changed something else, in either order', () => {
    fc.assert(
      fc.property(scenario, scenario, scenario, (base, one, other) => {
        const ours = { ...base, est: one.est, decisions: one.decisions, clauses: one.clauses, fx: one.fx };
        const theirs = { ...base, priceChanges: other.priceChanges, margin: other.margin, overrides: other.overrides };
        const merged = mergeScenarios(base, ours, theirs);
        expect(merged.conflicts).toStrictEqual([]);
        expect(said(merged.scenario)).toBe(
          said({ ...ours, priceChanges: other.priceChanges, margin: other.margin, overrides: other.overrides }),
        );
        expect(writeScenario(mergeScenarios(base, theirs, ours).scenario)).toBe(writeScenario(merged.scenario));
      }),
      RUNS,
    );
  });

  it('asks about every assumption that both changed to different things, and about no other', () => {
    fc.assert(
      fc.property(pair, pair, ([base, ours], [, theirs]) => {
        const [mine, yours] = [diffScenarios(base, ours), diffScenarios(base, theirs)];
        const { conflicts, diff } = mergeScenarios(base, ours, theirs);
        const asked = new Set(conflicts.map(({ path }) => path));
        for (const path of new Set([...mine.keys(), ...yours.keys()])) {
          expect(asked.has(path) || diff.has(path)).toBe(true);
          const both = mine.has(path) && yours.has(path);
          if (!both) expect(diff.get(path)).toStrictEqual(mine.has(path) ? mine.get(path) : yours.get(path));
        }
        for (const { path } of conflicts) expect(mine.has(path) && yours.has(path)).toBe(true);
        const back = mergeScenarios(base, theirs, ours).conflicts;
        expect(new Set(back.map(({ path }) => path))).toStrictEqual(asked);
      }),
      RUNS,
    );
  });

  it('takes a whole side when every conflict is decided for it', () => {
    fc.assert(
      fc.property(pair, scenario, ([base, ours], theirs) => {
        const open = mergeScenarios(base, ours, theirs).conflicts;
        const choices = new Map(open.map(({ path }) => [path, 'theirs' as const]));
        const merged = mergeScenarios(base, ours, theirs, choices);
        expect(merged.conflicts).toStrictEqual([]);
        expect(said(mergeScenarios(base, base, theirs).scenario)).toBe(said(theirs));
        for (const [path, value] of diffScenarios(base, theirs)) {
          if (choices.has(path)) expect(canonicalText(merged.diff.get(path))).toBe(canonicalText(value));
        }
      }),
      RUNS,
    );
  });

  it('does not ask where both say the same, whoever said it and when', () => {
    const said = (author: string): Scenario => deciding({ ...decide('c-1', 'renews'), author, at: author });
    const { conflicts, scenario: merged } = mergeScenarios(DEFAULT_SCENARIO, said('Ada'), said('Ben'));
    expect(conflicts).toStrictEqual([]);
    expect(merged.decisions).toHaveLength(1);
  });

  it('keeps the decisions that both added, and each side’s in its order', () => {
    const base = deciding(decide('a', 'renews'));
    const ours = deciding(decide('a', 'renews'), decide('z', 'cancels'), decide('b', 'cancels'));
    const theirs = deciding(decide('a', 'renews'), decide('k', 'est'));
    const ids = (value: Scenario): readonly unknown[] => value.decisions.map(({ match }) => match.customerId);
    const merged = ids(mergeScenarios(base, ours, theirs).scenario);
    expect(merged.filter((id) => id !== 'k')).toStrictEqual(['a', 'z', 'b']);
    expect(merged).toContain('k');
    expect(ids(mergeScenarios(base, theirs, ours).scenario)).toStrictEqual(merged);
  });

  it('keeps a decision that one side put in front of the others', () => {
    const base = deciding(decide('a', 'renews'), decide('b', 'renews'));
    const ours = deciding(decide('z', 'est'), decide('b', 'renews'), decide('a', 'renews'));
    const theirs = deciding(decide('a', 'renews'), decide('b', 'renews'), decide('k', 'est'));
    const { scenario: merged, conflicts } = mergeScenarios(base, ours, theirs);
    expect(conflicts).toStrictEqual([]);
    expect(merged.decisions.map(({ match }) => match.customerId)).toStrictEqual(['z', 'b', 'k', 'a']);
  });

  it('asks when one side takes away what the other changes', () => {
    const base = deciding(decide('a', 'renews'));
    const { conflicts } = mergeScenarios(base, deciding(), deciding(decide('a', 'est')));
    expect(conflicts).toStrictEqual([
      { path: 'decisions["customerId"]["a"]', ours: undefined, theirs: decide('a', 'est') },
    ]);
  });
});

const branch = (id: string, parent?: string, diff: ScenarioDiff = NO_DIFFERENCE, frozen = false): Branch => ({
  ...BASE_BRANCH,
  ...{ id, name: id.toUpperCase(), parent, diff, frozen },
});
const bridge = (days: number): ScenarioDiff => new Map([['est.bridgeDays', days]]);

describe('the tree', () => {
  it('resolves a branch through its ancestors, and a frozen one on its own', () => {
    const branches = [
      branch('c', 'b', new Map([['est.upliftMonthly', '0.04']])),
      branch('b', 'a', bridge(60)),
      branch('a', undefined, bridge(30)),
      branch('f', 'b', new Map([['est.upliftMonthly', '0.09']]), true),
    ];
    const scenarios = resolveBranches(branches);
    expect(scenarios.get('c')).toMatchObject({ name: 'C', est: { bridgeDays: 60, upliftMonthly: '0.04' } });
    expect(scenarios.get('a')?.est.bridgeDays).toBe(30);
    expect(scenarios.get('f')?.est).toMatchObject({ bridgeDays: null, upliftMonthly: '0.09' });
    expect(resolveBranches(branches).get('c')).toBe(scenarios.get('c'));
  });

  it('bears parents that are missing, rings and ids that come twice', () => {
    const ring = [branch('a', 'b', bridge(1)), branch('b', 'a'), branch('c', 'c'), branch('d', 'gone')];
    expect(resolveBranches(ring).size).toBe(4);
    expect(inTreeOrder(ring)).toHaveLength(4);
    const sound = soundBranches([...ring, branch('a', 'd')]);
    expect(sound.map(({ id, parent }) => [id, parent])).toStrictEqual([
      ['a', 'b'],
      ['b', undefined],
      ['c', undefined],
      ['d', undefined],
    ]);
    expect(commonAncestor(ring, 'a', 'd')).toBeUndefined();
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('a', 'b', 'c', 'd', 'x', undefined))),
        (edges) => {
          const branches = soundBranches(edges.map(([id, parent]) => branch(id, parent)));
          expect(inTreeOrder(branches)).toHaveLength(branches.length);
          expect(soundBranches(branches)).toStrictEqual(branches);
        },
      ),
      RUNS,
    );
  });

  it('stands parents before children, children in the user’s order', () => {
    const branches = [branch('b2', 'a'), branch('c', 'b1'), branch('a'), branch('b1', 'a')];
    expect(inTreeOrder(branches).map(({ branch: { id }, depth }) => `${String(depth)}${id}`)).toStrictEqual([
      ...['0a', '1b2', '1b1', '2c'],
    ]);
    expect(commonAncestor(branches, 'c', 'b2')).toBe('a');
    expect(commonAncestor(branches, 'c', 'b1')).toBe('b1');
  });

  it('comes back as it was stored', () => {
    fc.assert(
      fc.property(pair, ([parent, child]) => {
        const branches = [
          branch('a', undefined, diffScenarios(DEFAULT_SCENARIO, parent)),
          { ...branch('__proto__', 'a', diffScenarios(parent, child)), note: 'Why', author: 'Ada' },
        ];
        const read = readBranches(JSON.parse(JSON.stringify(branches.map(writeBranch))));
        expect(read.map(({ diff: _, ...rest }) => rest)).toStrictEqual(branches.map(({ diff: _, ...rest }) => rest));
        expect(said(resolveBranches(read).get('__proto__') ?? DEFAULT_SCENARIO)).toBe(said(child));
      }),
      RUNS,
    );
    expect(readBranches([{ id: '' }, { name: 'X' }, null, { id: 'x', name: 'X', diff: 7 }])).toHaveLength(1);
    expect(readBranches('branches')).toStrictEqual([]);
  });
});
