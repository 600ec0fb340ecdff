/** A random walk over the grid: scroll, resize, freeze, sort, filter, group, move, type, fill, undo; checked after every step. */
import { checkGrid, type GridCheck } from './grid-check.ts';
import type { GridData } from './grid-data.ts';

export interface WalkResult extends GridCheck {
  readonly steps: number;
  /** Cells that differed from the data once all was undone. */
  readonly leftOver: number;
}

/** Steps until so many cells were checked. */
export async function walkGrid(data: GridData, seed: number, cellsWanted: number): Promise<WalkResult> {
  const random = randomOf(seed);
  const wrong: string[] = [];
  let cells = 0;
  let steps = 0;
  while (cells < cellsWanted && wrong.length === 0) {
    const name = takeStep(data, random);
    steps += 1;
    await settled();
    const check = checkGrid(data);
    cells += check.cells;
    wrong.push(...check.wrong.slice(0, 5).map((text) => `step ${String(steps)}, ${name}: ${text}`));
  }
  while (data.undo());
  return { cells, wrong, steps, leftOver: data.overrides };
}

/** Sizes are measured when a frame is laid out, and drawn in the next. */
async function settled(): Promise<void> {
  for (let frame = 0; frame < 2; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
}

type Random = (below: number) => number;

function takeStep(data: GridData, random: Random): string {
  const names = Object.keys(moves).flatMap((name) => Array.from({ length: moves[name]?.often ?? 1 }, () => name));
  const name = names[random(names.length)] ?? 'scroll';
  moves[name]?.run(data, random);
  return name;
}

interface Move {
  readonly often: number;
  readonly run: (data: GridData, random: Random) => void;
}

const moves: Readonly<Record<string, Move>> = {
  scroll: {
    often: 8,
    run: (_, random) => {
      const { element } = parts();
      element.scrollTop = (random(1001) / 1000) * element.scrollHeight;
      element.scrollLeft = (random(1001) / 1000) * element.scrollWidth;
    },
  },
  wheel: {
    often: 8,
    run: (_, random) => {
      const event = new WheelEvent('wheel', { deltaY: random(4000) - 2000, bubbles: true, cancelable: true });
      parts().element.dispatchEvent(event);
    },
  },
  resize: {
    often: 2,
    run: (_, random) => {
      const { style } = parts().place;
      style.maxWidth = `${String(300 + random(1000))}px`;
      style.maxHeight = `${String(200 + random(600))}px`;
    },
  },
  freeze: { often: 2, run: (data, random) => data.freeze(random(4), random(6)) },
  sort: {
    often: 2,
    run: (data, random) => {
      const key = `c${String(data.shown[random(data.shown.length)] ?? 0)}`;
      data.setSort(random(3) === 0 ? [] : [{ key, descending: random(2) === 0 }]);
    },
  },
  filter: { often: 1, run: (data, random) => data.setFilter([0, 0, 2, 7, 1000, 400_000][random(6)] ?? 0) },
  group: { often: 1, run: (data, random) => data.group(random(2) === 0) },
  toggle: { often: 1, run: (data, random) => data.toggle(random(data.view.length)) },
  column: {
    often: 2,
    run: (data, random) => {
      if (random(3) === 0 && data.shown.length > 5) data.hide(random(data.shown.length));
      else data.moveColumn(random(data.shown.length), random(data.shown.length));
    },
  },
  key: {
    often: 6,
    run: (_, random) => {
      const keys = [
        'ArrowUp',
        'ArrowDown',
        'ArrowLeft',
        'ArrowRight',
        'Home',
        'End',
        'PageUp',
        'PageDown',
        'Enter',
        'a',
      ];
      press(keys[random(keys.length)] ?? 'Home', { ctrlKey: random(3) === 0, shiftKey: random(3) === 0 });
    },
  },
  type: {
    often: 5,
    run: (_, random) => {
      const { input } = parts();
      press('Home', {});
      press('ArrowRight', {});
      input.focus();
      input.value = String(random(100_000));
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
      press(random(5) === 0 ? 'Escape' : 'Enter', {});
    },
  },
  fill: {
    often: 3,
    run: (_, random) => {
      for (let row = random(6); row > 0; row--) press('ArrowDown', { shiftKey: true });
      press(random(2) === 0 ? 'd' : 'r', { ctrlKey: true });
    },
  },
  undo: { often: 3, run: (data) => void data.undo() },
  redo: { often: 1, run: (data) => void data.redo() },
};

function parts(): { place: HTMLElement; element: HTMLElement; input: HTMLTextAreaElement } {
  const place = document.querySelector<HTMLElement>('#place');
  const element = document.querySelector<HTMLElement>('.grid .scroller');
  const input = document.querySelector('textarea');
  if (place === null || element === null || input === null) throw new Error('no grid on the page');
  return { place, element, input };
}

function press(key: string, more: KeyboardEventInit): void {
  parts().input.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));
}

/** Numbers from 0 to below the limit, the same for the same seed. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}
