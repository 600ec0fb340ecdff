/** A table over inputs as it is read: figures, the line, the present cell, its file; what may be typed for it. */
import { describe, expect, it } from 'vitest';
import { assumptionAt } from '../../../src/core/assumptions/assumptions.ts';
import type { Assumption } from '../../../src/core/assumptions/assumption.ts';
import { createFormat } from '../../../src/core/format.ts';
import type { AssumptionNotes } from '../../../src/core/scenario/notes.ts';
import type { Measure } from '../../../src/sim/what-if/types.ts';
import { CELL } from '../../../src/ui/grid/source.ts';
import { type AxisDraft, axisValues } from '../../../src/views/what-if/axis-values.ts';
import { readValue, typedValue, valueWords } from '../../../src/views/what-if/input-words.ts';
import { sameQuestion } from '../../../src/views/what-if/live.ts';
import { measuresOf, readTarget } from '../../../src/views/what-if/measures.ts';
import { spiderValues, usualInputs } from '../../../src/views/what-if/range-inputs.ts';
import { type ShownTable, tableExport, tableSentences, tableSource } from '../../../src/views/what-if/table-cells.ts';
import { requestOf } from '../../sim/what-if/book.ts';
import { day } from '../../support/simulation.ts';

const FORMAT = createFormat('en-GB');
const MARGIN: Measure = { kind: 'amount', amount: 'margin', currency: 'USD' };
const SHARE: Measure = { kind: 'margin-share', currency: 'USD' };

function at(path: string): Assumption {
  const found = assumptionAt(requestOf(), path);
  if (!found) throw new Error(`INTERNAL: no ${path}`);
  return found;
}

const UPLIFT = at('est.upliftMonthly');
const CAP = at('clauses["customer"].capPercent');

/** Margins of −1.50 to 4.00 USD, and one cell that is not there yet. */
function shown(changes: Partial<ShownTable> = {}): ShownTable {
  const rows = { assumption: UPLIFT, name: 'EST_Uplift', values: ['3', '4'] };
  const columns = { assumption: CAP, name: 'Cap', values: ['0', '5', '10'] };
  return {
    asked: { rows, columns, measures: [MARGIN] },
    cells: { tops: Float64Array.of(-150, 100, 400, -100, -50, NaN), bottoms: new Float64Array(6).fill(1), done: 5, of: 6 }, // prettier-ignore
    breakEven: { top: 0, bottom: 1 },
    format: FORMAT,
    ...changes,
  };
}

describe('a table over two inputs', () => {
  const source = tableSource(shown());

  it('says amounts with a real minus, marks what is below the line, and waits for what is not there', () => {
    const texts = [0, 1].map((row) => [0, 1, 2, 3].map((column) => source.text(row, column)));
    expect(texts).toEqual([
      ['3 %', '▼ −1.50', '1.00', '4.00'],
      ['4 %', '▼ −1.00', '▼ −0.50', '…'],
    ]);
    expect(source.columns.map(({ title }) => title)).toEqual(['EST_Uplift ↓ Cap →', '0 %', '5 %', '10 %']);
  });

  it('draws the line where neighbours lie on either side, and marks the cell of the scenario', () => {
    expect(source.look?.(0, 2)).toMatchObject({ look: 'accent', edges: { top: false, left: true } });
    expect(source.look?.(1, 2)).toMatchObject({ edges: { top: true, left: false } });
    expect(source.look?.(1, 1)?.edges).toBeUndefined();
    expect((source.flags?.(0, 2) ?? 0) & CELL.bold).toBe(CELL.bold);
    expect((source.flags?.(0, 1) ?? 0) & CELL.negative).toBe(CELL.negative);
    expect([source.look?.(0, 1)?.tone, source.look?.(0, 3)?.tone]).toEqual([0, 1]);
  });

  it('is said in a sentence, and goes into files with exact figures', () => {
    expect(tableSentences(shown(), '0.00 USD')).toEqual([
      'From −1.50 at EST_Uplift 3 %, Cap 0 % to 4.00 at EST_Uplift 3 %, Cap 10 %.',
      '3 of 5 cells are below 0.00 USD (▼); the line runs where the result crosses it.',
      'Marked bold: the values of the scenario.',
    ]);
    const file = tableExport(shown(), source);
    expect(file.cell(0, 1).raw).toEqual({ kind: 'number', decimal: '-1.50' });
    expect(file.cell(0, 0).raw).toEqual({ kind: 'number', decimal: '3' });
    expect(file.cell(1, 3).raw).toBeUndefined();
  });

  it('shows shares in per cent, and none where there is nothing to share', () => {
    const cells = { tops: Float64Array.of(1, 0), bottoms: Float64Array.of(3, 0), done: 2, of: 2 };
    const rows = { assumption: UPLIFT, name: 'EST_Uplift', values: ['1', '2'] };
    const shares = tableSource(shown({ asked: { rows, columns: undefined, measures: [SHARE] }, cells, breakEven: undefined })); // prettier-ignore
    expect([shares.text(0, 1), shares.text(1, 1)]).toEqual(['33.33', 'none']);
  });
});

describe('what is typed', () => {
  const range = (changes: Partial<AxisDraft>): AxisDraft => ({ how: 'range', from: '1', to: '4', steps: 3, list: '', ...changes }); // prettier-ignore

  it('makes the values of an axis: spread with the present one among them, or a sorted list', () => {
    expect(axisValues(range({}), UPLIFT, FORMAT)).toEqual({ ok: true, value: ['1', '2.5', '3', '4'] });
    expect(axisValues(range({ how: 'list', list: '4; 0.5 %;4' }), UPLIFT, FORMAT)).toEqual({ ok: true, value: ['0.5', '4'] }); // prettier-ignore
    expect(axisValues(range({ how: 'list', list: '4; 101' }), UPLIFT, FORMAT)).toMatchObject({ ok: false });
    expect(axisValues(range({ how: 'list', list: '' }), UPLIFT, FORMAT)).toMatchObject({ ok: false });
    const all = axisValues(range({ from: '0', to: '40', steps: 41 }), UPLIFT, FORMAT);
    expect(all.ok && all.value.length).toBe(41);
  });

  it('is read in the locale and in the unit, within limits and digits', () => {
    expect(readValue('3,25 %', UPLIFT, createFormat('de-DE'))).toEqual({ ok: true, value: '3.25' });
    expect(typedValue('3.25', UPLIFT, createFormat('de-DE'))).toBe('3,25');
    for (const wrong of ['', 'x', '101', '-1', '1.00001'])
      expect(readValue(wrong, UPLIFT, FORMAT).ok, wrong).toBe(false);
    const bridge = at('est.bridgeDays');
    expect([readValue('45', bridge, FORMAT), readValue('4.5', bridge, FORMAT).ok]).toEqual([{ ok: true, value: '45' }, false]); // prettier-ignore
    const eligible = at('est.eligibleEndFrom');
    expect(readValue('2026-06-01', eligible, FORMAT)).toEqual({ ok: true, value: String(day('2026-06-01')) });
    expect(valueWords(String(day('2026-06-01')), eligible, FORMAT)).toBe('1 Jun 2026');
  });

  it('makes targets: cents, per cent, whole counts', () => {
    expect(readTarget('1,234.5', MARGIN, FORMAT)).toEqual({ ok: true, value: { top: 123_450, bottom: 1 } });
    expect(readTarget('12', SHARE, FORMAT)).toEqual({ ok: true, value: { top: 120_000, bottom: 1_000_000 } });
    expect(readTarget('1.5', { kind: 'count', count: 'exposed', currency: 'USD' }, FORMAT).ok).toBe(false);
    expect(readTarget('100', { kind: 'amount', amount: 'est', currency: 'JPY' }, FORMAT)).toMatchObject({ value: { top: 100 } }); // prettier-ignore
  });
});

describe('inputs that are offered', () => {
  const all = [...['est.upliftMonthly', 'est.eligibleEndFrom', 'window.asOf'].map(at), CAP];

  it('are those that may move the result; a card with a range brings any other', () => {
    const [extra] = measuresOf('USD');
    if (!extra) throw new Error('INTERNAL: no measure');
    const paths = (meta: AssumptionNotes, measure = extra): readonly string[] =>
      usualInputs(all, { ...requestOf().scenario, meta }, measure).map(({ path }) => path);
    expect(paths(new Map())).toEqual([UPLIFT.path]);
    expect(paths(new Map(), MARGIN)).toEqual([UPLIFT.path, CAP.path]);
    expect(paths(new Map([['est.eligibleEndFrom', { low: '2026-01-01' }]]))).toContain('est.eligibleEndFrom');
  });

  it('move in a spider by per cent of their value, or over their range through the present', () => {
    const ends = { low: '2', high: '9' };
    expect(spiderValues(UPLIFT, ends, 'percent')).toEqual(['1.5', '1.8', '2.1', '2.4', '2.7', '3', '3.3', '3.6', '3.9', '4.2', '4.5']); // prettier-ignore
    expect(spiderValues(UPLIFT, ends, 'range')).toEqual(['2', '2.25', '2.5', '2.75', '3', '4.5', '6', '7.5', '9']);
    expect(spiderValues(at('est.eligibleEndFrom'), ends, 'percent')).toBeUndefined();
  });

  it('ask the same question while scenario, rows and values are the same', () => {
    const request = requestOf();
    const question = (values: readonly string[]) => ({ request, inputs: [{ assumption: at('est.upliftMonthly'), values }] }); // prettier-ignore
    expect(sameQuestion(question(['1']), question(['1']))).toBe(true);
    expect(sameQuestion(question(['1']), question(['2']))).toBe(false);
    expect(sameQuestion(question(['1']), { ...question(['1']), request: requestOf({}) })).toBe(false);
    expect(sameQuestion(undefined, question(['1']))).toBe(false);
  });
});
