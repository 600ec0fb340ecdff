/** Our import of one file, in a worker as in the app. */
import { importSources } from '../../../src/importers/index.ts';

export interface Task {
  /** `columns`: chunks are dropped as they are made. */
  readonly kind: 'columns';
  readonly file: File;
}

export interface Imported {
  readonly ms: number;
  readonly rows: number;
}

async function importing({ file }: Task): Promise<Imported> {
  const start = performance.now();
  const { files } = await importSources([{ name: file.name, size: file.size, stream: () => file.stream() }]);
  return { ms: performance.now() - start, rows: files[0]?.dataset?.ledger.accepted ?? 0 };
}

addEventListener('message', ({ data }: MessageEvent<Task>) => {
  void importing(data).then((imported) => {
    postMessage(imported);
  });
});
