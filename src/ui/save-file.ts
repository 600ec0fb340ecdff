/** Hands a finished file to the user as a download. */

interface FinishedFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer> | Blob;
}

export function saveFile({ name, type, bytes }: FinishedFile): void {
  const url = URL.createObjectURL(new Blob([bytes], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, REVOKE_AFTER);
}

/** Milliseconds in which every browser has begun to read the file. */
const REVOKE_AFTER = 60_000;
