/** Own sheets through the write gate and as the grid edits them. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../../src/core/format.ts';
import { calculateSteps } from '../../../src/sheet/calculation/calculate.ts';
import type { ComputedSheet } from '../../../src/sheet/calculation/model.ts';
import { placeOf } from '../../../src/sheet/calculation/address.ts';
import { ANY } from '../../../src/sheet/formula/units/unit.ts';
import { FUNCTIONS } from '../../../src/sheet/functions/index.ts';
import { EMPTY_DOCUMENT } from '../../../src/state/document.ts';
import { WriteGate } from '../../../src/state/gate.svelte.ts';
import type { CellWrite, GridEdits } from '../../../src/ui/grid/source.ts';
import { ownCellEdits } from '../../../src/views/sheets/cell-edits.ts';
import { ShownSheet } from '../../../src/views/sheets/cells.ts';
import { blockOf, looksHeaded } from '../../../src/views/sheets/clipboard-block.ts';
import { OwnSheets } from '../../../src/views/sheets/own-sheets.svelte.ts';
import { runs } from '../../support/runs.ts';

class Bench {
  readonly gate = new WriteGate(EMPTY_DOCUMENT, () => undefined);
  readonly locale: string;
  readonly following = false;
  readonly own: OwnSheets;

  constructor(locale = 'en-US') {
    this.locale = locale;
    this.own = new OwnSheets(this);
    this.own.add();
  }

  get document() {
    return this.gate.document;
  }

  get sheet() {
    const { active } = this.own;
    if (!active) throw new Error('no sheet');
    return active;
  }

  shown(): ShownSheet {
    return new ShownSheet(this.sheet, computed(this.own), createFormat(this.locale));
  }

  edits(): GridEdits {
    return ownCellEdits(this.own, this.shown(), '');
  }

  type(cells: Readonly<Record<string, string>>): readonly string[] {
    const writes = Object.entries(cells).flatMap(([address, text]): CellWrite[] => {
      const place = placeOf(address);
      return place ? [{ ...place, text }] : [];
    });
    return this.edits()
      .write(writes, 'typed')
      .map(({ reason }) => reason);
  }

  text(address: string): string {
    const place = placeOf(address);
    return place ? this.shown().text(place.row, place.column) : '';
  }
}

function computed(own: OwnSheets): ComputedSheet | undefined {
  const steps = calculateSteps({
    table: { name: 'Portfolio', rows: 0, column: () => undefined, unit: () => ANY },
    ...{ formulas: [], names: [], sheets: own.all, given: () => undefined },
    ...{ functions: FUNCTIONS, asOf: 20_000, locale: 'en-US' },
  });
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value.sheets.get(own.active?.id ?? '');
  }
}

describe('cells', () => {
  it('show what was typed in the locale, and say what fills them', () => {
    const bench = new Bench('de-DE');
    bench.type({ A1: '12,5', A2: '31.12.2026', A3: '12 %', B1: '=SORT({3;1})', C1: '=SUM(A1;A3)' });
    expect(['A1', 'A2', 'A3', 'B1', 'B2', 'C1'].map((at) => bench.text(at))).toStrictEqual([
      ...['12,5', '31. Dez. 2026', '12\u00a0%', '1', '3', '12,62'],
    ]);
    expect(bench.sheet.cells['C1']).toBe('=SUM(A1,A3)');
    expect(bench.edits().editText(0, 2)).toBe('=SUM(A1;A3)');
    expect(bench.edits().refusal(1, 1)).toContain('B1');
    expect(bench.type({ B2: 'x', D1: '=SUM(' })).toHaveLength(2);
  });

  it('fill down with their references, and move with all that reads them', () => {
    const bench = new Bench();
    bench.type({ A1: '1', A2: '2', B1: '=A1*10', C1: '=B1' });
    expect(bench.edits().fill(['=A1*10'], 2, { along: 'column' })).toStrictEqual(['=A2*10', '=A3*10']);
    expect(bench.edits().fill(['=A1*10'], 1, { along: 'row' })).toStrictEqual(['=B1*10']);
    bench.edits().move?.({ top: 0, bottom: 0, left: 1, right: 1 }, { row: 4, column: 4 });
    expect(bench.sheet.cells).toMatchObject({ C1: '=E5', E5: '=A1*10' });
    expect(bench.gate.undo()).toContain('Move');
    expect(bench.text('C1')).toBe('10');
  });
});

describe('any walk over own sheets', () => {
  const step = fc.oneof(
    fc.record({
      kind: fc.constant('type'),
      at: fc.nat(5),
      text: fc.constantFrom('1', '=A1+B2', '=SUM(A1:C3)', '12 %', ''),
    }),
    fc.record({ kind: fc.constantFrom('rows', 'columns'), at: fc.nat(4), count: fc.constantFrom(-2, -1, 1, 2) }),
    fc.record({ kind: fc.constantFrom('move', 'add', 'duplicate', 'rename', 'remove'), at: fc.nat(4) }),
  );

  it('is undone and done again, step by step', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (walk) => {
        const bench = new Bench();
        const { gate, own } = bench;
        const documents = [gate.document];
        for (const [number, one] of walk.entries()) {
          const sheet = own.active;
          if (!sheet) own.add();
          else if ('text' in one) bench.type({ [`B${String(one.at + 1)}`]: one.text, A1: String(number) });
          else if ('count' in one)
            own.changeLines(sheet, { axis: one.kind === 'rows' ? 'row' : 'column', at: one.at, count: one.count });
          else if (one.kind === 'move')
            own.move(sheet, { top: 0, bottom: 1, left: 0, right: 1 }, { row: one.at, column: 2 }, 'Move');
          else if (one.kind === 'add') own.add();
          else if (one.kind === 'duplicate') own.duplicate(sheet);
          else if (one.kind === 'rename') own.rename(sheet, `Name ${String(number)}`);
          else own.remove(sheet);
          if (gate.document !== documents.at(-1)) documents.push(gate.document);
        }
        const last = documents.at(-1);
        const steps = gate.history.done;
        gate.goTo(0);
        expect(gate.document.sheets).toStrictEqual([]);
        gate.goTo(steps);
        expect(gate.document.sheets).toStrictEqual(last?.sheets);
      }),
      { numRuns: runs(60) },
    );
  });
});

describe('a block from another program', () => {
  it('keeps ids as text, and tells headings from data', () => {
    const html =
      '<table><tr><td>Customer</td><td>Id</td></tr><tr><td>Bakery</td><td style="mso-number-format:\'\\@\'" x:str>0012</td></tr></table>';
    const block = blockOf({ text: 'Customer\tId\r\nBakery\t0012\r\n', html }, 'en-US') ?? [];
    expect(block.map((row) => row.map(({ text }) => text))).toStrictEqual([
      ['Customer', 'Id'],
      ['Bakery', '0012'],
    ]);
    expect(looksHeaded(block, 'en-US')).toBe(true);
    expect(looksHeaded([[{ text: 'Bakery' }, { text: '12' }], [{ text: 'Mill' }]], 'en-US')).toBe(false);
    const bench = new Bench();
    bench.own.addBlock({ name: 'Limits', cells: block, headers: true }, (name) => name);
    expect(bench.sheet.cells).toStrictEqual({ A1: 'Customer', B1: 'Id', A2: 'Bakery', B2: "'0012" });
  });
});
