/** How the items of a JSON file become rows of texts. The columns are known only when all items have been seen. */
import type { DiagnosticCode } from '../../core/text/diagnostics.ts';
import type { JsonFormat } from '../formats/json-format.ts';
import { type JsonObject, type JsonValue, jsonText } from '../read/json.ts';
import { textOf } from '../read/json-access.ts';
import { holdsSecret, isSecretKey, withoutSignature } from '../read/secrets.ts';

/** Columns as far as the items seen so far tell them. */
export interface ItemTable {
  /** The columns of the rows that `rowsOf` makes. */
  readonly header: readonly string[];
  /** The rows of an item; none: the item is left out. Remembers what has no column yet. */
  rowsOf(item: JsonObject): readonly (readonly string[])[];
  /** What has to be said about an item. */
  noteOf(item: JsonObject): DiagnosticCode | undefined;
  /** A table with columns for all that this one has seen; the same one when it has missed nothing. */
  complete(envelopes: readonly JsonObject[]): ItemTable;
}

/** Keys that are about the answer of an API, not about the item. */
const ADMINISTRATIVE: ReadonlySet<string> = new Set(['attributes', 'links', 'continuationToken']);

/** Items whose keys are the columns; lists and objects in them are kept as JSON text. */
export class FlatTable implements ItemTable {
  readonly header: readonly string[];
  private readonly positions = new Map<string, number>();
  private readonly unseen = new Set<string>();
  private readonly flatten: (item: JsonObject) => JsonObject;

  /** @param flatten brings the entries that are columns to the top */
  constructor(keys: readonly string[], flatten: (item: JsonObject) => JsonObject) {
    this.header = keys;
    this.flatten = flatten;
    for (const [position, key] of keys.entries()) this.positions.set(key, position);
  }

  noteOf(item: JsonObject): DiagnosticCode | undefined {
    return holdsSecret(item) ? 'secrets-dropped' : undefined;
  }

  rowsOf(item: JsonObject): readonly (readonly string[])[] {
    const row = new Array<string>(this.header.length).fill('');
    for (const [key, value] of this.flatten(item)) {
      const position = this.positions.get(key);
      if (position !== undefined) row[position] = cellText(value);
      else if (isColumn(key)) this.unseen.add(key);
    }
    return [row];
  }

  complete(): FlatTable {
    return this.unseen.size === 0 ? this : new FlatTable([...this.header, ...this.unseen], this.flatten);
  }
}

function isColumn(key: string): boolean {
  return !ADMINISTRATIVE.has(key) && !isSecretKey(key);
}

/** The table of items by a sample of them. */
export function flatTable(sample: readonly JsonObject[], flatten: (item: JsonObject) => JsonObject): FlatTable {
  const keys = new Set<string>();
  for (const item of sample) for (const key of flatten(item).keys()) if (isColumn(key)) keys.add(key);
  return new FlatTable([...keys], flatten);
}

/** A cell as a CSV of the same data would have it. */
function cellText(value: JsonValue): string {
  return withoutSignature(typeof value === 'object' && value !== null ? jsonText(value) : textOf(value));
}

/** Items of a format that says itself what their rows are; scalars it does not use are kept as extra columns. */
export class NestedTable implements ItemTable {
  readonly header: readonly string[];
  readonly extras: readonly string[];
  readonly format: JsonFormat;
  private readonly context: string;
  private readonly unseen = new Set<string>();
  private readonly known: ReadonlySet<string>;

  constructor(format: JsonFormat, extras: readonly string[], context: string) {
    this.format = format;
    this.extras = extras;
    this.context = context;
    this.known = new Set([...format.usedKeys, ...extras]);
    this.header = [...format.sheet.fields.map(({ label }) => label), ...extras];
  }

  noteOf(item: JsonObject): DiagnosticCode | undefined {
    return this.format.noteOf?.(item);
  }

  rowsOf(item: JsonObject): readonly (readonly string[])[] {
    const { fields } = this.format.sheet;
    if (this.format.withoutExtras !== true) this.lookForExtras(item);
    const extras = this.extras.map((key) => textOf(item.get(key)));
    return this.format
      .rowsOf(item, this.context)
      .map((cells) => [...fields.map(({ name }) => cells[name] ?? ''), ...extras]);
  }

  private lookForExtras(item: JsonObject): void {
    for (const [key, value] of item) if (!this.known.has(key) && textOf(value) !== '') this.unseen.add(key);
  }

  complete(envelopes: readonly JsonObject[]): NestedTable {
    const context = this.format.contextOf?.(envelopes) ?? '';
    if (this.unseen.size === 0 && context === this.context) return this;
    return new NestedTable(this.format, [...this.extras, ...this.unseen], context);
  }
}
