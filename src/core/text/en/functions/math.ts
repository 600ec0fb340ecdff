/** Help of functions: arithmetic and rounding. */
import { type FunctionWords, entry } from './entry.ts';

export const MATH_WORDS: readonly FunctionWords[] = [
  entry(
    'ROUND',
    'math',
    'Rounds to so many digits; halves go away from zero, as on an invoice.',
    [
      ['number', 'What is rounded.'],
      ['digits', 'Digits behind the point; negative ones round to tens, hundreds and so on.'],
    ],
    [
      ['ROUND(1.005,2)', 1.01],
      ['ROUND(-2.5,0)', -3],
      ['ROUND(1250,-2)', 1300],
    ],
  ),
  entry(
    'ROUNDUP',
    'math',
    'Rounds away from zero.',
    [
      ['number', 'What is rounded.'],
      ['digits', 'Digits behind the point that are kept.'],
    ],
    [
      ['ROUNDUP(3.21,1)', 3.3],
      ['ROUNDUP(-1.1,0)', -2],
    ],
  ),
  entry(
    'ROUNDDOWN',
    'math',
    'Rounds towards zero.',
    [
      ['number', 'What is rounded.'],
      ['digits', 'Digits behind the point that are kept.'],
    ],
    [
      ['ROUNDDOWN(3.29,1)', 3.2],
      ['ROUNDDOWN(-1.9,0)', -1],
    ],
  ),
  entry(
    'TRUNC',
    'math',
    'Cuts off what is behind the point.',
    [
      ['number', 'What is cut.'],
      ['digits', 'Digits behind the point that stay; none when left out.'],
    ],
    [
      ['TRUNC(8.9)', 8],
      ['TRUNC(-3.456,1)', -3.4],
    ],
  ),
  entry(
    'INT',
    'math',
    'Gives the next whole number that is not larger.',
    [['number', 'Any number.']],
    [
      ['INT(8.9)', 8],
      ['INT(-8.1)', -9],
    ],
  ),
  entry(
    'MOD',
    'math',
    'Gives what is left over by a division, with the sign of the divisor.',
    [
      ['number', 'What is divided.'],
      ['divisor', 'By what; 0 gives #DIV/0!.'],
    ],
    [
      ['MOD(10,3)', 1],
      ['MOD(-1,12)', 11],
    ],
  ),
  entry(
    'ABS',
    'math',
    'Gives a number without its sign.',
    [['number', 'Any number.']],
    [
      ['ABS(-4.5)', 4.5],
      ['ABS(4.5)', 4.5],
    ],
  ),
  entry(
    'SIGN',
    'math',
    'Gives 1 for positive numbers, −1 for negative ones, and 0 for zero.',
    [['number', 'Any number.']],
    [
      ['SIGN(-12)', -1],
      ['SIGN(0)', 0],
    ],
  ),
  entry(
    'SQRT',
    'math',
    'Gives the square root; of negative numbers there is none.',
    [['number', 'A number from 0 on.']],
    [
      ['SQRT(16)', 4],
      ['SQRT(-1)', '#NUM!'],
    ],
  ),
  entry(
    'POWER',
    'math',
    'Raises a number to a power, as ^ does.',
    [
      ['number', 'The base.'],
      ['power', 'The exponent; fractions are roots.'],
    ],
    [
      ['POWER(2,10)', 1024],
      ['POWER(9,0.5)', 3],
    ],
  ),
  entry(
    'SUM',
    'math',
    'Adds up numbers. Amounts of a money column add up to the last cent.',
    [['number', 'Numbers or ranges; texts and empty cells in ranges do not count.']],
    [
      ['SUM(1,2,3)', 6],
      ['SUM({0.1,0.2,0.3})', 0.6],
    ],
  ),
  entry(
    'PRODUCT',
    'math',
    'Multiplies numbers with each other.',
    [['number', 'Numbers or ranges; texts and empty cells in ranges do not count.']],
    [
      ['PRODUCT(2,3,4)', 24],
      ['PRODUCT({5,6})', 30],
    ],
  ),
  entry(
    'SUMPRODUCT',
    'math',
    'Multiplies what stands at the same place of several ranges, and adds the products up.',
    [['range', 'Ranges of the same shape; what is no number counts 0.']],
    [
      ['SUMPRODUCT({1,2,3},{4,5,6})', 32],
      ['SUMPRODUCT(({1,2,3}>1)*1)', 2],
    ],
  ),
];
