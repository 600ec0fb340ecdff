/** The SHA-256 of a file, as datasets remember it; read piece by piece, whatever its size. */
import { Sha256 } from '../../core/sha256.ts';

export async function fileDigest(file: Blob): Promise<string> {
  const hash = new Sha256();
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) hash.update(next.value);
  return hash.digest();
}
