import { describe, expect, it } from 'vitest';
import type { FileReport } from '../../src/importers/index.ts';
import { freshFiles } from '../../src/workers/fresh-files.ts';
import { questionDiagnostics } from '../../src/workers/open-questions.ts';
import { priceList } from '../support/books.ts';

function report(file: string, sha256: string, part = ''): FileReport {
  const dataset = { ...priceList([], 0, file + part), sha256 };
  const none = { questions: [], diagnostics: [], diagnosticCount: 0, rejects: [], ...(part && { whole: file }) };
  return { ...none, file: file + part, sha256, bytes: 0, kind: 'licence-prices', state: 'read', dataset };
}

function names(reports: readonly FileReport[], known: ReadonlyMap<string, string> = new Map()) {
  const { fresh, duplicateOf } = freshFiles(reports, known);
  return { fresh: fresh.map(({ dataset }) => dataset.file), duplicates: [...duplicateOf.values()] };
}

describe('equal files', () => {
  it('are noticed within a drop and against what is there', () => {
    expect(names([report('a.csv', '1'), report('b.csv', '1')])).toEqual({ fresh: ['a.csv'], duplicates: ['a.csv'] });
    expect(names([report('a.csv', '1')], new Map([['1', 'old.csv']]))).toEqual({ fresh: [], duplicates: ['old.csv'] });
  });

  it('are noticed under the same name in two folders', () => {
    expect(names([report('a.csv', '1'), report('a.csv', '1')])).toEqual({ fresh: ['a.csv'], duplicates: ['a.csv'] });
  });

  it('are not the sheets of one workbook, which share its hash', () => {
    const book = [report('book.xlsx', '1', '/US'), report('book.xlsx', '1', '/DE')];
    expect(names(book)).toEqual({ fresh: ['book.xlsx/US', 'book.xlsx/DE'], duplicates: [] });
    expect(names([...book, ...book]).duplicates).toHaveLength(2);
    expect(names(book, new Map([['1', 'stored.xlsx/US']])).fresh).toEqual([]);
  });

  it('are only those with rows', () => {
    const { dataset: _, ...scenario } = report('scenario.json', '1');
    expect(names([scenario, scenario])).toEqual({ fresh: [], duplicates: [] });
  });
});

describe('open questions', () => {
  it('become errors that say what to do', () => {
    const { dataset: _, ...waiting } = report('list.csv', '1');
    const header = ['Id', 'Seats'];
    const questions = [
      { kind: 'mapping', headerHash: 'h', header, samples: [], candidates: [] },
      { kind: 'decimal-mark', headerHash: 'h', header, column: 'Quantity', samples: ['1.234'] },
    ] as const;
    const found = questionDiagnostics({ ...waiting, state: 'question', questions });
    expect(found.map(({ severity, code, column }) => [severity, code, column])).toEqual([
      ['error', 'question-mapping', undefined],
      ['error', 'question-decimal-mark', 'Quantity'],
    ]);
    expect(found[0]?.message).toContain('Id, Seats');
    expect(found[1]?.message).toContain('1.234');
  });
});
