/** A format that comes as JSON items: each item becomes rows of texts, which are then read like those of any sheet. */
import type { DiagnosticCode } from '../../core/text/diagnostics.ts';
import type { JsonObject } from '../read/json.ts';
import type { SheetFormat } from '../sheet/format.ts';

export interface JsonFormat {
  readonly sheet: SheetFormat;
  /** Whether an item looks like one of this format. */
  matches(item: JsonObject): boolean;
  /** What the envelopes of the items say about all of them, such as the customer in an envelope's own link. */
  contextOf?(envelopes: readonly JsonObject[]): string;
  /** The rows of an item, cells by canonical column. */
  rowsOf(item: JsonObject, context: string): readonly Readonly<Record<string, string>>[];
  /** Keys that `rowsOf` has used up; other scalar keys are kept as extra columns. */
  readonly usedKeys: ReadonlySet<string>;
  /** Nothing but what `rowsOf` gives is kept: other keys may hold secrets. */
  readonly withoutExtras?: boolean;
  /** What has to be said about an item, such as that some of it is not taken over. */
  noteOf?(item: JsonObject): DiagnosticCode | undefined;
}
