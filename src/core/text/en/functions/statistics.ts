/** Help of functions: counts, means and figures of rows that meet criteria. */
import { type FunctionWords, entry } from './entry.ts';

export const STATISTICS_WORDS: readonly FunctionWords[] = [
  entry(
    'COUNT',
    'statistics',
    'Counts the numbers, dates among them.',
    [['value', 'Values or ranges.']],
    [
      ['COUNT({1,"x",3})', 2],
      ['COUNT(1,"2","x")', 2],
    ],
  ),
  entry(
    'COUNTA',
    'statistics',
    'Counts all cells with something in them, errors too.',
    [['value', 'Values or ranges.']],
    [
      ['COUNTA({1,"x",TRUE})', 3],
      ['COUNTA("")', 1],
    ],
  ),
  entry(
    'COUNTBLANK',
    'statistics',
    'Counts the cells of a range that are empty or hold an empty text.',
    [['range', 'The range.']],
    [
      ['COUNTBLANK({1,"","x"})', 1],
      ['COUNTBLANK({1,2})', 0],
    ],
  ),
  entry(
    'AVERAGE',
    'statistics',
    'Gives the mean of numbers.',
    [['number', 'Numbers or ranges; texts and empty cells in ranges do not count.']],
    [
      ['AVERAGE(1,2,6)', 3],
      ['AVERAGE({4,"x",6})', 5],
    ],
  ),
  entry(
    'MIN',
    'statistics',
    'Gives the smallest number, 0 when there is none.',
    [['number', 'Numbers or ranges.']],
    [
      ['MIN(4,2,8)', 2],
      ['MIN({5,"x",-1})', -1],
    ],
  ),
  entry(
    'MAX',
    'statistics',
    'Gives the largest number, 0 when there is none.',
    [['number', 'Numbers or ranges.']],
    [
      ['MAX(4,2,8)', 8],
      ['MAX({5,"x",-1})', 5],
    ],
  ),
  entry(
    'MEDIAN',
    'statistics',
    'Gives the number in the middle; of an even count the mean of the two there.',
    [['number', 'Numbers or ranges.']],
    [
      ['MEDIAN(9,1,4)', 4],
      ['MEDIAN({1,2,3,10})', 2.5],
    ],
  ),
  entry(
    'PERCENTILE.INC',
    'statistics',
    'Gives the value below which a share of the numbers lies.',
    [
      ['range', 'The numbers.'],
      ['share', 'A share from 0 (the smallest) to 1 (the largest).'],
    ],
    [
      ['PERCENTILE.INC({1,2,3,4,5},0.5)', 3],
      ['PERCENTILE.INC({10,20},0.25)', 12.5],
    ],
  ),
  entry(
    'LARGE',
    'statistics',
    'Gives the k-th largest number.',
    [
      ['range', 'The numbers.'],
      ['place', '1 for the largest, 2 for the next, and so on.'],
    ],
    [
      ['LARGE({5,9,7},1)', 9],
      ['LARGE({5,9,7},2)', 7],
    ],
  ),
  entry(
    'SMALL',
    'statistics',
    'Gives the k-th smallest number.',
    [
      ['range', 'The numbers.'],
      ['place', '1 for the smallest, 2 for the next, and so on.'],
    ],
    [
      ['SMALL({5,9,7},1)', 5],
      ['SMALL({5,9,7},3)', 9],
    ],
  ),
];
