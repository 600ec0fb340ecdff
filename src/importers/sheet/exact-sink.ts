/** Decimals of bulk files: the digits of plain ones become numbers, only the others are read as texts. */
import type { ChunkColumn } from '../../core/chunks.ts';
import { ExactBuilder } from '../../core/exact-column.ts';
import type { ColumnClinic } from '../clinic/column-clinic.ts';
import type { ByteRows } from '../read/byte-csv/byte-rows.ts';
import { DigitReader } from '../read/byte-csv/digits.ts';
import type { ValuesFrom } from './column-sink.ts';
import { DecimalSink, sinkOf } from './column-sinks.ts';
import type { Field, SheetStyle } from './fields.ts';
import type { CellSource } from './plan.ts';
import type { RowBlock } from './row-block.ts';
import type { Sink } from './sinks.ts';
import { Waiting } from './waiting.ts';

export class ExactSink extends DecimalSink {
  private readonly digits = new DigitReader();
  private readonly low = new Waiting((size) => new Float64Array(size));
  private readonly high = new Waiting((size) => new Float64Array(size));
  private readonly places = new Waiting((size) => new Uint8Array(size));
  private hasHigh = false;
  /** Position of the reading that stands for every cell whose digits were read; -1: there is none yet. */
  private plain = -1;

  override take(block: RowBlock, source: CellSource | undefined): void {
    for (const numbers of [this.low, this.high, this.places]) numbers.take(block.count);
    super.take(block, source);
  }

  override keep(rows: readonly number[] | undefined): void {
    super.keep(rows);
    for (const numbers of [this.low, this.high, this.places]) numbers.keep(rows);
  }

  override forget(): void {
    super.forget();
    this.plain = -1;
  }

  protected override takeBytes(block: ByteRows, source: CellSource | undefined): void {
    if (!this.isPlainlyRead || source?.part !== undefined) return super.takeBytes(block, source);
    const { bytes } = block.block;
    const { cells, first, step } = block.columnOf(source?.index);
    const { digits, taken } = this;
    const [low, high, places] = [this.low.waiting, this.high.waiting, this.places.waiting];
    if (this.plain < 0) this.plain = this.addUnseen(block);
    for (let i = 0, at = first; i < taken.length; i++, at += step) {
      const start = cells[at] ?? 0;
      const end = cells[at + 1] ?? 0;
      if (!digits.read(bytes, start, end)) {
        taken[i] = this.positionOf(block, start, end);
        continue;
      }
      taken[i] = this.plain;
      low[i] = digits.low;
      high[i] = digits.high;
      places[i] = digits.places;
      if (digits.high !== 0) this.hasHigh = true;
      if (digits.evidence !== 'none' && this.wants(digits.evidence))
        this.note(digits.evidence, block.textBetween(start, end));
    }
  }

  protected override chunkOf(codes: Uint32Array, valuesFrom: ValuesFrom<string>): ChunkColumn {
    const builder = new ExactBuilder();
    for (const value of valuesFrom(0)) builder.push(value ?? '');
    const others = builder.finish();
    const [low, high, places] = [this.low.takeAll(), this.high.takeAll(), this.places.takeAll()];
    const wide = new Map<number, string>();
    for (let row = 0; row < codes.length; row++) {
      const code = codes[row] ?? 0;
      if (code === this.plain) continue;
      low[row] = others.low[code] ?? NaN;
      high[row] = others.high?.[code] ?? 0;
      places[row] = others.places[code] ?? 0;
      const text = others.wide.get(code);
      if (text !== undefined) wide.set(row, text);
    }
    return { kind: 'exact', low, high: this.hasHigh || others.high ? high : undefined, places, wide };
  }
}

/** The sink for a field of a bulk format. */
export function bulkSinkOf(field: Field, style: SheetStyle, clinic: ColumnClinic): Sink {
  return field.kind === 'decimal' ? new ExactSink(field, clinic, style) : sinkOf(field, style, clinic);
}
