/** Help of functions: counts, means and figures of rows that meet criteria, continued. */
import { type FunctionWords, entry } from './entry.ts';

export const STATISTICS_MORE_WORDS: readonly FunctionWords[] = [
  entry(
    'RANK',
    'statistics',
    'Gives the place of a number among others; equal numbers share the better place.',
    [
      ['number', 'The number, which must be one of them.'],
      ['range', 'The numbers.'],
      ['order', '0 or left out: the largest is first. Anything else: the smallest.'],
    ],
    [
      ['RANK(7,{5,9,7})', 2],
      ['RANK(5,{5,9,7},1)', 1],
    ],
  ),
  entry(
    'RANK.EQ',
    'statistics',
    'Is the same as RANK, under its newer name.',
    [
      ['number', 'The number, which must be one of them.'],
      ['range', 'The numbers.'],
      ['order', '0 or left out: the largest is first. Anything else: the smallest.'],
    ],
    [
      ['RANK.EQ(9,{5,9,9})', 1],
      ['RANK.EQ(5,{5,9,9})', 3],
    ],
  ),
  entry(
    'SUMIF',
    'statistics',
    'Adds up the numbers of the rows that meet a criterion.',
    [
      ['range', 'Where the criterion is held against.'],
      ['criterion', 'A value, a comparison such as ">10", or a pattern such as "Microsoft*".'],
      ['sum range', 'The numbers; those of the first range when left out.'],
    ],
    [
      ['SUMIF({1,5,10},">=5")', 15],
      ['SUMIF({"a","b","a"},"a",{1,2,4})', 5],
    ],
  ),
  entry(
    'SUMIFS',
    'statistics',
    'Adds up the numbers of the rows that meet all criteria.',
    [
      ['sum range', 'The numbers.'],
      ['range', 'Where the criterion behind it is held against; of the same shape.'],
      ['criterion', 'A value, a comparison or a pattern. More pairs may follow.'],
    ],
    [
      ['SUMIFS({1,2,4},{"a","b","a"},"a")', 5],
      ['SUMIFS({1,2,4},{"a","b","a"},"a",{1,2,4},">1")', 4],
    ],
  ),
  entry(
    'COUNTIF',
    'statistics',
    'Counts the cells that meet a criterion.',
    [
      ['range', 'The cells.'],
      ['criterion', 'A value, a comparison such as "<>0", or a pattern such as "*E3*".'],
    ],
    [
      ['COUNTIF({"a","b","A"},"a")', 2],
      ['COUNTIF({1,5,10},">1")', 2],
    ],
  ),
  entry(
    'COUNTIFS',
    'statistics',
    'Counts the rows that meet all criteria.',
    [
      ['range', 'The cells that the criterion behind it is held against.'],
      ['criterion', 'A value, a comparison or a pattern. More pairs may follow.'],
    ],
    [
      ['COUNTIFS({1,5,10},">1",{1,5,10},"<10")', 1],
      ['COUNTIFS({"a","b"},"?")', 2],
    ],
  ),
  entry(
    'AVERAGEIF',
    'statistics',
    'Gives the mean of the numbers of the rows that meet a criterion.',
    [
      ['range', 'Where the criterion is held against.'],
      ['criterion', 'A value, a comparison or a pattern.'],
      ['average range', 'The numbers; those of the first range when left out.'],
    ],
    [
      ['AVERAGEIF({1,5,9},">1")', 7],
      ['AVERAGEIF({"a","b","a"},"a",{1,2,5})', 3],
    ],
  ),
  entry(
    'AVERAGEIFS',
    'statistics',
    'Gives the mean of the numbers of the rows that meet all criteria.',
    [
      ['average range', 'The numbers.'],
      ['range', 'Where the criterion behind it is held against; of the same shape.'],
      ['criterion', 'A value, a comparison or a pattern. More pairs may follow.'],
    ],
    [
      ['AVERAGEIFS({1,2,5},{"a","b","a"},"a")', 3],
      ['AVERAGEIFS({1,2},{"a","b"},"c")', '#DIV/0!'],
    ],
  ),
  entry(
    'MINIFS',
    'statistics',
    'Gives the smallest number of the rows that meet all criteria.',
    [
      ['min range', 'The numbers.'],
      ['range', 'Where the criterion behind it is held against; of the same shape.'],
      ['criterion', 'A value, a comparison or a pattern. More pairs may follow.'],
    ],
    [
      ['MINIFS({3,1,2},{"a","b","a"},"a")', 2],
      ['MINIFS({3,1,2},{3,1,2},">1")', 2],
    ],
  ),
  entry(
    'MAXIFS',
    'statistics',
    'Gives the largest number of the rows that meet all criteria.',
    [
      ['max range', 'The numbers.'],
      ['range', 'Where the criterion behind it is held against; of the same shape.'],
      ['criterion', 'A value, a comparison or a pattern. More pairs may follow.'],
    ],
    [
      ['MAXIFS({3,1,2},{"a","b","a"},"a")', 3],
      ['MAXIFS({3,1,2},{3,1,2},"<3")', 2],
    ],
  ),
];
