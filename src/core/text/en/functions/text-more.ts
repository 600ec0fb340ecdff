/** Help of functions: texts, numbers as texts and back, continued. */
import { type FunctionWords, entry } from './entry.ts';

export const TEXT_MORE_WORDS: readonly FunctionWords[] = [
  entry(
    'PROPER',
    'text',
    'Writes each word of a text with a capital at its start.',
    [['text', 'The text.']],
    [
      ['PROPER("office 365 e3")', 'Office 365 E3'],
      ['PROPER("GREEN hills")', 'Green Hills'],
    ],
  ),
  entry(
    'SUBSTITUTE',
    'text',
    'Puts a new text wherever an old one stands in a text; capitals matter.',
    [
      ['text', 'The text.'],
      ['old', 'What goes.'],
      ['new', 'What comes in its place.'],
      ['which', 'Only the n-th occurrence; all of them when left out.'],
    ],
    [
      ['SUBSTITUTE("a-b-c","-","/")', 'a/b/c'],
      ['SUBSTITUTE("a-b-c","-","/",2)', 'a-b/c'],
    ],
  ),
  entry(
    'REPLACE',
    'text',
    'Puts a new text in place of characters at a known position.',
    [
      ['text', 'The text.'],
      ['start', 'The first character that goes, counted from 1.'],
      ['count', 'How many go.'],
      ['new', 'What comes in their place.'],
    ],
    [
      ['REPLACE("FY2025",3,4,"2026")', 'FY2026'],
      ['REPLACE("abc",2,0,"-")', 'a-bc'],
    ],
  ),
  entry(
    'FIND',
    'text',
    'Gives where a text stands in another; capitals matter.',
    [
      ['text', 'What is looked for.'],
      ['within', 'Where.'],
      ['start', 'The character to begin at; 1 when left out.'],
    ],
    [
      ['FIND(":","LH18:0001")', 5],
      ['FIND("b","abcb",3)', 4],
    ],
  ),
  entry(
    'SEARCH',
    'text',
    'Gives where a text stands in another; capitals do not matter, * and ? stand for any characters.',
    [
      ['text', 'What is looked for.'],
      ['within', 'Where.'],
      ['start', 'The character to begin at; 1 when left out.'],
    ],
    [
      ['SEARCH("E3","office 365 e3")', 12],
      ['SEARCH("c?d","abcxd")', 3],
    ],
  ),
  entry(
    'EXACT',
    'text',
    'Is TRUE when two texts are the same, capitals included.',
    [
      ['first', 'A text.'],
      ['second', 'Another.'],
    ],
    [
      ['EXACT("E3","E3")', true],
      ['EXACT("E3","e3")', false],
    ],
  ),
  entry(
    'REPT',
    'text',
    'Repeats a text.',
    [
      ['text', 'The text.'],
      ['times', 'How often.'],
    ],
    [
      ['REPT("ab",3)', 'ababab'],
      ['REPT("-",0)', ''],
    ],
  ),
  entry(
    'CONCAT',
    'text',
    'Joins texts and all cells of ranges.',
    [['text', 'Texts or ranges.']],
    [
      ['CONCAT("E",3)', 'E3'],
      ['CONCAT({"a","b"},"c")', 'abc'],
    ],
  ),
  entry(
    'CONCATENATE',
    'text',
    'Joins texts; the older form of CONCAT, without ranges.',
    [['text', 'The texts.']],
    [
      ['CONCATENATE("E",3)', 'E3'],
      ['CONCATENATE("a","b","c")', 'abc'],
    ],
  ),
  entry(
    'TEXTJOIN',
    'text',
    'Joins texts with a separator in between.',
    [
      ['separator', 'What stands between them.'],
      ['skip empty', 'TRUE: empty cells are left out.'],
      ['text', 'Texts or ranges.'],
    ],
    [
      ['TEXTJOIN(", ",TRUE,{"a","","b"})', 'a, b'],
      ['TEXTJOIN("-",FALSE,"a","","b")', 'a--b'],
    ],
  ),
];
