import type { Spec } from 'vega';
import { beforeEach, expect, it, vi } from 'vitest';
import type { ChartModel } from '../../../src/core/chart.ts';
import { Picture } from '../../../src/ui/chart/picture.ts';

/** What the stand-in for Vega was told, in order. */
const log = vi.hoisted((): string[] => []);

vi.mock('vega-interpreter', () => ({ expressionInterpreter: {} }));
vi.mock('vega', () => ({
  parse: () => ({}),
  View: class {
    constructor() {
      log.push('new view');
    }
    initialize(): this {
      return this;
    }
    width = vi.fn();
    height = vi.fn();
    padding = vi.fn();
    signal(name: string, value: unknown): void {
      log.push(`${name} = ${String(value)}`);
    }
    data(name: string, rows: readonly { readonly at: number }[]): void {
      log.push(`${name}: ${rows.map((row) => row.at).join(' ')}`);
    }
    runAsync(): Promise<void> {
      log.push('drawn');
      return Promise.resolve();
    }
    finalize(): void {
      log.push('finalised');
    }
  },
}));

// Only Vega looks at the element, and Vega is a stand-in here.
const element = {} as HTMLElement;

function model(kind: string, at: number): ChartModel<unknown> {
  return {
    ...{
      kind,
      title: '',
      unit: '',
      summary: '',
      legend: [],
      tableUnit: '',
      table: { columns: [], rows: [] },
      spec: {},
    },
    ...{
      data: { bars: [{ at }] },
      signals: {},
      height: 10,
      margins: { top: 0, right: 0, bottom: 0, left: 0 },
      targets: [],
    },
  };
}

const compile = vi.fn((): Promise<Spec> => Promise.resolve({}));

beforeEach(() => {
  log.length = 0;
  compile.mockClear();
});

it('updates data instead of drawing anew', async () => {
  const picture = new Picture(element, compile);
  await picture.show(model('bars', 1), 600);
  await picture.show(model('bars', 2), 600);
  expect(log).toEqual(['new view', 'bars: 1', 'drawn', 'bars: 2', 'drawn']);
  expect(compile).toHaveBeenCalledTimes(1);
});

it('skips what was overtaken while it drew', async () => {
  const picture = new Picture(element, compile);
  const drawing = picture.show(model('bars', 1), 600);
  for (const at of [2, 3, 4]) void picture.show(model('bars', at), 600);
  await drawing;
  expect(log).toEqual(['new view', 'bars: 1', 'drawn', 'bars: 4', 'drawn']);
});

it('tells a narrow chart so, where the chart cares', async () => {
  const picture = new Picture(element, compile);
  await picture.show({ ...model('bars', 1), signals: { narrow: false } }, 400);
  expect(log).toContain('narrow = true');
});

it('begins anew for another kind of chart', async () => {
  const picture = new Picture(element, compile);
  await picture.show(model('bars', 1), 600);
  await picture.show(model('lines', 2), 600);
  expect(log).toEqual(['new view', 'bars: 1', 'drawn', 'finalised', 'new view', 'bars: 2', 'drawn']);
});

it('draws nothing once it is closed', async () => {
  const picture = new Picture(element, compile);
  const drawing = picture.show(model('bars', 1), 600);
  picture.close();
  await drawing;
  await picture.show(model('bars', 2), 600);
  expect(log).toEqual([]);
});

it('rejects when a chart cannot be compiled, and can draw the next one', async () => {
  compile.mockRejectedValueOnce(new Error('no such mark'));
  const picture = new Picture(element, compile);
  await expect(picture.show(model('bars', 1), 600)).rejects.toThrow('no such mark');
  await picture.show(model('bars', 2), 600);
  expect(log).toEqual(['new view', 'bars: 2', 'drawn']);
});
