/** Help of the spreadsheet's functions: what each does, its arguments, and examples that are tests. */
import { DATE_WORDS } from './date.ts';
import type { FunctionCategory, FunctionWords } from './entry.ts';
import { FINANCE_WORDS } from './finance.ts';
import { LOGIC_MORE_WORDS } from './logic-more.ts';
import { LOGIC_WORDS } from './logic.ts';
import { LOOKUP_WORDS } from './lookup.ts';
import { MATH_WORDS } from './math.ts';
import { PRODUCT_WORDS } from './product.ts';
import { STATISTICS_MORE_WORDS } from './statistics-more.ts';
import { STATISTICS_WORDS } from './statistics.ts';
import { TEXT_MORE_WORDS } from './text-more.ts';
import { TEXT_WORDS } from './text.ts';

export type { FunctionCategory, FunctionWords } from './entry.ts';

/** Help by the function's name in capitals. */
export const functionWords: ReadonlyMap<string, FunctionWords> = new Map(
  [
    PRODUCT_WORDS,
    LOGIC_WORDS,
    LOGIC_MORE_WORDS,
    MATH_WORDS,
    STATISTICS_WORDS,
    STATISTICS_MORE_WORDS,
    LOOKUP_WORDS,
    TEXT_WORDS,
    TEXT_MORE_WORDS,
    DATE_WORDS,
    FINANCE_WORDS,
  ]
    .flat()
    .map((words) => [words.name, words]),
);

/** Names of the categories, as a list of functions shows them. */
export const functionCategories: Readonly<Record<FunctionCategory, string>> = {
  product: 'Termwise',
  logic: 'Conditions',
  math: 'Numbers',
  statistics: 'Counts and totals',
  lookup: 'Look-ups and lists',
  text: 'Text',
  date: 'Dates',
  finance: 'Finance',
};
