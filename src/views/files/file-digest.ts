/** The SHA-256 of a file, as datasets remember it; read piece by piece, whatever its size. */
import type { DatasetInfo } from '../../core/schema/dataset.ts';
import { Sha256 } from '../../core/sha256.ts';

async function fileDigest(file: Blob): Promise<string> {
  const hash = new Sha256();
  const reader = file.stream().getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) hash.update(next.value);
  return hash.digest();
}

/** Whether it is the file that a dataset was made from. Of an archive only the files inside are known; the import looks at them. */
export async function isFileOf({ file, sha256 }: Pick<DatasetInfo, 'file' | 'sha256'>, chosen: Blob): Promise<boolean> {
  return file.includes('/') || (await fileDigest(chosen)) === sha256;
}
