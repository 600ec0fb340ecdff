/** What keeping, renaming and deleting a computed column changes in the workbook. */
import { describe, expect, it } from 'vitest';
import { withSort } from '../../../src/sheet/model/view-changes.ts';
import type { ColumnFormula } from '../../../src/sheet/model/workbook-parts.ts';
import { EMPTY_DOCUMENT, type WorkbookDocument, reduce, viewOf } from '../../../src/state/document.ts';
import { deleteColumn, draftOf, keepColumn, newDraft, titleProblem } from '../../../src/views/computed/column-draft.ts';

const BASE = [
  { key: 'customer', title: 'Customer' },
  { key: 'seats', title: 'Seats' },
  { key: 'market', title: 'Market' },
];
const formula = (key: string, title: string, text: string): ColumnFormula => ({
  ...{ key, title, formula: text },
  format: { kind: 'general' },
});
const columnsOf = ({ formulas }: WorkbookDocument): readonly { key: string; title: string }[] => [...BASE, ...formulas];

function keep(document: WorkbookDocument, after: string, text: string): WorkbookDocument {
  const draft = newDraft(after, columnsOf(document));
  return reduce(document, { kind: 'set-parts', ...keepColumn(document, draft, text, columnsOf(document)) });
}

describe('a new column', () => {
  it('stands right behind the selected one, under a title of its own', () => {
    const once = keep(EMPTY_DOCUMENT, 'customer', '=1');
    const twice = keep(once, 'customer', '=2');
    expect(viewOf(twice, 'portfolio').order).toStrictEqual(['customer', 'f:2', 'f:1', 'seats', 'market']);
    expect(twice.formulas.map(({ title }) => title)).toStrictEqual(['Formula', 'Formula 2']);
  });

  it('never takes the key of a column that is gone', () => {
    const once = keep(EMPTY_DOCUMENT, 'market', '=1');
    const gone = reduce(once, { kind: 'set-parts', ...deleteColumn(once, 'f:1') });
    expect(keep(gone, 'market', '=2').formulas.map(({ key }) => key)).toStrictEqual(['f:2']);
  });

  it('goes to the end when the column before it does not show', () => {
    const hidden = { ...viewOf(EMPTY_DOCUMENT, 'portfolio'), hidden: ['seats'] };
    const document = { ...EMPTY_DOCUMENT, tables: new Map([['portfolio', hidden]]) };
    expect(viewOf(keep(document, 'seats', '=1'), 'portfolio').order.at(-1)).toBe('f:1');
  });
});

describe('a column that is changed', () => {
  const document: WorkbookDocument = {
    ...EMPTY_DOCUMENT,
    formulas: [formula('f:1', 'Cost', '=[@Seats]'), formula('f:2', 'Twice', '=2*[@cost]')],
    names: [{ name: 'All', text: '=SUM(Portfolio[Cost])', unit: '', least: '', most: '', note: '' }],
  };
  const [cost] = document.formulas;

  it('takes the formulas that know it by its title along', () => {
    const draft = { ...draftOf(cost ?? formula('', '', '')), title: ' Net cost ' };
    const { parts, what } = keepColumn(document, draft, '=[@Seats]*3', columnsOf(document));
    expect(parts.formulas?.map((one) => [one.title, one.formula])).toStrictEqual([
      ['Net cost', '=[@Seats]*3'],
      ['Twice', '=2*[@[Net cost]]'],
    ]);
    expect(parts.names?.[0]?.text).toBe('=SUM(Portfolio[Net cost])');
    expect(what).toContain('Cost');
  });

  it('leaves others as they are when it is deleted, and nothing sorts by it', () => {
    const sorted = withSort(viewOf(document, 'portfolio'), [{ key: 'f:1', descending: true }]);
    const { parts } = deleteColumn({ ...document, tables: new Map([['portfolio', sorted]]) }, 'f:1');
    expect(parts.formulas?.map((one) => one.formula)).toStrictEqual(['=2*[@cost]']);
    expect(parts.tables?.get('portfolio')?.sort).toStrictEqual([]);
  });
});

describe('a title', () => {
  const draft = newDraft('seats', BASE);

  it.each([
    ['  ', 'A column needs a title.'],
    [' seats', 'There is a column Seats already.'],
    ['x'.repeat(101), 'A title has at most 100 characters.'],
    ['Seats wanted', undefined],
  ])('%j', (title, problem) => {
    expect(titleProblem({ ...draft, title }, BASE)).toBe(problem);
  });

  it('may be kept, or change its case', () => {
    expect(titleProblem({ ...draft, key: 'seats', title: 'SEATS' }, BASE)).toBeUndefined();
  });
});
