/** The formula line without its page: candidates, what is taken, help, and where a problem is marked. */
import { describe, expect, it } from 'vitest';
import { FormulaEditor } from '../../../src/views/formula/editor.svelte.ts';
import { callWords } from '../../../src/views/formula/call-words.ts';
import { searchFunctions } from '../../../src/views/formula/function-search.ts';
import { lineKey } from '../../../src/views/formula/line-keys.ts';
import { segmentsOf } from '../../../src/views/formula/segments.ts';

const VOCABULARY = {
  functions: ['ROUND', 'ROUNDUP', 'SUM'],
  columns: ['Seats', 'Unit price'],
  names: ['Rate'],
  tables: [{ name: 'Portfolio', columns: ['Seats', 'Unit price'] }],
  sheets: ['My sheet'],
};

function typed(text: string, locale = 'en-US', caret = text.length): FormulaEditor {
  const editor = new FormulaEditor('', () => ({ locale, vocabulary: VOCABULARY, onlyFormula: true }));
  editor.typed(text, caret);
  return editor;
}

describe('candidates', () => {
  it('are walked round and taken in the place of what was typed', () => {
    const editor = typed('=ro');
    expect(editor.completion?.candidates.map(({ label }) => label)).toStrictEqual(['ROUND', 'ROUNDUP']);
    editor.pick(-1);
    editor.take();
    expect([editor.text, editor.caret, editor.completion]).toStrictEqual(['=ROUNDUP(', 9, undefined]);
  });

  it('go on with the columns of a table', () => {
    const editor = typed('=SUM(port');
    editor.take();
    expect(editor.text).toBe('=SUM(Portfolio[');
    editor.pick(1);
    editor.take();
    expect(editor.text).toBe('=SUM(Portfolio[Unit price]');
  });

  it('are not offered for what stands there in full, after the caret walked, or once they were dismissed', () => {
    expect(typed('=Rate').completion).toBeUndefined();
    const walked = typed('=ro');
    walked.moved(2);
    expect(walked.completion).toBeUndefined();
    const dismissed = typed('=ro');
    dismissed.dismiss();
    expect(dismissed.completion).toBeUndefined();
    dismissed.suggest();
    expect(dismissed.completion?.candidates).toHaveLength(2);
  });

  it('change what Enter, Tab, Escape and arrows mean', () => {
    const key = (name: string, more: Partial<KeyboardEvent> = {}) => ({
      ...{ key: name, ctrlKey: false, altKey: false, metaKey: false, shiftKey: false, isComposing: false },
      ...more,
    });
    expect(['Enter', 'Tab', 'Escape', 'ArrowUp'].map((name) => lineKey(key(name), true))).toStrictEqual([
      ...['take', 'take', 'dismiss', 'previous'],
    ]);
    expect(['Enter', 'Tab', 'Escape', 'ArrowUp'].map((name) => lineKey(key(name), false))).toStrictEqual([
      ...['commit', undefined, 'cancel', undefined],
    ]);
    expect(lineKey(key('Enter', { isComposing: true }), true)).toBeUndefined();
  });
});

describe('what is handed on', () => {
  it('is in en-US, from the locale it was typed in', () => {
    expect(typed('=ROUND([@Seats]*1,5;0)', 'de-DE').result).toBe('=ROUND([@Seats]*1.5,0)');
    const editor = new FormulaEditor('=ROUND(1.5,0)', () => ({
      locale: 'fr-FR',
      vocabulary: VOCABULARY,
      onlyFormula: true,
    }));
    expect([editor.text, editor.changed]).toStrictEqual(['=ROUND(1,5;0)', false]);
  });

  it('is nothing while there is a problem, which has its place', () => {
    const editor = typed('=1+');
    expect(editor.result).toBeUndefined();
    expect(editor.problem).toMatchObject({ start: 3, end: 3 });
    expect(typed('seats').problem?.words).toContain('begins with =');
  });

  it('gets a function out of the list at the caret', () => {
    const editor = typed('=1+2', 'en-US', 3);
    editor.insert('SUM(');
    expect(editor.text).toBe('=1+SUM(2');
    const empty = typed('');
    empty.insert('SUM(');
    expect(empty.text).toBe('=SUM(');
  });
});

it('help names the argument at the caret, also of those that repeat', () => {
  const call = typed('=SUMIFS([Seats],[Seats],">1",[Unit price],').call;
  const words = call && callWords(call, 'en-US');
  expect(words?.parts.findIndex(({ current }) => current)).toBe(2);
  expect(callWords({ name: 'ROUND', argument: 1, start: 0, end: 0 }, 'de-DE')?.separator).toBe('; ');
  expect(callWords({ name: 'NOPE', argument: 0, start: 0, end: 0 }, 'de-DE')).toBeUndefined();
});

it('the text is cut at its tokens and at the problem', () => {
  const { tokens } = typed('=[@Seats]+[@Seats]*Rate');
  const segments = segmentsOf('=[@Seats]+[@Seats]*Rate', tokens, { start: 19, end: 21 });
  expect(segments.map(({ text }) => text).join('')).toBe('=[@Seats]+[@Seats]*Rate');
  expect(segments.filter(({ look }) => look === 'reference-0')).toHaveLength(2);
  expect(segments.filter(({ wrong }) => wrong).map(({ text }) => text)).toStrictEqual(['Ra']);
  const behind = segmentsOf('=1+', typed('=1+').tokens, { start: 3, end: 3 });
  expect(behind.at(-1)).toMatchObject({ text: '', wrong: true });
});

it('functions are found by name, sentence and category', () => {
  const names = (search: string) =>
    searchFunctions(search).flatMap(({ functions }) => functions.map(({ name }) => name));
  expect(names('extended service')).toContain('EST.PRICE');
  expect(names('look-ups xlook')).toStrictEqual(['XLOOKUP']);
  expect(names('nothing of the kind')).toStrictEqual([]);
  expect(searchFunctions('').map(({ title }) => title)).toHaveLength(8);
});
