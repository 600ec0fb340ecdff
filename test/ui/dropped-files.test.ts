import { describe, expect, test } from 'vitest';
import { bringsFiles, droppedFiles } from '../../src/ui/dropped-files.ts';

/** A file, or a folder with what is in it. */
type Tree = string | Folder;
interface Folder {
  readonly name: string;
  readonly inside: readonly Tree[];
}

function entryOf(tree: Tree, path = ''): object {
  if (typeof tree === 'string') {
    const fullPath = `${path}/${tree}`;
    const file = (done: (file: File) => void): void => {
      done(new File(['x'], tree));
    };
    return { isFile: true, isDirectory: false, fullPath, file };
  }
  const { name } = tree;
  const left = tree.inside.map((child) => entryOf(child, `${path}/${name}`));
  // Browsers hand out a folder in parts; two at a time shows that all parts are asked for.
  const readEntries = (done: (entries: object[]) => void): void => {
    done(left.splice(0, 2));
  };
  return { isFile: false, isDirectory: true, fullPath: `${path}/${name}`, createReader: () => ({ readEntries }) };
}

function drop(trees: readonly Tree[]): DataTransfer {
  const items = trees.map((tree) => ({ kind: 'file', webkitGetAsEntry: () => entryOf(tree) }));
  return { items, files: [], types: ['Files'] } as unknown as DataTransfer;
}

const names = async (transfer: DataTransfer): Promise<readonly string[]> =>
  (await droppedFiles(transfer)).map((file) => file.name);

describe('a drop', () => {
  test('gives its files by name, as the headless runner takes them', async () => {
    expect(await names(drop(['list10.csv', 'list9.csv', 'a.json']))).toEqual(['a.json', 'list10.csv', 'list9.csv']);
  });

  test('opens folders, also inside folders and with many files', async () => {
    const client = {
      name: 'client',
      inside: ['e.csv', 'c.csv', { name: 'older', inside: ['a.csv', 'b.csv', 'd.csv'] }, 'f.csv'],
    };
    expect(await names(drop([client]))).toEqual(['c.csv', 'e.csv', 'f.csv', 'a.csv', 'b.csv', 'd.csv']);
  });

  test('takes the plain list where the browser knows no entries', async () => {
    const files = [new File(['x'], 'b.csv'), new File(['x'], 'a.csv')];
    const items = files.map(() => ({ kind: 'file', webkitGetAsEntry: () => null }));
    expect(await names({ items, files } as unknown as DataTransfer)).toEqual(['a.csv', 'b.csv']);
  });

  test('of text is not ours', () => {
    expect(bringsFiles({ types: ['text/plain'] } as unknown as DataTransfer)).toBe(false);
    expect(bringsFiles(null)).toBe(false);
    expect(bringsFiles(drop([]))).toBe(true);
  });
});
