/** What a file is inside, told by its first bytes and never by its name. */
import type { BinaryKind } from '../../core/text/file-kinds.ts';
import { WORKBOOK_MAGIC } from '../../core/schema/workbook.ts';
import { sniffEncoding } from './decode.ts';

export type Container =
  'empty' | 'gzip' | 'zip' | 'ole' | 'parquet' | 'parquet-encrypted' | 'zstd' | 'workbook' | 'plain' | BinaryKind;

const MAGIC: readonly (readonly [Container, readonly number[]])[] = [
  ['gzip', [0x1f, 0x8b]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['parquet-encrypted', [0x50, 0x41, 0x52, 0x45]],
  ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
  ['workbook', [...new TextEncoder().encode(WORKBOOK_MAGIC)]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  // Two more bytes than the mark itself, which a text may begin with.
  ['exe', [0x4d, 0x5a, 0x90, 0x00]],
];

export function sniffContainer(head: Uint8Array): Container {
  if (head.length === 0) return 'empty';
  const found = MAGIC.find(([, magic]) => magic.every((byte, i) => head[i] === byte));
  return found?.[0] ?? (isBinary(head) ? 'binary' : 'plain');
}

/** NUL bytes that are not those of UTF-16: more than a stray one, or among bytes that are no UTF-8 either. */
function isBinary(head: Uint8Array): boolean {
  const zeros = head.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0);
  if (zeros === 0 || sniffEncoding(head) !== 'utf-8') return false;
  return zeros * 100 > head.length || !isUtf8(head);
}

/** Whether bytes are UTF-8, but for a character that is cut off at their end. */
function isUtf8(head: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
