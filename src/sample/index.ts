/** The synthetic sample: files in the real formats, dated relative to as-of, and the same book in any size for benchmarks. */
export {
  type SampleFile,
  type SampleOptions,
  makeEarlierSample,
  makeSample,
  makeSampleAgreements,
  makeSampleInvoices,
} from './sample.ts';
export { makeBook } from './book.ts';
export { type Trap } from './plant.ts';
export { traps } from './sample.ts';
export { trapsPage } from './traps-page.ts';
