/** Our import of one file, in a worker as in the app. */
import type { ChunkWriter } from '../../../src/core/chunks.ts';
import { importSources } from '../../../src/importers/index.ts';
import { type HashPortMessage, awaitHashPort } from '../../../src/workers/hash-port.ts';

export interface Task {
  /** `columns`: chunks are dropped as they are made. */
  readonly kind: 'columns';
  readonly file: File;
}

export interface Imported {
  readonly ms: number;
  readonly rows: number;
}

const hashing = awaitHashPort(globalThis);

const DROPPED: ChunkWriter = { write: () => Promise.resolve(), restart: () => Promise.resolve() };

async function importing({ file }: Task): Promise<Imported> {
  const hash = hashing();
  const start = performance.now();
  const source = { name: file.name, size: file.size, stream: () => file.stream(), sha256: hash && (() => hash(file)) };
  const { files } = await importSources([source], { openChunks: () => DROPPED });
  return { ms: performance.now() - start, rows: files[0]?.dataset?.ledger.accepted ?? 0 };
}

addEventListener('message', ({ data }: MessageEvent<Task | HashPortMessage>) => {
  if ('hashPort' in data) return;
  void importing(data).then((imported) => {
    postMessage(imported);
  });
});
