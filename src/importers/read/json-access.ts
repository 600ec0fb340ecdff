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

/** The items of a file: of its `items` or `value` list, of a list, of JSON lines, or the document itself. */
export function itemsOf(documents: readonly JsonValue[]): readonly JsonObject[] {
  const lists = documents.map((document) => {
    const inner = [valueAt(document, 'items'), valueAt(document, 'value'), document].find(isList);
    return inner ?? [document];
  });
  return lists.flat().filter(isObject);
}

/** Whether the file names a page that follows it. */
export function hasNextPage(documents: readonly JsonValue[]): boolean {
  return documents.some(
    (document) =>
      ['nextLink', '@odata.nextLink'].some((key) => textAtPath(document, key) !== '') ||
      isObject(valueAt(document, 'links', 'next')),
  );
}
