/** What if: which input gives a result, and what results become over ranges of inputs. */
export { type Evaluate, evaluator, requestAt } from './evaluate.ts';
export { goalSeek } from './goal-seek.ts';
export { inputTable, MOST_VALUES } from './input-table.ts';
export { compareReadings, isKnown, readingFloat, readingOf } from './readings.ts';
export { spanOf, spiderOf, tornadoOf, type TornadoInput } from './tornado.ts';
export * from './types.ts';
