/** Help of functions: conditions and questions about values. */
import { type FunctionWords, entry } from './entry.ts';

export const LOGIC_WORDS: readonly FunctionWords[] = [
  entry(
    'IF',
    'logic',
    'Gives one value when a condition holds, and another when it does not.',
    [
      ['condition', 'What is tested, such as [@Seats]>10.'],
      ['then', 'The value when it holds.'],
      ['otherwise', 'The value when it does not; FALSE when left out.'],
    ],
    [
      ['IF(3>2,"more","less")', 'more'],
      ['IF(0,1)', false],
    ],
  ),
  entry(
    'IFS',
    'logic',
    'Goes through conditions in order and gives the value behind the first that holds.',
    [
      ['condition', 'What is tested.'],
      ['value', 'The value when it holds. More pairs may follow; a last pair with TRUE catches the rest.'],
    ],
    [
      ['IFS(1>2,"a",2>1,"b")', 'b'],
      ['IFS(FALSE,1,TRUE,2)', 2],
    ],
  ),
  entry(
    'IFERROR',
    'logic',
    'Gives a value, or something else where that value is an error of any kind.',
    [
      ['value', 'What is wanted.'],
      ['fallback', 'What is given in place of an error.'],
    ],
    [
      ['IFERROR(1/0,"none")', 'none'],
      ['IFERROR(5,"none")', 5],
    ],
  ),
  entry(
    'IFNA',
    'logic',
    'Gives a value, or something else where it is #N/A; other errors stay.',
    [
      ['value', 'What is wanted, often a look-up.'],
      ['fallback', 'What is given when nothing was found.'],
    ],
    [
      ['IFNA(MATCH("c",{"a","b"},0),0)', 0],
      ['IFNA(7,0)', 7],
    ],
  ),
  entry(
    'SWITCH',
    'logic',
    'Compares a value with others in turn and gives what stands behind the first that is equal.',
    [
      ['expression', 'The value that is compared.'],
      ['match', 'A value that it may be equal to.'],
      ['result', 'What is given then. More pairs may follow; a single last value is for everything else.'],
    ],
    [
      ['SWITCH(2,1,"one",2,"two")', 'two'],
      ['SWITCH("c","a",1,"b",2,0)', 0],
    ],
  ),
  entry(
    'CHOOSE',
    'logic',
    'Picks one of several values by its number.',
    [
      ['index', 'Which one, counted from 1.'],
      ['value', 'The values to pick from.'],
    ],
    [
      ['CHOOSE(2,"monthly","annual","triennial")', 'annual'],
      ['CHOOSE(1,10,20)', 10],
    ],
  ),
  entry(
    'AND',
    'logic',
    'Is TRUE when all conditions hold.',
    [['condition', 'Conditions or ranges of them; texts and empty cells in ranges do not count.']],
    [
      ['AND(1<2,2<3)', true],
      ['AND(TRUE,FALSE)', false],
    ],
  ),
  entry(
    'OR',
    'logic',
    'Is TRUE when at least one condition holds.',
    [['condition', 'Conditions or ranges of them; texts and empty cells in ranges do not count.']],
    [
      ['OR(1>2,2<3)', true],
      ['OR(FALSE,0)', false],
    ],
  ),
  entry(
    'NOT',
    'logic',
    'Turns TRUE into FALSE and FALSE into TRUE.',
    [['condition', 'What is turned round.']],
    [
      ['NOT(1>2)', true],
      ['NOT(TRUE)', false],
    ],
  ),
];
