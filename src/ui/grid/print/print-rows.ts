/** Printing what a grid shows: all of its rows, not only those on screen. */
import { mount, unmount } from 'svelte';
import type { GridSource } from '../source.ts';
import './print.css';
import PrintTable from './PrintTable.svelte';

/** More rows make browsers lay out pages for minutes. */
export const MOST_PRINTED = 2000;

interface PrintRequest {
  readonly title: string;
  readonly source: GridSource;
  readonly totals?: ((column: number) => string) | undefined;
}

/** Opens the browser's print dialog with the first rows as a plain table; a sentence says when there are more. */
export async function printRows({ title, source, totals }: PrintRequest): Promise<void> {
  const target = document.createElement('div');
  target.className = 'printed-rows';
  document.body.append(target);
  document.documentElement.classList.add('printing-rows');
  const table = mount(PrintTable, { target, props: { title, source, totals, most: MOST_PRINTED } });
  // Some browsers print only after `print` has returned.
  const printed = new Promise((resolve) => {
    window.addEventListener('afterprint', resolve, { once: true });
  });
  window.print();
  await printed;
  document.documentElement.classList.remove('printing-rows');
  await unmount(table);
  target.remove();
}
