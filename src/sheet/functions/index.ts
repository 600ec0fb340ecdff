/** The functions of the spreadsheet by name. */
import type { FunctionSpec } from '../formula/function-spec.ts';
import { AGGREGATE } from './aggregate.ts';
import { CONDITIONAL } from './conditional-sums.ts';
import { DATE } from './date.ts';
import { FINANCE } from './finance.ts';
import { LOGIC } from './logic.ts';
import { LOOKUP } from './lookup.ts';
import { MATCH } from './match.ts';
import { MATH } from './math.ts';
import { ORDER_STATISTICS } from './order-statistics.ts';
import { PRODUCT } from './product.ts';
import { SPILL } from './spill.ts';
import { TEXT_NUMBERS } from './text-numbers.ts';
import { TEXT_SEARCH } from './text-search.ts';
import { TEXT } from './text.ts';
import { WORKDAYS } from './workdays.ts';

const FAMILIES = [
  LOGIC,
  MATH,
  AGGREGATE,
  CONDITIONAL,
  ORDER_STATISTICS,
  LOOKUP,
  MATCH,
  TEXT,
  TEXT_SEARCH,
  TEXT_NUMBERS,
  DATE,
  WORKDAYS,
  FINANCE,
  SPILL,
  PRODUCT,
];

/** Every function by its name in capitals. */
export const FUNCTIONS: ReadonlyMap<string, FunctionSpec> = new Map(FAMILIES.flat().map((spec) => [spec.name, spec]));
