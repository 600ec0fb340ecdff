/** A column on its way back from its parts. */
import type { Column as ArrowColumn } from '@uwdata/flechette';
import { distinctTexts } from '../core/distinct-texts.ts';
import { type Column, NO_DAY, type TextColumn } from '../core/table.ts';
import type { ColumnLayout, PackedField, Part } from './layout.ts';
import { type Numbers, unpack } from './pack.ts';
import { PartMismatch } from './part-mismatch.ts';
import { textsFromArrow } from './texts.ts';

export class OpenColumn {
  readonly layout: ColumnLayout;
  private readonly rows: number;
  private filled = 0;
  private readonly values: Numbers;
  private high: Float64Array | undefined;
  private places: Uint8Array | undefined;
  private readonly texts: string[] = [];
  private readonly wide = new Map<number, string>();

  constructor(layout: ColumnLayout, rows: number) {
    this.layout = layout;
    this.rows = rows;
    this.values = emptyValues(layout.kind, rows);
  }

  /** Cells in arrays of their own, each packed as its field says; constants have no array. */
  fillCells({ from, count, fields = [] }: Part, arrays: readonly ArrowColumn<unknown>[]): void {
    this.claim(from, count);
    let next = 0;
    for (const { name, packing } of fields) {
      const data = packing.constant ? undefined : numbersOf(arrays[next++], count);
      unpack(this.target(name), from, count, { packing, data }, this.emptyOf(name));
    }
    if (next !== arrays.length || fields.length === 0) throw new PartMismatch('a part has other columns');
  }

  /** Cells as schema 1 stored them: the main array only, as it is. */
  fillPlain(from: number, count: number, source: ArrowColumn<unknown> | undefined): void {
    this.claim(from, count);
    const slice = numbersOf(source, count);
    if (slice.constructor !== this.values.constructor) throw new PartMismatch('a column has another type');
    this.values.set(slice, from);
  }

  fillTexts({ from }: Part, [source]: readonly ArrowColumn<unknown>[]): void {
    if (source === undefined || from !== this.texts.length) throw new PartMismatch('a part of a dictionary is missing');
    for (const text of textsFromArrow(source)) this.texts.push(text);
  }

  fillWide([rows, texts]: readonly ArrowColumn<unknown>[]): void {
    if (rows === undefined || texts === undefined) throw new PartMismatch('a part has other columns');
    textsFromArrow(texts).forEach((text, index) => this.wide.set(Number(rows.at(index)), text));
  }

  finish(): Column {
    const { layout, values, wide, places } = this;
    if (this.filled !== this.rows) throw new PartMismatch('rows are missing');
    if (this.texts.length !== layout.texts) throw new PartMismatch('a dictionary is incomplete');
    if (values instanceof Int32Array) return { kind: 'day', days: values };
    if (values instanceof Uint8Array) return { kind: 'flag', flags: values };
    if (values instanceof Uint32Array)
      return layout.kind === 'text' ? this.textColumn(values) : { kind: 'count', counts: values };
    if (layout.kind === 'exact')
      return { kind: 'exact', low: values, high: this.high, places: places ?? new Uint8Array(this.rows), wide };
    return { kind: 'decimal', scale: layout.scale, units: values, wide, ...(places && { places }) };
  }

  private textColumn(codes: Uint32Array): TextColumn {
    return this.layout.mayRepeat === true
      ? distinctTexts(codes, this.texts)
      : { kind: 'text', codes, values: this.texts };
  }

  private claim(from: number, count: number): void {
    if (from + count > this.rows) throw new PartMismatch('a part reaches beyond the table');
    this.filled += count;
  }

  private target(name: PackedField['name']): Numbers {
    if (name === 'high') return (this.high ??= new Float64Array(this.rows));
    if (name === 'places') return (this.places ??= new Uint8Array(this.rows));
    return this.values;
  }

  private emptyOf(name: PackedField['name']): number | undefined {
    if (name === 'days') return NO_DAY;
    return name === 'low' || name === 'units' ? NaN : undefined;
  }
}

function emptyValues(kind: Column['kind'], rows: number): Numbers {
  switch (kind) {
    case 'text':
    case 'count':
      return new Uint32Array(rows);
    case 'decimal':
    case 'exact':
      return new Float64Array(rows);
    case 'day':
      return new Int32Array(rows);
    case 'flag':
      return new Uint8Array(rows);
  }
}

function numbersOf(source: ArrowColumn<unknown> | undefined, count: number): Numbers {
  const array = source?.toArray();
  if (!ArrayBuffer.isView(array) || !('length' in array) || array.length !== count)
    throw new PartMismatch('a part has other cells');
  return array as Numbers;
}
