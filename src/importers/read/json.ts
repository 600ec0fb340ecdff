/** JSON without losses: numbers keep their digits, keys are data in maps, nothing is put on an object. */

/** A number as it is written. */
export class JsonNumber {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type JsonObject = ReadonlyMap<string, JsonValue>;
export type JsonValue = string | boolean | null | JsonNumber | readonly JsonValue[] | JsonObject;

/** A value as compact JSON: numbers with their digits, keys in their order. */
export function jsonText(value: JsonValue): string {
  if (value instanceof JsonNumber) return value.text;
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (value instanceof Map) {
    const entries = [...(value as JsonObject)].map(([key, inner]) => `${JSON.stringify(key)}:${jsonText(inner)}`);
    return `{${entries.join(',')}}`;
  }
  return `[${(value as readonly JsonValue[]).map(jsonText).join(',')}]`;
}
