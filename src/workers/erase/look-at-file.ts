/** What of one stored file is a customer's, and where other rows of it mention them. */
import { fileRows, ownRows } from '../../core/erase/owners.ts';
import type { Traces } from '../../core/erase/traces.ts';
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import { type Column, SOURCE_ROW, type Table, countAt } from '../../core/table.ts';
import { StoreFailure } from '../../storage/errors.ts';
import type { Store } from '../../storage/store.ts';
import type { Result } from '../../core/result.ts';
import type { StoreError } from '../../storage/store-error.ts';
import type { ReadyEntry } from './gather-owners.ts';
import type { Pace } from './pace.ts';
import { keptDiagnostics, keptRejects } from './kept-records.ts';
import { sourceFate } from './source-fate.ts';
import type { FileLook, Mention } from './types.ts';

/** Mentions, of which the first so many are kept. */
export class Mentions {
  readonly first: Mention[] = [];
  count = 0;
  private static readonly MOST = 200;

  add(mention: Mention): void {
    this.count++;
    if (this.first.length < Mentions.MOST) this.first.push(mention);
  }
}

export interface Looking {
  readonly store: Store;
  readonly traces: Traces;
  readonly pace: Pace;
  readonly mentions: Mentions;
  /** The name of a file whose own speaks of the customer. */
  readonly rename: (file: string) => string | undefined;
}

/** Throws `StoreFailure`. */
export async function lookAtFile({ id, info, hasSource }: ReadyEntry, looking: Looking): Promise<FileLook> {
  const { store, traces, rename } = looking;
  const lines = new Set<number>();
  let [rows, left] = [0, 0];
  const read = await store.reading(id, async (reader) => {
    for await (const table of reader.all()) {
      const own = ownRows(table, info, traces);
      for (let row = 0; row < table.rows; row++) {
        if (own[row] === 0) left++;
        else {
          rows += fileRows(table, row);
          lines.add(countAt(table.columns.get(SOURCE_ROW), row) ?? 0);
        }
      }
      noteMentions(table, own, info, looking);
      await looking.pace.step(table.rows);
    }
  });
  valueOf(read);
  noteHeaders(info, looking);
  const rejected = valueOf(await store.loadRejects(id));
  const rejects = rejected.length - keptRejects(rejected, traces, lines).length;
  const diagnostics = info.diagnostics.length - keptDiagnostics(info.diagnostics, traces, lines).length;
  const touched = rows + rejects + diagnostics > 0;
  const source = hasSource ? await sourceFate(valueOf(await store.loadSource(id)), traces, touched) : 'none';
  const renamed = rename(info.file);
  const look = { id, file: info.file, kind: info.kind, rows, left, rejects, source, renamed };
  return { ...look, change: changeOf(look, touched || recordSpeaks(info, looking)) };
}

function changeOf(
  { rows, left, rejects, source, renamed }: Omit<FileLook, 'change'>,
  recordChanges: boolean,
): FileLook['change'] {
  if (rows > 0 && left === 0) return 'remove';
  if (rows + rejects > 0) return 'rewrite';
  return recordChanges || renamed !== undefined || source === 'goes' || source === 'packed' ? 'amend' : 'none';
}

function recordSpeaks({ defaults, repairs = [] }: DatasetInfo, { traces, rename }: Looking): boolean {
  return (
    traces.in(defaults?.customerId ?? '') ||
    repairs.some(({ other }) => other !== undefined && rename(other) !== undefined)
  );
}

function noteMentions(table: Table, own: Uint8Array, info: DatasetInfo, { traces, mentions }: Looking): void {
  const headers = new Map(info.fileColumns?.map(({ column, header }) => [column, header]));
  for (const [name, column] of table.columns) {
    const speaking = speakingCodes(column, traces);
    if (column.kind !== 'text' || speaking.size === 0) continue;
    for (let row = 0; row < table.rows; row++) {
      const code = column.codes[row] ?? 0;
      if (own[row] === 1 || !speaking.has(code)) continue;
      const line = countAt(table.columns.get(SOURCE_ROW), row) ?? 0;
      mentions.add({ file: info.file, line, column: headers.get(name) ?? name, text: column.values[code] ?? '' });
    }
  }
}

function speakingCodes(column: Column, traces: Traces): ReadonlySet<number> {
  const codes = new Set<number>();
  if (column.kind !== 'text') return codes;
  for (const [code, text] of column.values.entries()) if (code > 0 && traces.in(text)) codes.add(code);
  return codes;
}

function noteHeaders({ file, header = [] }: DatasetInfo, { traces, mentions }: Looking): void {
  for (const text of header) if (traces.in(text)) mentions.add({ file, line: 1, column: text, text });
}

export function valueOf<T>(result: Result<T, StoreError>): T {
  if (!result.ok) throw new StoreFailure(result.error);
  return result.value;
}
