/** Diagnostics about JSON files, manifests and what stands in them. */
import type { MessageParams } from './message-params.ts';

const p = (params: MessageParams, name: string): string => String(params[name] ?? '');

/** `1 item`, `2 items`. */
function itemsOf(params: MessageParams): string {
  return Number(params['rows']) === 1 ? '1 item' : `${p(params, 'rows')} items`;
}

export const jsonMessages = {
  'duplicate-key': (m: MessageParams) => `An object holds the key “${p(m, 'key')}” twice; the last value counts. Other objects may do the same. Check what wrote the file.`,
  'items-not-objects': (m: MessageParams) => `${itemsOf(m)} skipped: texts, numbers or lists where objects are expected.`,
}; // prettier-ignore
