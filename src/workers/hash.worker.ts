/** The worker that takes the SHA-256 of large files while the engine reads them. */
import { Sha256 } from '../core/sha256.ts';
import type { HashAnswer, HashRequest } from './hash-port.ts';
import { dropNetwork } from './lockdown.ts';

dropNetwork();

async function hashOf(blob: Blob): Promise<string> {
  const hash = new Sha256();
  const reader = blob.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) hash.update(next.value);
  return hash.digest();
}

addEventListener('message', ({ data }: MessageEvent<HashRequest>) => {
  const answer = (sha256: string | undefined): void => {
    postMessage({ id: data.id, sha256 } satisfies HashAnswer);
  };
  hashOf(data.blob).then(answer, () => {
    answer(undefined);
  });
});
