/** Damage to what an engine has stored, made behind its back. */
import { manifestParts, type Manifest } from '../../../src/storage/manifest.ts';

/** Flips one bit of the stored copy of a dataset's original file, which is not read at start. */
export async function flipSourceOf(file: string): Promise<void> {
  const db = await asked(indexedDB.open('termwise'));
  const stores = db.transaction(['datasets', 'parts'], 'readwrite');
  const manifests = (await asked(stores.objectStore('datasets').getAll())) as readonly Manifest[];
  const manifest = manifests.find(({ info }) => info.file === file);
  const part = manifest && manifestParts(manifest).find(({ holds }) => holds === 'source');
  if (!manifest || !part) throw new Error(`no stored file ${file}`);
  const record = (await asked(stores.objectStore('parts').get([manifest.batch, part.index]))) as { bytes: ArrayBuffer };
  const bytes = new Uint8Array(record.bytes);
  bytes[0] = (bytes[0] ?? 0) ^ 1;
  await asked(stores.objectStore('parts').put(record));
  db.close();
}

async function asked<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(new Error(request.error?.message));
    };
  });
}
