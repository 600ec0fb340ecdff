/** How ready the user is for CSPP Plus: remembered with the workbook. */
export { NO_READINESS, readReadiness } from './plus/read.ts';
export type { Readiness } from './plus/types.ts';
