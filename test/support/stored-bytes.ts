/** Every byte that a browser's database holds, as texts to be searched. */
import { gunzipSync } from 'fflate';

/** All records of all tables, keys too; bytes in all encodings that hide a text, compressed ones unpacked. Lower case. */
export async function storedTexts(name = 'termwise'): Promise<readonly string[]> {
  const db = await asked(indexedDB.open(name));
  const names = [...db.objectStoreNames];
  const tables = db.transaction(names, 'readonly');
  const texts: string[] = [];
  const buffers: Uint8Array[] = [];
  for (const table of names) {
    const store = tables.objectStore(table);
    walk(await asked(store.getAllKeys()), texts, buffers);
    walk(await asked(store.getAll()), texts, buffers);
  }
  db.close();
  return [...texts, ...buffers.flatMap(textsOf), ...unpacked(buffers).flatMap(textsOf)].map((text) =>
    text.toLowerCase(),
  );
}

/** The texts in which one of the words stands. */
export function holding(texts: readonly string[], words: readonly string[]): readonly string[] {
  return words.filter((word) => texts.some((text) => text.includes(word)));
}

export function textsOf(bytes: Uint8Array): readonly string[] {
  return [
    ...['utf-8', 'latin1', 'utf-16le'].map((encoding) => new TextDecoder(encoding).decode(bytes)),
    new TextDecoder('utf-16le').decode(bytes.subarray(1)),
  ];
}

function walk(value: unknown, texts: string[], buffers: Uint8Array[]): void {
  if (typeof value === 'string') texts.push(value);
  else if (value instanceof ArrayBuffer) buffers.push(new Uint8Array(value));
  else if (ArrayBuffer.isView(value)) buffers.push(new Uint8Array(value.buffer));
  else if (value instanceof Map) for (const entry of value) walk(entry, texts, buffers);
  else if (Array.isArray(value)) for (const item of value) walk(item, texts, buffers);
  else if (typeof value === 'object' && value !== null)
    for (const entry of Object.entries(value)) walk(entry, texts, buffers);
}

/** Files here are smaller than a part, so that each is compressed in one. */
function unpacked(buffers: readonly Uint8Array[]): readonly Uint8Array[] {
  return buffers.filter(([one, two]) => one === 0x1f && two === 0x8b).map((bytes) => gunzipSync(bytes));
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
