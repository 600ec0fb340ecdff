/** The files of a drop, folders opened, in the order of their names. */
import { compareCodeUnits } from '../core/compare-text.ts';

/** True when something dragged over the window brings files, not text or a link. */
export function bringsFiles(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes('Files') ?? false;
}

/**
 * All files of a drop with those in dropped folders, sorted by path. Must be called inside the drop event: the browser
 * empties the list afterwards. Rejects when the browser cannot read a folder.
 */
export async function droppedFiles(transfer: DataTransfer): Promise<readonly File[]> {
  const entries = [...transfer.items].map((item) => (item.kind === 'file' ? item.webkitGetAsEntry() : null));
  const known = entries.filter((entry) => entry !== null);
  const found =
    known.length === 0
      ? [...transfer.files].map((file) => ({ path: file.name, file }))
      : (await Promise.all(known.map(filesOf))).flat();
  return found.toSorted((a, b) => compareCodeUnits(a.path, b.path)).map(({ file }) => file);
}

interface FoundFile {
  readonly path: string;
  readonly file: File;
}

async function filesOf(entry: FileSystemEntry): Promise<readonly FoundFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => {
      entry.file(resolve, reject);
    });
    return [{ path: entry.fullPath, file }];
  }
  if (!isFolder(entry)) return [];
  const nested = await Promise.all((await childrenOf(entry)).map(filesOf));
  return nested.flat();
}

/** A reader hands out at most a hundred entries a time, and none when it is done. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => {
      reader.readEntries(resolve, reject);
    });
    if (some.length === 0) return all;
    all.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
