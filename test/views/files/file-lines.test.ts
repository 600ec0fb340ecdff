import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../src/core/diagnostics.ts';
import { createFormat } from '../../../src/core/format.ts';
import type { FileOutcome } from '../../../src/state/imports.svelte.ts';
import {
  type FileLine,
  type StoredEntry,
  cellsOf,
  fileLines,
  selectedLine,
  shortHash,
  stateOf,
  totalsOf,
} from '../../../src/views/files/file-lines.ts';

const format = createFormat('en-GB');
const LEDGER = { read: 1200, accepted: 1190, rejected: 3, skipped: 7 };

function entry(file: string, change: Partial<StoredEntry['info']> = {}): StoredEntry {
  const info = {
    id: file,
    kind: 'portfolio' as const,
    file,
    sha256: 'abcd'.repeat(16),
    bytes: 5100,
    ledger: LEDGER,
    diagnostics: [],
    order: 0,
    ...change,
  };
  return { state: 'ready', id: file, file, info, rows: info.ledger.accepted, storedBytes: 10, hasSource: false };
}

function outcome(file: string, change: Partial<FileOutcome> = {}): FileOutcome {
  return {
    file,
    sha256: '',
    bytes: 0,
    kind: 'unknown',
    state: 'refused',
    questions: [],
    diagnostics: [],
    diagnosticCount: 0,
    rejects: [],
    ledger: { read: 0, accepted: 0, rejected: 0, skipped: 0 },
    ...change,
  };
}

const words = (lines: readonly FileLine[]): readonly string[] => lines.map((line) => stateOf(line, format).word);
const CLEAN = { ledger: { ...LEDGER, accepted: 1193, rejected: 0 } };

/** Rows of another file that the new one holds too. */
const BESIDE = { code: 'period-overlap', column: '', rows: 3, other: 'june.csv' } as const;

describe('the lines of the Files screen', () => {
  test('hold every dataset once, and the files of the last drop that left none', () => {
    const lines = fileLines(
      [entry('a.csv'), { state: 'damaged', id: 'b', file: 'b.csv', why: 'parts-missing', info: undefined }],
      [
        outcome('a.csv', { state: 'read' }),
        outcome('cut.zip'),
        outcome('again.csv', { state: 'read', duplicateOf: 'a.csv' }),
        outcome('dates.csv', { state: 'question' }),
        outcome('plan.json', { state: 'read', kind: 'scenario' }),
      ],
      false,
    );
    expect(lines.map(({ file }) => file)).toEqual([
      'a.csv', 'b.csv', 'cut.zip', 'again.csv', 'dates.csv', 'plan.json',
    ]); // prettier-ignore
    expect(words(lines)).toEqual([
      '3 rows rejected', 'damaged', 'not read', 'already there', 'waits for an answer', 'taken over',
    ]); // prettier-ignore
  });

  test('a drop that was refused leaves its readable files unstored too', () => {
    expect(words(fileLines([], [outcome('lost.csv', { state: 'read' })], true))).toEqual(['not stored']);
  });

  test('tell plain reading from warnings and repairs', () => {
    const noted = diagnose('warning', 'unknown-action', { file: 'x' }, { action: 'Hibernate' });
    const found = { code: 'decimal-comma', column: 'Quantity', rows: 2 } as const;
    const lines = fileLines(
      [
        entry('plain', CLEAN),
        entry('noted', { ...CLEAN, diagnostics: [noted] }),
        entry('repaired', { ...CLEAN, repairs: [{ ...found, applied: true }] }),
        entry('left', { ...CLEAN, repairs: [{ ...found, applied: false }] }),
        entry('beside', { ...CLEAN, repairs: [{ ...BESIDE, applied: false }] }),
        entry('instead', { ...CLEAN, repairs: [{ ...BESIDE, applied: true }] }),
      ],
      [],
      false,
    );
    expect(words(lines)).toEqual([
      'read',
      'read, with warnings',
      'read, with repairs',
      'read',
      'read, with warnings',
      'read, with repairs',
    ]);
  });

  test('balance: read = accepted + rejected + skipped, also in the last line', () => {
    const lines = fileLines([entry('a'), entry('b')], [outcome('c')], false);
    const lists = new Map([['a', { markets: ['DE', 'US'], currencies: ['EUR'], date: undefined }]]);
    const [first, , refused] = lines.map((line) => cellsOf(line, lists, format));
    expect(first?.slice(2, 8)).toEqual(['Subscriptions, sheet, DE US, EUR', '1,200', '1,190', '3', '7', '5.1 kB']);
    expect(refused?.slice(3, 7)).toEqual(['—', '—', '—', '—']);
    expect(totalsOf(lines, format)).toEqual(['3 files', '', '', '2,400', '2,380', '6', '14', '', '']);
  });

  test('say which version a file is, and whether it is billed', () => {
    const version = diagnose('info', 'variant', { file: 'x' }, { variant: 'version 1.2' });
    const unbilled = diagnose('info', 'unbilled', { file: 'x' });
    const lines = fileLines(
      [
        entry('focus', { kind: 'focus', diagnostics: [version] }),
        entry('usage', { kind: 'daily-usage', diagnostics: [unbilled] }),
        entry('billed', { kind: 'daily-usage' }),
      ],
      [],
      false,
    );
    expect(lines.map((line) => cellsOf(line, new Map(), format)[2])).toEqual([
      'FOCUS cost export, version 1.2',
      'Daily rated usage, unbilled',
      'Daily rated usage',
    ]);
  });

  test('show first what needs a look, until the user chooses', () => {
    const lines = fileLines([entry('a', CLEAN), entry('b')], [], false);
    expect(selectedLine(lines, undefined, format)?.file).toBe('b');
    expect(selectedLine(lines, 'a', format)?.file).toBe('a');
    expect(selectedLine(lines, 'gone', format)?.file).toBe('b');
  });

  test('a file that could not be read to its end has no hash', () => {
    expect([shortHash(''), shortHash('abcd0000ef12')]).toEqual(['—', 'abcd…ef12']);
  });
});
