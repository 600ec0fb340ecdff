/** Files and folders of a command line as sources of the importers. */
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import type { ImportSource } from '../src/importers/index.ts';

/**
 * The sources of all paths in their order; folders with all that is in them, by name. Hidden files are left out.
 * Throws the file system's error when a path cannot be read.
 */
export function readInputs(paths: readonly string[]): readonly ImportSource[] {
  return paths.flatMap(filesOf).map(sourceOf);
}

function filesOf(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => !name.startsWith('.'));
  return names.sort().flatMap((name) => filesOf(join(path, name)));
}

function sourceOf(path: string): ImportSource {
  return {
    name: basename(path),
    size: statSync(path).size,
    // Node's declaration of web streams is another one than the browser's, for the same thing.
    stream: () => Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>,
  };
}
