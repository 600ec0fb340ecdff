/** Help of functions: texts, numbers as texts and back. */
import { type FunctionWords, entry } from './entry.ts';

export const TEXT_WORDS: readonly FunctionWords[] = [
  entry(
    'TEXT',
    'text',
    'Writes a number or a date by a format code.',
    [
      ['value', 'What is written.'],
      ['format', 'A code as in en-US, such as "#,##0.00" or "yyyy-mm-dd"; the result has your own separators.'],
    ],
    [
      ['TEXT(1234.5,"#,##0.00")', '1,234.50'],
      ['TEXT(0.125,"0.0%")', '12.5%'],
      ['TEXT(DATE(2026,5,4),"yyyy-mm-dd")', '2026-05-04'],
    ],
  ),
  entry(
    'VALUE',
    'text',
    'Reads the number, date or time that a text writes, by the rules of your locale.',
    [['text', 'The text.']],
    [
      ['VALUE("1,234.5")', 1234.5],
      ['VALUE("12%")', 0.12],
    ],
  ),
  entry(
    'LEFT',
    'text',
    'Gives the first characters of a text.',
    [
      ['text', 'The text.'],
      ['count', 'How many; 1 when left out.'],
    ],
    [
      ['LEFT("CFQ7TTC0LH18",4)', 'CFQ7'],
      ['LEFT("abc")', 'a'],
    ],
  ),
  entry(
    'RIGHT',
    'text',
    'Gives the last characters of a text.',
    [
      ['text', 'The text.'],
      ['count', 'How many; 1 when left out.'],
    ],
    [
      ['RIGHT("LH18:0001",4)', '0001'],
      ['RIGHT("abc")', 'c'],
    ],
  ),
  entry(
    'MID',
    'text',
    'Gives characters out of the middle of a text.',
    [
      ['text', 'The text.'],
      ['start', 'The first of them, counted from 1.'],
      ['count', 'How many.'],
    ],
    [
      ['MID("P1Y-Annual",5,6)', 'Annual'],
      ['MID("abc",2,9)', 'bc'],
    ],
  ),
  entry(
    'LEN',
    'text',
    'Counts the characters of a text.',
    [['text', 'The text.']],
    [
      ['LEN("seats")', 5],
      ['LEN("")', 0],
    ],
  ),
  entry(
    'TRIM',
    'text',
    'Takes away spaces at both ends and leaves single ones within.',
    [['text', 'The text.']],
    [
      ['TRIM("  two   words ")', 'two words'],
      ['TRIM("one")', 'one'],
    ],
  ),
  entry(
    'UPPER',
    'text',
    'Writes a text in capitals.',
    [['text', 'The text.']],
    [
      ['UPPER("eur")', 'EUR'],
      ['UPPER("a1")', 'A1'],
    ],
  ),
  entry(
    'LOWER',
    'text',
    'Writes a text in small letters.',
    [['text', 'The text.']],
    [
      ['LOWER("EUR")', 'eur'],
      ['LOWER("A1")', 'a1'],
    ],
  ),
];
