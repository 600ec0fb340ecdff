/**
 * Where the database lives. Chromium can give a site storage of its own beside the usual one (a storage bucket): the way
 * on when the usual one can neither be opened nor deleted.
 */

/** The part of `navigator.storageBuckets` that is used; TypeScript's own library does not name it yet. */
interface StorageBuckets {
  readonly open: (
    name: string,
    options?: { readonly persisted?: boolean },
  ) => Promise<{ readonly indexedDB: IDBFactory }>;
}

/** The factory of a bucket, or the browser's usual one; undefined where a window may store nothing. */
export async function placeOf(bucket: string | undefined): Promise<IDBFactory | undefined> {
  if (bucket === undefined) return globalThis.indexedDB;
  return (await buckets()?.open(bucket, { persisted: true }))?.indexedDB;
}

/** Whether this browser can store data beside the usual place. */
export function hasOtherPlaces(): boolean {
  return buckets() !== undefined;
}

/** A bucket name that was not used before: numbers count on. */
export function nextPlace(place: string | undefined): string {
  return `termwise-${String(Number(/\d+$/.exec(place ?? '')?.[0] ?? '1') + 1)}`;
}

function buckets(): StorageBuckets | undefined {
  const { navigator } = globalThis as { readonly navigator?: { readonly storageBuckets?: StorageBuckets } };
  return navigator?.storageBuckets;
}
