import { spawnWorker } from '../../../../src/workers/spawn.ts';
import guardedUrl from './guarded.worker.ts?worker&url';
import lockedUrl from './locked.worker.ts?worker&url';
import { showResult, type ProbeResult } from './show-result.ts';

/** The first message of a worker started as the app starts its own. */
function resultOf(url: string, name: string): Promise<ProbeResult> {
  return new Promise((resolve, reject) => {
    const worker = spawnWorker(url, name);
    worker.addEventListener('message', ({ data }: MessageEvent<ProbeResult>) => {
      resolve(data);
    });
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(`${name}: ${message}`));
    });
  });
}

showResult({ guarded: await resultOf(guardedUrl, 'guarded'), locked: await resultOf(lockedUrl, 'locked') });
