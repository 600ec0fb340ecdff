/** A page with nothing but the grid, over as many rows as its address asks for: `grid.html?rows=1000000&columns=40`. */
import { mount } from 'svelte';
import '../../../../src/ui/tokens.css';
import '../../../../src/ui/base.css';
import { printRows } from '../../../../src/ui/grid/print/print-rows.ts';
import './grid.css';
import GridHarness from './GridHarness.svelte';
import { GridModel } from './grid-model.svelte.ts';
import { walkGrid, type WalkResult } from './grid-walk.ts';

declare global {
  interface Window {
    gridModel: GridModel;
    gridPrint: () => Promise<void>;
    gridWalk: (seed: number, cells: number) => Promise<WalkResult>;
    /** Milliseconds from the first line of the page's own work, with its data in memory, to the first frame with cells. */
    firstPaint: number | undefined;
  }
}

const query = new URLSearchParams(location.search);
const target = document.querySelector('#place');
if (target === null) throw new Error('no place for the grid');
const model = new GridModel(Number(query.get('rows') ?? '1000'), Number(query.get('columns') ?? '12'));
window.gridModel = model;
window.gridPrint = () => printRows({ title: 'Sheet', source: model.source });
window.gridWalk = (seed, cells) => walkGrid(model.data, seed, cells);
const start = performance.now();
mount(GridHarness, { target, props: { model, readOnly: query.has('read-only') } });
requestAnimationFrame(() => {
  // A message is handled after the frame has been drawn.
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    window.firstPaint = performance.now() - start;
  };
  port2.postMessage(undefined);
});
