/** Compiled charts, each kind once: its specification never changes, only data and parameters do. */
import { wrap } from 'comlink';
import type { Spec } from 'vega';
import type { ChartModel } from '../core/chart.ts';
import type { ChartWorker } from './chart.worker.ts';
import chartWorkerUrl from './chart.worker.ts?worker&url';

/** Gives the Vega specification of a chart's kind. */
export type ChartCompiler = (model: Pick<ChartModel<unknown>, 'kind' | 'spec'>) => Promise<Spec>;

/** A compiler whose worker starts with the first chart. A compilation that fails is tried again the next time. */
export function createChartCompiler(spawn: (url: string, name: string) => Worker): ChartCompiler {
  const compiled = new Map<string, Promise<Spec>>();
  const start = once(() => wrap<ChartWorker>(spawn(chartWorkerUrl, 'charts')));
  return ({ kind, spec }) => {
    const known = compiled.get(kind);
    if (known) return known;
    const result = start().compileChart(spec);
    compiled.set(kind, result);
    result.catch(() => compiled.delete(kind));
    return result;
  };
}

function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}
