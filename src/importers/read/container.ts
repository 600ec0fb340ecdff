/** What a file is inside, told by its first bytes and never by its name. */

export type Container = 'empty' | 'gzip' | 'zip' | 'ole' | 'parquet' | 'zstd' | 'pdf' | 'plain';

const MAGIC: readonly (readonly [Container, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
];

export function sniffContainer(head: Uint8Array): Container {
  if (head.length === 0) return 'empty';
  const found = MAGIC.find(([, magic]) => magic.every((byte, i) => head[i] === byte));
  return found?.[0] ?? 'plain';
}
