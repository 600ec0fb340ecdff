/** The invoice check's reading of billed lines, once for each state of the datasets; its questions have jobs of their own. */
import { checkingLines, type CheckedLines } from '../sim/invoice/model/check-lines.ts';
import { invoiceFacts } from '../sim/invoice/model/invoice-facts.ts';
import { lineMonths } from '../sim/invoice/model/line-months.ts';
import { INVOICE_COLUMNS, readLines } from '../sim/invoice/model/read-lines.ts';
import type { InvoiceFacts, InvoiceLines } from '../sim/invoice/model/types.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import { storeErrorText } from '../storage/store-error.ts';
import type { Engine } from './engine.ts';
import { inTurns, type Waiting } from './in-turns.ts';
import type { JobHost } from './protocol.ts';

/** What is done, of all: while files are read, each line counts once when it is loaded and once when it is checked. */
export interface InvoiceProgress {
  readonly done: number;
  readonly of: number;
  /** The file that is read; empty afterwards. */
  readonly file: string;
}

export type InvoiceJobs = {
  /** Reads and checks the lines; undefined when it was cancelled. */
  invoiceFacts: {
    input: undefined;
    progress: InvoiceProgress;
    output: { readonly revision: string; readonly facts: InvoiceFacts } | undefined;
  };
};

interface Reading {
  readonly signal?: AbortSignal;
  readonly report?: (progress: InvoiceProgress) => void;
}

export interface KnownInvoice {
  readonly revision: string;
  readonly lines: InvoiceLines;
  readonly checked: CheckedLines;
  /** Of each line the month that it is billed for. */
  readonly months: Int32Array;
}

const known = new WeakMap<object, KnownInvoice>();

/** The billed lines of the engine's datasets, checked; undefined when it was cancelled. */
export async function invoiceOf(engine: Engine, { signal, report }: Reading = {}): Promise<KnownInvoice | undefined> {
  const { inputs, revision } = await engine.ready();
  const { memory } = engine;
  const before = known.get(memory);
  if (before?.revision === revision) return before;
  const files = inputs.filter(({ kind }) => kind === 'reconciliation');
  const rows = files.reduce((sum, { table }) => sum + table.rows, 0);
  const turn = async (done: number, file = ''): Promise<boolean> => {
    report?.({ done, of: 2 * rows, file });
    // Lets a cancel arrive.
    await new Promise((resolve) => setTimeout(resolve));
    return !signal?.aborted;
  };
  const datasets = await loaded(engine, files, turn);
  if (!datasets || !(await turn(rows))) return undefined;
  const lines = readLines(datasets);
  const checking = checkingLines(lines);
  let step = checking.next();
  while (!step.done) {
    if (!(await turn(rows + step.value))) return undefined;
    step = checking.next();
  }
  const found = { revision, lines, checked: step.value, months: lineMonths(lines) };
  known.set(memory, found);
  return found;
}

/** Whether the lines have been read as they are now. */
export function hasReadInvoice(engine: Engine, revision: string): boolean {
  return known.get(engine)?.revision === revision;
}

/** The same for those that nobody cancels. */
export async function readInvoice(engine: Engine): Promise<KnownInvoice> {
  const found = await invoiceOf(engine);
  if (!found) throw new Error('INTERNAL: reading billed lines was given up without being asked to');
  return found;
}

/** An answer, with the state of the datasets that it is of; undefined when it was cancelled. */
export type InvoiceAnswer<T> = { readonly revision: string; readonly answer: T } | undefined;

/** What the steps of a question give; shares that come out of them are its progress. */
export async function answered<T>(
  { revision }: KnownInvoice,
  steps: Generator<number, T>,
  { signal, report }: Waiting<InvoiceProgress>,
): Promise<InvoiceAnswer<T>> {
  const told = (done: number): void => {
    report({ done, of: 1, file: '' });
  };
  const answer = await inTurns(steps, { signal, report: told });
  return answer === undefined ? undefined : { revision, answer };
}

async function loaded(
  engine: Engine,
  files: readonly Dataset[],
  turn: (done: number, file: string) => Promise<boolean>,
): Promise<readonly Dataset[] | undefined> {
  const datasets: Dataset[] = [];
  let done = 0;
  for (const { id, file, table } of files) {
    if (!(await turn(done, file))) return undefined;
    const dataset = await engine.store.load(id, INVOICE_COLUMNS);
    if (!dataset.ok) throw new Error(storeErrorText(dataset.error));
    datasets.push(dataset.value);
    done += table.rows;
  }
  return datasets;
}

export function invoiceJobs(engine: Engine): JobHost<InvoiceJobs> {
  return {
    invoiceFacts: async (_, { signal, report }) => {
      const found = await invoiceOf(engine, { signal, report });
      return found && { revision: found.revision, facts: invoiceFacts(found.lines, found.months) };
    },
  };
}
