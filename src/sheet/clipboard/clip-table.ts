/** What a clipboard holds once it is read. */
import type { FormatKind } from './cell-formats.ts';

/** What the source said about a cell beside its text. */
export type RawValue =
  /** `decimal`: canonical, as many digits as the source has; days are serial numbers (1 January 1900 is 1). */
  | { readonly kind: 'number'; readonly decimal: string; readonly format: FormatKind }
  | { readonly kind: 'flag'; readonly flag: boolean }
  /** The source keeps the cell as text, whatever it looks like. */
  | { readonly kind: 'text' };

export interface ClipCell {
  /** As it was shown, line breaks as `\n`. */
  readonly text: string;
  readonly raw?: RawValue;
}

/** Rows may differ in length. */
export type ClipRows = readonly (readonly ClipCell[])[];

/** What the page's clipboard event gives; '' for a form that is not there. */
export interface ClipSource {
  readonly text: string;
  readonly html: string;
}
