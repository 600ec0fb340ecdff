/** A format that comes as JSON items: each item becomes rows of texts, which are then read like those of any sheet. */
import type { JsonObject, JsonValue } from '../read/json.ts';
import { textOf } from '../read/json-access.ts';
import type { SheetFormat } from '../sheet/format.ts';

export interface JsonFormat {
  readonly sheet: SheetFormat;
  /** Whether an item looks like one of this format. */
  matches(item: JsonObject): boolean;
  /** What the file's documents say about all items, such as the customer in an envelope's own link. */
  contextOf?(documents: readonly JsonValue[]): string;
  /** The rows of an item, cells by canonical column. */
  rowsOf(item: JsonObject, context: string): readonly Readonly<Record<string, string>>[];
  /** Keys that `rowsOf` has used up; other scalar keys are kept as extra columns. */
  readonly usedKeys: ReadonlySet<string>;
}

/** The scalar keys of items that a format has no column for, in order of appearance. */
export function extraKeys(items: readonly JsonObject[], used: ReadonlySet<string>): string[] {
  const keys = new Set<string>();
  for (const item of items) for (const [key, value] of item) if (!used.has(key) && textOf(value) !== '') keys.add(key);
  return [...keys];
}
