/** The job that puts real names back into a file that came back from a consultant. */
import { type Zippable, zipSync } from 'fflate';
import { readKeyFile } from '../core/editions/key-file.ts';
import { MapBack, type MappedCounts, mappedKind } from '../core/editions/map-back.ts';
import { InflateGuard } from '../importers/read/inflate-guard.ts';
import { Refusal } from '../importers/read/refusal.ts';
import { unzip, zipEntries } from '../importers/read/zip.ts';
import type { JobHost } from './protocol.ts';

export interface MapBackRequest {
  readonly file: { readonly name: string; readonly blob: Blob };
  readonly key: Blob;
}

/** `unreadable`: a damaged workbook, or a text that is not UTF-8. */
export type MapBackRefusal = 'no-key' | 'unknown-kind' | 'unreadable';

export type MapBackJobs = {
  mapBack: {
    input: MapBackRequest;
    progress: undefined;
    output: ({ readonly blob: Blob } & MappedCounts) | { readonly refused: MapBackRefusal };
  };
};

export const mapBackJobs: JobHost<MapBackJobs> = {
  mapBack: async ({ file, key }) => {
    const names = readKeyFile(await key.text())?.names;
    if (!names) return { refused: 'no-key' };
    const kind = mappedKind(file.name);
    if (!kind) return { refused: 'unknown-kind' };
    const back = new MapBack(names);
    const bytes = new Uint8Array(await file.blob.arrayBuffer());
    const mapped =
      kind === 'xlsx' ? await mappedWorkbook(bytes, back) : mappedText(bytes, (text) => back.text(text, kind));
    if (!mapped) return { refused: 'unreadable' };
    return { blob: new Blob([mapped], { type: file.blob.type }), ...back.counts };
  },
};

/** The same bytes but for the names. */
function mappedText(bytes: Uint8Array, map: (text: string) => string): string | undefined {
  try {
    return map(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

async function mappedWorkbook(bytes: Uint8Array, back: MapBack): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    const guard = new InflateGuard();
    const parts: Zippable = {};
    for (const entry of zipEntries(bytes)) {
      const part = await wholeEntry(unzip(bytes, entry, guard));
      const isXml = /\.(?:xml|rels|vml)$/i.test(entry.name);
      const mapped = isXml ? mappedText(part, (text) => back.text(text, 'xlsx')) : undefined;
      parts[entry.name] = mapped === undefined ? part : new TextEncoder().encode(mapped);
    }
    return zipSync(parts);
  } catch (error) {
    if (error instanceof Refusal || error instanceof RangeError) return undefined;
    throw error;
  }
}

async function wholeEntry(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const kept: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of chunks) kept.push(Uint8Array.from(chunk));
  return new Uint8Array(await new Blob(kept).arrayBuffer());
}
