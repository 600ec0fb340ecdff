/** The engine: read the datasets into a book once, simulate any scenario and window on it, explain any figure. */
export { type Book, prepareBook } from './book.ts';
export { simulate } from './simulate.ts';
export type { Portfolio, PortfolioQuestion } from './portfolio.ts';
export * from './types.ts';
