/** Undo and redo: any walk of commands can be taken back to the same bytes, also from what was stored. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_OVERRIDES, changeOverrides } from '../../src/core/overrides/override.ts';
import { PLAIN_VIEW } from '../../src/sheet/model/table-view.ts';
import { type Command, EMPTY_DOCUMENT, type WorkbookDocument } from '../../src/state/document.ts';
import { WriteGate } from '../../src/state/gate.svelte.ts';
import { applyPatch, diff, readPatch, writePatch, writeValue } from '../../src/state/patch.ts';
import { fromStored, toStored } from '../../src/state/stored-document.ts';
import type { StoredHistory, StoredStep } from '../../src/storage/history.ts';
import { runs } from '../support/runs.ts';

const RUNS = { numRuns: runs(100) };
const word = fc.string({ maxLength: 4 });
const key = fc.constantFrom('a', 'b', 'seats', '__proto__', 'constructor');

const command: fc.Arbitrary<Command> = fc.oneof(
  word.map((name): Command => ({ kind: 'rename', name })),
  fc
    .record({ chosen: fc.array(word, { maxLength: 3 }), reference: word }, { requiredKeys: ['chosen'] })
    .map((compared): Command => ({ kind: 'set-parts', parts: { compared }, what: 'side by side' })),
  fc.integer({ min: 1, max: 60 }).map((months): Command => ({ kind: 'set-horizon', months })),
  fc.option(fc.nat(900), { nil: null }).map((bridgeDays): Command => ({ kind: 'set-est', change: { bridgeDays } })),
  fc
    .array(fc.record({ id: fc.constantFrom('s-1', 's-2', 's-3'), seats: fc.option(fc.nat(99), { nil: undefined }) }), {
      maxLength: 3,
    })
    .map((cells): Command => ({
      kind: 'override',
      what: 'Edit',
      changes: cells.map(({ id, seats }) => ({
        id,
        column: 'quantity',
        override: seats === undefined ? undefined : { value: String(seats), author: 'Ada', at: 'now', reason: '' },
      })),
    })),
  fc
    .record({ table: key, width: fc.nat(300), hidden: fc.array(key, { maxLength: 2 }) })
    .map(({ table, width, hidden }): Command => ({
      kind: 'set-table',
      table,
      what: 'Layout',
      view: { ...PLAIN_VIEW, widths: { seats: width }, hidden, filters: [['seats', { kind: 'empty', empty: true }]] },
    })),
  fc.array(word, { maxLength: 3 }).map((formulas): Command => ({
    kind: 'set-formulas',
    what: 'Formula',
    formulas: formulas.map((formula, at) => ({
      key: `f:${String(at)}`,
      title: formula,
      formula: `=${formula}`,
      format: { kind: 'general' },
    })),
  })),
);

function bytes(document: WorkbookDocument): string {
  const stored = toStored(document);
  return JSON.stringify({ ...stored, mappings: [...stored.mappings], views: [...stored.views] });
}

/** A gate whose clock goes on by a minute with each command, so that no two steps are one. */
function gateOf(document = EMPTY_DOCUMENT, history?: StoredHistory): WriteGate {
  let time = 0;
  const gate = new WriteGate(
    document,
    () => undefined,
    () => (time += 60_000),
  );
  gate.load(document, history);
  return gate;
}

/** What a store keeps when each change is stored at once. */
class Shelf {
  steps: StoredStep[] = [];
  position = 0;
  document = EMPTY_DOCUMENT;

  keep(gate: WriteGate): void {
    this.document = fromStored(toStored(gate.document));
    const change = gate.history.takeUnsaved();
    if (!change) return;
    const kept = this.steps.filter(({ seq }) => seq >= change.keep && seq < change.from);
    this.steps = [...kept, ...change.steps];
    this.position = change.position;
  }
}

describe('undo', () => {
  it('goes back to the same bytes, and forward again', () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
        const gate = gateOf();
        const before = bytes(gate.document);
        for (const one of commands) gate.dispatch(one);
        const after = bytes(gate.document);
        while (gate.undo() !== undefined);
        expect(bytes(gate.document)).toBe(before);
        while (gate.redo() !== undefined);
        expect(bytes(gate.document)).toBe(after);
      }),
      RUNS,
    );
  });

  it('survives a reload at any moment of any walk', () => {
    const move = fc.oneof(
      { weight: 3, arbitrary: command },
      { weight: 1, arbitrary: fc.constantFrom('undo' as const, 'redo' as const, 'reload' as const) },
    );
    fc.assert(
      fc.property(fc.array(move, { maxLength: 30 }), (moves) => {
        const kept = gateOf();
        let reloaded = gateOf();
        const shelf = new Shelf();
        for (const one of moves) {
          if (one === 'reload') reloaded = gateOf(shelf.document, shelf);
          else {
            for (const gate of [kept, reloaded]) {
              if (one === 'undo') gate.undo();
              else if (one === 'redo') gate.redo();
              else gate.dispatch(one);
            }
          }
          shelf.keep(reloaded);
          expect(bytes(reloaded.document)).toBe(bytes(kept.document));
        }
        expect(reloaded.history.steps.map(({ what }) => what)).toStrictEqual(
          kept.history.steps.map(({ what }) => what),
        );
        while (kept.undo() !== undefined);
        while (reloaded.undo() !== undefined);
        expect(bytes(reloaded.document)).toBe(bytes(kept.document));
      }),
      RUNS,
    );
  });

  it('takes 300 steps back', () => {
    const gate = gateOf();
    for (let at = 1; at <= 300; at++) gate.dispatch({ kind: 'rename', name: String(at) });
    expect(gate.history.steps).toHaveLength(300);
    gate.goTo(10);
    expect(gate.document.name).toBe('10');
    gate.goTo(0);
    expect(gate.document.name).toBe('');
    gate.goTo(300);
    expect(gate.document.name).toBe('300');
  });

  it('forgets what was undone once something else is done', () => {
    const gate = gateOf();
    gate.dispatch({ kind: 'rename', name: 'one' });
    gate.dispatch({ kind: 'rename', name: 'two' });
    gate.undo();
    gate.dispatch({ kind: 'set-horizon', months: 24 });
    expect(gate.history.steps.map(({ what }) => what)).toStrictEqual(['Name of the workbook', 'Horizon']);
    expect(gate.redo()).toBeUndefined();
  });

  it('takes typing in one field as one step, and no change as none', () => {
    const gate = new WriteGate(
      EMPTY_DOCUMENT,
      () => undefined,
      () => 5,
    );
    for (const months of [1, 18, 12, 24]) gate.dispatch({ kind: 'set-horizon', months });
    gate.dispatch({ kind: 'rename', name: '' });
    expect(gate.history.steps.map(({ what }) => what)).toStrictEqual(['Horizon']);
    gate.undo();
    expect(gate.document.horizonMonths).toBe(12);
  });

  it('leaves what was said about files alone', () => {
    const gate = gateOf();
    gate.dispatch({ kind: 'rename', name: 'x' });
    gate.dispatch({
      kind: 'remember-answer',
      headerHash: 'h',
      answer: { kind: 'portfolio', header: [], mapping: new Map() } as never,
    });
    gate.undo();
    expect(gate.document.answers.size).toBe(1);
    expect(gate.document.name).toBe('');
  });

  it('is refused while another tab writes', () => {
    const gate = gateOf();
    gate.dispatch({ kind: 'rename', name: 'x' });
    gate.locked = true;
    expect(gate.undo()).toBeUndefined();
    expect(gate.document.name).toBe('x');
  });
});

describe('a patch', () => {
  const leaf = fc.oneof(fc.string({ maxLength: 3 }), fc.integer(), fc.boolean(), fc.constant(null));
  const tree = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.array(tie('node'), { maxLength: 3 }),
      fc.dictionary(key, tie('node'), { maxKeys: 3, noNullPrototype: true }),
      fc.array(fc.tuple(key, tie('node')), { maxLength: 3 }).map((entries) => new Map(entries)),
    ),
  })).node;

  it('leads from one tree to any other and back, also when it was written down', () => {
    fc.assert(
      fc.property(tree, tree, (one, other) => {
        const patch = readPatch(writePatch(diff(one, other))) ?? [];
        expect(writeValue(applyPatch(one, patch, 'forward'))).toBe(writeValue(other));
        expect(writeValue(applyPatch(other, patch, 'back'))).toBe(writeValue(one));
      }),
      RUNS,
    );
  });

  it('keeps the order of entries', () => {
    const one = new Map([
      ['a', 1],
      ['b', 2],
    ]);
    const other = new Map([...one].reverse());
    const there = applyPatch(one, diff(one, other), 'forward');
    expect([...there.keys()]).toEqual(['b', 'a']);
  });

  it('of 50,000 changed cells among as many is applied in one go', () => {
    const override = { value: '1', author: '', at: '', reason: '' };
    const changes = Array.from({ length: 50_000 }, (_, at) => ({
      id: `s-${String(at)}`,
      column: 'quantity' as const,
      override,
    }));
    const before = changeOverrides(NO_OVERRIDES, changes);
    const after = changeOverrides(
      before,
      changes.map((change) => ({ ...change, override: { ...override, value: '2' } })),
    );
    const patch = diff(before, after);
    expect(applyPatch(after, patch, 'back')).toStrictEqual(before);
  });

  it.each(['', 'null', '{}', '[1]', '[["a"]]', '[[1,2,3]]'])('that is none is refused: %j', (text) => {
    expect(readPatch(text)).toBeUndefined();
  });
});
