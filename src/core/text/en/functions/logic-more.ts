/** Help of functions: conditions and questions about values, continued. */
import { type FunctionWords, entry } from './entry.ts';

export const LOGIC_MORE_WORDS: readonly FunctionWords[] = [
  entry(
    'LET',
    'logic',
    'Gives names to values that the rest of the formula uses, so that each is worked out once.',
    [
      ['name', 'A name of your own.'],
      ['value', 'What it stands for. More names with their values may follow.'],
      ['formula', 'What is worked out with the names; it comes last.'],
    ],
    [
      ['LET(seats,12,price,3.5,seats*price)', 42],
      ['LET(x,2,x^2+x)', 6],
    ],
  ),
  entry(
    'ISBLANK',
    'logic',
    'Is TRUE for a cell with nothing in it; an empty text is something.',
    [['value', 'The cell that is looked at.']],
    [
      ['ISBLANK("")', false],
      ['ISBLANK(0)', false],
    ],
  ),
  entry(
    'ISERROR',
    'logic',
    'Is TRUE for an error of any kind.',
    [['value', 'What is looked at.']],
    [
      ['ISERROR(1/0)', true],
      ['ISERROR("x")', false],
    ],
  ),
  entry(
    'ISNA',
    'logic',
    'Is TRUE for #N/A, which says that something was not found.',
    [['value', 'What is looked at.']],
    [
      ['ISNA(NA())', true],
      ['ISNA(1/0)', false],
    ],
  ),
  entry(
    'ISNUMBER',
    'logic',
    'Is TRUE for numbers, and so for dates; a text that only looks like a number is none.',
    [['value', 'What is looked at.']],
    [
      ['ISNUMBER(12.5)', true],
      ['ISNUMBER("12.5")', false],
    ],
  ),
  entry(
    'ISTEXT',
    'logic',
    'Is TRUE for texts, an empty one included.',
    [['value', 'What is looked at.']],
    [
      ['ISTEXT("P1Y")', true],
      ['ISTEXT(1)', false],
    ],
  ),
  entry(
    'NA',
    'logic',
    'Gives #N/A, to say that a value is not at hand.',
    [],
    [
      ['NA()', '#N/A'],
      ['IFNA(NA(),"open")', 'open'],
    ],
  ),
  entry(
    'N',
    'logic',
    'Gives a number as it is, TRUE as 1, and 0 for everything else.',
    [['value', 'What becomes a number.']],
    [
      ['N(7)', 7],
      ['N("seven")', 0],
    ],
  ),
  entry(
    'T',
    'logic',
    'Gives a text as it is, and an empty text for everything else.',
    [['value', 'What is let through if it is text.']],
    [
      ['T("note")', 'note'],
      ['T(5)', ''],
    ],
  ),
];
