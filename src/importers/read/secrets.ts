/** Tokens in files that give access to others: they are never stored, shown or named. */
import { headerKey } from '../../core/ids.ts';
import type { JsonObject, JsonValue } from './json.ts';

const SECRET_KEYS: ReadonlySet<string> = new Set(['sastoken', 'rootfoldersas', 'sas', 'sasuri', 'sasurl']);
/** The query of an address that is signed for whoever has it. */
const SIGNED_QUERY = /\?[^\s"'<>]*\bsig=[^\s"'<>]*/gi;
/** A token that stands without its address. */
const BARE_TOKEN = /(?:\b\w{2,4}=[^\s"'<>&]*&)+sig=[^\s"'<>]*|\bsig=[^\s"'<>&]+(?:&\w{2,4}=[^\s"'<>&]*)*/gi;

export function isSecretKey(key: string): boolean {
  return SECRET_KEYS.has(headerKey(key));
}

/** A text without the signed queries of the addresses in it. */
export function withoutSignature(text: string): string {
  return text.includes('sig=') ? text.replace(SIGNED_QUERY, '').replace(BARE_TOKEN, '') : text;
}

/** Whether an item, or anything in it, holds a token. */
export function holdsSecret(value: JsonValue | JsonObject | undefined): boolean {
  if (typeof value === 'string') return withoutSignature(value) !== value;
  if (Array.isArray(value)) return value.some((inner: JsonValue) => holdsSecret(inner));
  if (!(value instanceof Map)) return false;
  return [...(value as JsonObject)].some(([key, inner]) => isSecretKey(key) || holdsSecret(inner));
}
