/** Compiles charts away from the main thread. */
import { expose } from 'comlink';
import { compileChart } from './compile-chart.ts';
import { dropNetwork } from './lockdown.ts';

dropNetwork();

const api = { compileChart };
export type ChartWorker = typeof api;

expose(api);
