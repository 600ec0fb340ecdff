/** Scenarios of a workbook: every command with its undo, through the store, and what a frozen one refuses. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../src/core/branches/same.ts';
import { DEFAULT_SCENARIO } from '../../src/core/scenario/defaults.ts';
import type { Scenario } from '../../src/core/scenario/scenario.ts';
import { writeScenario } from '../../src/core/scenario/write.ts';
import {
  addBranch,
  deleteBranch,
  freezeBranch,
  mergeBranches,
  moveBranch,
  noteBranch,
  openScenario,
  renameBranch,
  switchBranch,
} from '../../src/state/branch-steps.ts';
import { branchesOf, namedScenarios } from '../../src/state/branches.ts';
import { type Command, EMPTY_DOCUMENT, type WorkbookDocument, changesFigures } from '../../src/state/document.ts';
import { WriteGate } from '../../src/state/gate.svelte.ts';
import { fromStored, toStored } from '../../src/state/stored-document.ts';
import type { StoredHistory } from '../../src/storage/history.ts';
import { runs } from '../support/runs.ts';

const set = (change: Partial<Scenario['est']>): Command => ({ kind: 'set-est', change });

/** A gate whose clock goes on by a minute with each command, so that no two steps are one. */
function gateOf(document = EMPTY_DOCUMENT, history?: StoredHistory): WriteGate {
  let time = Date.UTC(2026, 10, 26);
  const gate = new WriteGate(
    document,
    () => undefined,
    () => (time += 60_000),
  );
  gate.load(document, history);
  return gate;
}

/** What users see of the scenarios: names, tree, differences, and what each one says. */
function seen({ document }: WriteGate): unknown {
  return {
    active: document.activeBranch,
    branches: branchesOf(document).map(({ id, name, parent, frozen, note }) => ({ id, name, parent, frozen, note })),
    said: namedScenarios(document).map(({ name, scenario }) => [
      name,
      canonicalText(JSON.parse(writeScenario(scenario))),
    ]),
  };
}

const names = (gate: WriteGate): readonly string[] => branchesOf(gate.document).map(({ name }) => name);
const scenarioOf = (gate: WriteGate, name: string): Scenario =>
  namedScenarios(gate.document).find((one) => one.name === name)?.scenario ?? DEFAULT_SCENARIO;
const idOf = (gate: WriteGate, name: string): string =>
  branchesOf(gate.document).find((branch) => branch.name === name)?.id ?? '';
const differences = (gate: WriteGate, name: string): readonly unknown[] => [
  ...(branchesOf(gate.document)
    .find((branch) => branch.name === name)
    ?.diff.keys() ?? []),
];

/** Base (bridge 30) with two branches: Low (uplift 2 %) and High (uplift 5 %), which is shown. */
function twoBranches(): WriteGate {
  const gate = gateOf();
  gate.dispatch(set({ bridgeDays: 30 }));
  gate.dispatch(addBranch(gateAs(gate), 'base', 'Low'));
  gate.dispatch(set({ upliftMonthly: '0.02' }));
  gate.dispatch(addBranch(gateAs(gate), 'base', 'High'));
  gate.dispatch(set({ upliftMonthly: '0.05' }));
  return gate;
}
const gateAs = (gate: WriteGate) => ({ document: gate.document, gate });

describe('branches', () => {
  it('hold what they say differently, and show what their parent says otherwise', () => {
    const gate = twoBranches();
    expect(names(gate)).toStrictEqual(['Base', 'Low', 'High']);
    expect(differences(gate, 'High')).toStrictEqual(['est.upliftMonthly']);
    expect(differences(gate, 'Base')).toStrictEqual(['est.bridgeDays']);
    gate.dispatch(switchBranch(gate.document, 'base'));
    gate.dispatch(set({ bridgeDays: 90, upliftMonthly: '0.04' }));
    expect(scenarioOf(gate, 'Low').est).toMatchObject({ bridgeDays: 90, upliftMonthly: '0.02' });
    gate.dispatch(switchBranch(gate.document, idOf(gate, 'High')));
    expect(gate.document.scenario.est).toMatchObject({ bridgeDays: 90, upliftMonthly: '0.05' });
    gate.dispatch(set({ upliftMonthly: '0.04' }));
    expect(differences(gate, 'High')).toStrictEqual([]);
  });

  it('come back with the very cells that they were left with, so that nothing is laid over the portfolio anew', () => {
    const gate = twoBranches();
    const override = { value: '7', author: '', at: '', reason: '' };
    gate.dispatch({ kind: 'override', changes: [{ id: 's', column: 'quantity', override }], what: '' });
    const { scenario } = gate.document;
    gate.dispatch(switchBranch(gate.document, idOf(gate, 'Low')));
    expect(gate.document.scenario.overrides.size).toBe(0);
    gate.dispatch(switchBranch(gate.document, idOf(gate, 'High')));
    expect(gate.document.scenario.overrides).toBe(scenario.overrides);
    gate.dispatch({
      kind: 'override',
      changes: [{ id: 's', column: 'quantity', override: { ...override, reason: 'why' } }],
      what: '',
    });
    expect(differences(gate, 'High')).toStrictEqual(['est.upliftMonthly', expect.stringContaining('quantity')]);
    gate.dispatch(switchBranch(gate.document, idOf(gate, 'Low')));
    gate.dispatch(switchBranch(gate.document, idOf(gate, 'High')));
    expect(gate.document.scenario.overrides.get('s')?.get('quantity')?.reason).toBe('why');
  });

  it('take names and places, and never two the same name', () => {
    const gate = twoBranches();
    gate.dispatch(renameBranch(idOf(gate, 'High'), ' Low '));
    expect(names(gate)).toStrictEqual(['Base', 'Low', 'Low 2']);
    gate.dispatch(renameBranch(idOf(gate, 'Low'), '  '));
    gate.dispatch(moveBranch(gate.document, idOf(gate, 'Low 2'), -1));
    expect(names(gate)).toStrictEqual(['Base', 'Low 2', 'Low']);
    expect(gate.document.scenario.name).toBe('Low 2');
    const before = gate.document.branches;
    gate.dispatch(moveBranch(gate.document, idOf(gate, 'Low 2'), -1));
    expect(names(gate)).toStrictEqual(before.map(({ name }) => name));
    expect(gate.history.steps.at(-1)?.what).toBe('Move scenario “Low 2”');
  });

  it('leave their children as they are when they are deleted', () => {
    const gate = twoBranches();
    const high = idOf(gate, 'High');
    gate.dispatch(addBranch(gateAs(gate), high, 'Higher'));
    gate.dispatch(set({ bridgeDays: 60 }));
    gate.dispatch(deleteBranch(gate.document, high));
    expect(names(gate)).toStrictEqual(['Base', 'Low', 'Higher']);
    expect(gate.document.scenario.est).toMatchObject({ bridgeDays: 60, upliftMonthly: '0.05' });
    expect(branchesOf(gate.document).at(-1)).toMatchObject({ parent: 'base' });
    gate.dispatch(deleteBranch(gate.document, 'base'));
    expect(scenarioOf(gate, 'Low').est).toMatchObject({ bridgeDays: 30, upliftMonthly: '0.02' });
    gate.dispatch(deleteBranch(gate.document, idOf(gate, 'Higher')));
    expect(gate.document.scenario.name).toBe('Low');
    gate.dispatch(deleteBranch(gate.document, idOf(gate, 'Low')));
    expect(names(gate)).toStrictEqual(['Low']);
  });

  it('are merged once every conflict is decided', () => {
    const gate = twoBranches();
    const [low, high] = [idOf(gate, 'Low'), idOf(gate, 'High')];
    gate.dispatch(set({ listRows: 'ignore' }));
    gate.dispatch(mergeBranches(gate.document, low, high, new Map()));
    expect(gate.document.scenario.est.upliftMonthly).toBe('0.05');
    gate.dispatch(mergeBranches(gate.document, low, high, new Map([['est.upliftMonthly', 'theirs']])));
    expect(gate.document.scenario.est).toMatchObject({ upliftMonthly: '0.02', listRows: 'ignore' });
    gate.dispatch(mergeBranches(gate.document, high, 'base', new Map()));
    expect(scenarioOf(gate, 'Base').est).toMatchObject({ upliftMonthly: '0.02', listRows: 'ignore', bridgeDays: 30 });
    expect(differences(gate, 'High')).toStrictEqual([]);
    expect(gate.history.steps.at(-1)?.what).toBe('Merge “High” into “Base”');
  });

  it('refuse every change while they are frozen, and no change of a parent reaches them', () => {
    const gate = twoBranches();
    const high = idOf(gate, 'High');
    gate.dispatch(freezeBranch(gate.document, high, true));
    const steps = gate.history.steps.length;
    const changes: readonly Command[] = [
      set({ bridgeDays: 1 }),
      { kind: 'set-scenario', scenario: { ...DEFAULT_SCENARIO, clauses: new Map([['c', { passThrough: true }]]) } },
      { kind: 'set-assumptions', change: { priceChanges: [], decisions: [], name: 'X' }, what: 'X' },
      renameBranch(high, 'Highest'),
      deleteBranch(gate.document, high),
      mergeBranches(gate.document, idOf(gate, 'Low'), high, new Map([['est.upliftMonthly', 'theirs']])),
    ];
    const before = seen(gate);
    for (const change of changes) {
      gate.dispatch(change);
      expect(gate.refused?.reason).toContain('“High” is frozen');
      expect(seen(gate)).toStrictEqual(before);
    }
    expect(gate.history.steps).toHaveLength(steps);
    gate.dispatch(set({ bridgeDays: 30 }));
    expect(gate.refused).toBeUndefined();
    gate.dispatch(switchBranch(gate.document, 'base'));
    gate.dispatch(set({ bridgeDays: 90 }));
    expect(gate.refused).toBeUndefined();
    expect(scenarioOf(gate, 'High').est.bridgeDays).toBe(30);
    gate.dispatch(freezeBranch(gate.document, high, false));
    expect(differences(gate, 'High')).toStrictEqual(['est.upliftMonthly', 'est.bridgeDays']);
    expect(gate.history.steps.at(-1)?.what).toBe('Unfreeze scenario “High”');
  });

  it('recalculate figures when another one is shown, and not when one is renamed', () => {
    const gate = twoBranches();
    const { document } = gate;
    gate.dispatch(noteBranch(document, 'base', 'As agreed'));
    gate.dispatch(moveBranch(document, idOf(gate, 'Low'), 1));
    expect(changesFigures(gate.document, document)).toBe(false);
    gate.dispatch(switchBranch(document, 'base'));
    expect(changesFigures(gate.document, document)).toBe(true);
  });
});

describe('scenarios of files', () => {
  const uplift = { ...DEFAULT_SCENARIO, name: 'Uplift 7', est: { ...DEFAULT_SCENARIO.est, upliftMonthly: '0.07' } };

  it('take the place of a scenario that says nothing, and become one of their own otherwise', () => {
    const gate = gateOf();
    gate.dispatch(openScenario(gateAs(gate), uplift));
    expect(names(gate)).toStrictEqual(['Uplift 7']);
    gate.dispatch(openScenario(gateAs(gate), { ...uplift, est: { ...uplift.est, bridgeDays: 5 } }, 'Uplift 7'));
    expect(names(gate)).toStrictEqual(['Uplift 7', 'Uplift 7 2']);
    expect(differences(gate, 'Uplift 7 2')).toStrictEqual(['est.bridgeDays']);
    expect(gate.document.scenario.est).toMatchObject({ bridgeDays: 5, upliftMonthly: '0.07' });
  });
});

type Move = (gate: WriteGate) => Command;
const any = (gate: WriteGate, at: number): string => {
  const { branches } = gate.document;
  return branches[at % branches.length]?.id ?? '';
};
const at = fc.nat(9);
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.option(fc.nat(90), { nil: null }).map(
    (bridgeDays): Move =>
      () =>
        set({ bridgeDays }),
  ),
  fc.constantFrom('0.02', '0.05').map(
    (upliftMonthly): Move =>
      () =>
        set({ upliftMonthly }),
  ),
  at.map((id): Move => (gate) => ({
    kind: 'set-assumptions',
    what: 'Decide',
    change: {
      decisions: [...gate.document.scenario.decisions, { match: { customerId: `c-${String(id)}` }, outcome: 'est' }],
    },
  })),
  fc.tuple(at, fc.string({ maxLength: 3 })).map(
    ([id, name]): Move =>
      (gate) =>
        addBranch(gateAs(gate), any(gate, id), name),
  ),
  fc.tuple(at, fc.string({ maxLength: 3 })).map(
    ([id, name]): Move =>
      (gate) =>
        renameBranch(any(gate, id), name),
  ),
  at.map(
    (id): Move =>
      (gate) =>
        switchBranch(gate.document, any(gate, id)),
  ),
  at.map(
    (id): Move =>
      (gate) =>
        deleteBranch(gate.document, any(gate, id)),
  ),
  fc.tuple(at, fc.constantFrom(-1 as const, 1 as const)).map(
    ([id, by]): Move =>
      (gate) =>
        moveBranch(gate.document, any(gate, id), by),
  ),
  fc.tuple(at, fc.boolean()).map(
    ([id, on]): Move =>
      (gate) =>
        freezeBranch(gate.document, any(gate, id), on),
  ),
  fc.tuple(at, at).map(
    ([from, into]): Move =>
      (gate) =>
        mergeBranches(gate.document, any(gate, from), any(gate, into), new Map()),
  ),
);

describe('any walk', () => {
  it('can be taken back, done again and stored', () => {
    fc.assert(
      fc.property(fc.array(move, { maxLength: 25 }), (moves) => {
        const gate = gateOf();
        const before = seen(gate);
        for (const one of moves) {
          const frozen = namedScenarios(gate.document).filter(
            ({ id }) => gate.document.branches.find((branch) => branch.id === id)?.frozen,
          );
          const command = one(gate);
          gate.dispatch(command);
          if (command.kind === 'freeze-branch') continue;
          for (const { id, scenario } of frozen)
            expect(namedScenarios(gate.document).find((now) => now.id === id)?.scenario).toStrictEqual(scenario);
        }
        const after = seen(gate);
        const stored = fromStored(toStored(gate.document));
        expect(seen(gateOf(stored))).toStrictEqual(after);
        const change = gate.history.takeUnsaved();
        const reloaded = gateOf(stored, change && { position: change.position, steps: change.steps });
        while (reloaded.undo() !== undefined);
        expect(seen(reloaded)).toStrictEqual(before);
        while (reloaded.redo() !== undefined);
        expect(seen(reloaded)).toStrictEqual(after);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('workbooks of before there were branches', () => {
  it('open with one, called as their scenario was', () => {
    const stored = toStored({ ...EMPTY_DOCUMENT, scenario: { ...DEFAULT_SCENARIO, name: 'Plan' } });
    const views = new Map([...stored.views].filter(([name]) => name !== 'branches'));
    const document: WorkbookDocument = fromStored({ ...stored, views });
    expect(branchesOf(document)).toMatchObject([{ id: 'base', name: 'Plan', parent: undefined }]);
    expect(document.activeBranch).toBe('base');
  });
});
