/** Help of functions: look-ups and blocks that spill. */
import { type FunctionWords, entry } from './entry.ts';

export const LOOKUP_WORDS: readonly FunctionWords[] = [
  entry(
    'XLOOKUP',
    'lookup',
    'Finds a value in one range and gives what stands beside it in another.',
    [
      ['value', 'What is looked for.'],
      ['look in', 'A row or a column.'],
      ['give from', 'The range of the results, as long as the first.'],
      ['if missing', 'What is given when nothing is found; #N/A when left out.'],
      ['match', '0 the value itself, −1 or the next smaller, 1 or the next larger, 2 with wildcards.'],
      ['search', '1 from the first, −1 from the last, 2 or −2 in a range in rising or falling order.'],
    ],
    [
      ['XLOOKUP("b",{"a","b"},{10,20})', 20],
      ['XLOOKUP("c",{"a","b"},{10,20},"none")', 'none'],
      ['XLOOKUP(7,{1,5,10},{"low","mid","high"},,-1)', 'mid'],
    ],
  ),
  entry(
    'VLOOKUP',
    'lookup',
    'Finds a value in the first column of a table and gives a cell of that row.',
    [
      ['value', 'What is looked for.'],
      ['table', 'The table.'],
      ['column', 'Which of its columns, counted from 1.'],
      ['approximate', 'TRUE or left out: the next smaller in a column in order. FALSE: only the value itself.'],
    ],
    [
      ['VLOOKUP("b",{"a",1;"b",2},2,FALSE)', 2],
      ['VLOOKUP(7,{0,"low";5,"high"},2)', 'high'],
    ],
  ),
  entry(
    'HLOOKUP',
    'lookup',
    'Finds a value in the first row of a table and gives a cell of that column.',
    [
      ['value', 'What is looked for.'],
      ['table', 'The table.'],
      ['row', 'Which of its rows, counted from 1.'],
      ['approximate', 'TRUE or left out: the next smaller in a row in order. FALSE: only the value itself.'],
    ],
    [
      ['HLOOKUP("b",{"a","b";1,2},2,FALSE)', 2],
      ['HLOOKUP(7,{0,5;"low","high"},2)', 'high'],
    ],
  ),
  entry(
    'INDEX',
    'lookup',
    'Gives the cell of a range at a row and a column.',
    [
      ['range', 'The range.'],
      ['row', 'Which row, counted from 1; 0 for all. In a single row: which cell.'],
      ['column', 'Which column, counted from 1; 0 or left out for all.'],
    ],
    [
      ['INDEX({1,2;3,4},2,1)', 3],
      ['INDEX({"a","b","c"},3)', 'c'],
    ],
  ),
  entry(
    'MATCH',
    'lookup',
    'Gives the place of a value in a row or column.',
    [
      ['value', 'What is looked for; with kind 0 wildcards count.'],
      ['range', 'A row or a column.'],
      [
        'kind',
        '1 or left out: the last that is not larger, in rising order. 0: the value itself. −1: the last that is not smaller, in falling order.',
      ],
    ],
    [
      ['MATCH("b",{"a","b"},0)', 2],
      ['MATCH(7,{1,5,10})', 2],
    ],
  ),
  entry(
    'XMATCH',
    'lookup',
    'Gives the place of a value in a row or column; the range needs no order.',
    [
      ['value', 'What is looked for.'],
      ['range', 'A row or a column.'],
      ['match', '0 the value itself, −1 or the next smaller, 1 or the next larger, 2 with wildcards.'],
      ['search', '1 from the first, −1 from the last, 2 or −2 in a range in rising or falling order.'],
    ],
    [
      ['XMATCH("b",{"a","b"})', 2],
      ['XMATCH(7,{10,1,5},1)', 1],
    ],
  ),
  entry(
    'ROWS',
    'lookup',
    'Counts the rows of a range.',
    [['range', 'The range.']],
    [
      ['ROWS({1;2;3})', 3],
      ['ROWS({1,2,3})', 1],
    ],
  ),
  entry(
    'COLUMNS',
    'lookup',
    'Counts the columns of a range.',
    [['range', 'The range.']],
    [
      ['COLUMNS({1,2,3})', 3],
      ['COLUMNS({1;2;3})', 1],
    ],
  ),
  entry(
    'UNIQUE',
    'lookup',
    'Gives the different rows of a range, each once. The result spills.',
    [
      ['range', 'The range.'],
      ['by column', 'TRUE: columns are compared instead of rows.'],
      ['once', 'TRUE: only what occurs a single time.'],
    ],
    [
      ['UNIQUE({"a";"b";"a"})', [['a'], ['b']]],
      ['UNIQUE({1;1;2},FALSE,TRUE)', 2],
    ],
  ),
  entry(
    'SORT',
    'lookup',
    'Gives a range in order. The result spills.',
    [
      ['range', 'The range.'],
      ['key', 'The column to sort by, counted from 1; a list for several.'],
      ['order', '1 rising, −1 falling.'],
      ['by column', 'TRUE: columns are sorted by a row.'],
    ],
    [
      ['SORT({3;1;2})', [[1], [2], [3]]],
      [
        'SORT({"a",1;"b",2},2,-1)',
        [
          ['b', 2],
          ['a', 1],
        ],
      ],
    ],
  ),
  entry(
    'FILTER',
    'lookup',
    'Gives the rows of a range for which a condition holds. The result spills.',
    [
      ['range', 'The range.'],
      ['include', 'A condition for each row, such as Portfolio[Seats]>10.'],
      ['if none', 'What is given when no row is left.'],
    ],
    [
      ['FILTER({1;2;3},{1;2;3}>1)', [[2], [3]]],
      ['FILTER({1;2},{FALSE;FALSE},"none")', 'none'],
    ],
  ),
  entry(
    'SEQUENCE',
    'lookup',
    'Gives a block of numbers at equal steps. The result spills.',
    [
      ['rows', 'How many rows.'],
      ['columns', 'How many columns; 1 when left out.'],
      ['start', 'The first number; 1 when left out.'],
      ['step', 'From each to the next; 1 when left out.'],
    ],
    [
      ['SEQUENCE(3)', [[1], [2], [3]]],
      ['SEQUENCE(1,3,10,-5)', [[10, 5, 0]]],
    ],
  ),
];
