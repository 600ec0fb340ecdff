/** One report for each customer, in a zip. There is no list of all customers in it: each file can be sent as it is. */
import { Zip, ZipDeflate } from 'fflate';
import { partsOfDay } from '../../core/days.ts';
import { safeWord } from '../../core/file-name.ts';
import { idKey } from '../../core/ids.ts';
import type { ReportDocument } from '../../core/report/document.ts';
import { textAt } from '../../core/table.ts';
import { customerDocument } from '../../exporters/report/customer/document.ts';
import { createFormat } from '../../core/format.ts';
import { reportTexts } from '../../core/text/report-texts.ts';
import type { CustomerSubscription } from '../../sim/payers/types.ts';
import { customerView } from '../../sim/payers/customer-view.ts';
import type { Book } from '../../sim/index.ts';
import type { DocumentRequest } from './document-of.ts';
import { turn } from './gathering.ts';

/** By id, or by name where there is no id. */
export interface BatchCustomer {
  readonly customerId: string;
  readonly customer: string;
}

export interface BatchProgress {
  readonly done: number;
  readonly of: number;
}

export interface BatchOptions {
  readonly signal: AbortSignal;
  readonly report: (progress: BatchProgress) => void;
  readonly extension: string;
  readonly bytesOf: (document: ReportDocument) => Promise<Uint8Array>;
}

/** The same bytes for the same request. Rejects with `AbortError` when the signal fires. */
export async function batchOf(
  { plan, simulation, locale }: DocumentRequest,
  book: Book,
  customers: readonly BatchCustomer[],
  { signal, report, extension, bytesOf }: BatchOptions,
): Promise<Uint8Array<ArrayBuffer>> {
  const { rows: _, ...whole } = simulation;
  const lines = byCustomer(book, customerView(book, whole));
  const { year, month, date } = partsOfDay(simulation.window.asOf);
  const chosen = plan.locale ?? locale;
  const text = reportTexts(plan.language).customer;
  const words = { text, format: createFormat(chosen), window: simulation.window };
  const pieces: Uint8Array[] = [];
  const zip = new Zip((error, piece) => {
    if (error) throw error;
    pieces.push(piece);
  });
  const taken = new Set<string>();
  for (const [done, { customerId, customer }] of customers.entries()) {
    report({ done, of: customers.length });
    await turn(signal);
    const own = lines.get(keyOf(customerId, customer)) ?? [];
    const one = { ...plan, edition: 'customer', scope: { kind: 'customer', customerId, customer } } as const;
    const document = customerDocument(one, customer, chosen, { ...words, subscriptions: own });
    const file = new ZipDeflate(`report-${freeWord(customer, taken)}.${extension}`);
    file.mtime = new Date(year, month - 1, date);
    zip.add(file);
    file.push(await bytesOf(document), true);
  }
  zip.end();
  return joined(pieces);
}

function keyOf(id: string, name: string): string {
  return id === '' ? `name ${name}` : `id ${idKey(id)}`;
}

function byCustomer(
  book: Book,
  lines: readonly CustomerSubscription[],
): ReadonlyMap<string, readonly CustomerSubscription[]> {
  const { columns } = book.portfolio.table;
  const groups = new Map<string, CustomerSubscription[]>();
  for (const line of lines) {
    const key = keyOf(textAt(columns.get('customerId'), line.row), textAt(columns.get('customerName'), line.row));
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return groups;
}

/** Safe on every system: lower case, so that no two differ by case alone, and never the name of a device. */
function freeWord(name: string, taken: Set<string>): string {
  const word = safeWord(name) || 'customer';
  let free = word;
  for (let count = 2; taken.has(free); count++) free = `${word}-${String(count)}`;
  taken.add(free);
  return free;
}

function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
