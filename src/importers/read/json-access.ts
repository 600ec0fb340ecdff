/** Looking into JSON documents whose shape is not certain. */
import { JsonNumber, type JsonObject, type JsonValue } from './json.ts';

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return value instanceof Map;
}

export function isList(value: JsonValue | undefined): value is readonly JsonValue[] {
  return Array.isArray(value);
}

/** The value at a path of keys, undefined where the path breaks off. */
export function valueAt(value: JsonValue | undefined, ...path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>((inner, key) => (isObject(inner) ? inner.get(key) : undefined), value);
}

/** A scalar as text: numbers as written, null and missing as empty, lists and objects as empty. */
export function textOf(value: JsonValue | undefined): string {
  if (typeof value === 'string') return value;
  if (value instanceof JsonNumber) return value.text;
  return typeof value === 'boolean' ? String(value) : '';
}

/** The text at a path of keys. */
export function textAtPath(value: JsonValue | undefined, ...path: readonly string[]): string {
  return textOf(valueAt(value, ...path));
}

/** The list at a path of keys; empty where there is none. */
export function listAt(value: JsonValue | undefined, ...path: readonly string[]): readonly JsonValue[] {
  const list = valueAt(value, ...path);
  return isList(list) ? list : [];
}

/** Whether an envelope names a page that follows it. */
export function hasNextPage(envelopes: readonly JsonObject[]): boolean {
  return envelopes.some(
    (envelope) =>
      ['nextLink', '@odata.nextLink'].some((key) => textAtPath(envelope, key) !== '') ||
      isObject(valueAt(envelope, 'links', 'next')),
  );
}
