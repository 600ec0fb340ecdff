/** Whether a kept original file may stay when a customer is erased. */
import type { Traces } from '../../core/erase/traces.ts';
import type { SourceFate } from './types.ts';

/** First bytes of zip archives and workbooks, gzip and Parquet. */
const PACKED = ['PK', '\u001f\u008b', 'PAR1'] as const;
/** A file of one encoding holds no name that another would read, but where the name is in both. */
const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

/** @param touched rows or notes of the file are the customer's: then they stand in it, however it writes them */
export async function sourceFate(file: Blob | undefined, traces: Traces, touched: boolean): Promise<SourceFate> {
  if (!file) return 'none';
  if (touched) return 'goes';
  const bytes = await file.arrayBuffer();
  const begin = String.fromCharCode(...new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength)));
  if (PACKED.some((mark) => begin.startsWith(mark))) return 'packed';
  return ENCODINGS.some((encoding) => traces.in(new TextDecoder(encoding).decode(bytes))) ? 'goes' : 'stays';
}
