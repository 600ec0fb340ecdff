/** Questions about invoices that may take long: shown with a bar and a way to stop them, once they do. */
import type { InvoiceAnswer, InvoiceProgress } from '../workers/invoice-jobs.ts';
import { AbortError, type RunOptions } from '../workers/runner.ts';
import type { Move } from './jobs.svelte.ts';
import type { Workbook } from './workbook.svelte.ts';

/**
 * What the engine answers; undefined when it was cancelled, or the files have changed meanwhile.
 * @param label of the bar
 * @param signal of who asks: it fires when nobody waits any more
 */
export async function askInvoice<T>(
  workbook: Workbook,
  label: string,
  signal: AbortSignal,
  ask: (options: RunOptions<InvoiceProgress>) => Promise<InvoiceAnswer<T>>,
): Promise<T | undefined> {
  const stop = new AbortController();
  let move: Move | undefined;
  const onProgress = ({ done, of, file }: InvoiceProgress): void => {
    move ??= show();
    move(of === 0 ? undefined : done / of, file);
  };
  const asked = ask({ signal: AbortSignal.any([signal, stop.signal]), onProgress });
  /** What is quick never says how far it is, and is not shown. */
  function show(): Move {
    let moved: Move | undefined;
    void workbook.jobs.run(label, async (own, mover) => {
      moved = mover;
      own.addEventListener('abort', () => {
        stop.abort();
      });
      await asked.then(
        () => undefined,
        () => undefined,
      );
    });
    return (share, detail) => moved?.(share, detail);
  }
  try {
    const outcome = await asked;
    return outcome?.revision === workbook.workspace?.revision ? outcome?.answer : undefined;
  } catch (error) {
    if (error instanceof AbortError) return undefined;
    throw error;
  }
}
