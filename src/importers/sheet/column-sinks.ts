/** The sinks of each kind of column: how a text is read, and how the read values become a column. */
import { DecimalBuilder } from '../../core/column-builders.ts';
import { type Day, dayToText } from '../../core/days.ts';
import { ExactBuilder } from '../../core/exact-column.ts';
import {
  type Column,
  type DayColumn,
  type DecimalColumn,
  type FlagColumn,
  NO_DAY,
  takeExactCells,
} from '../../core/table.ts';
import type { ChunkColumn, Utf8Texts } from '../../core/chunks.ts';
import {
  type DateOrder,
  type Instant,
  isNoDate,
  isUnknownStart,
  orderEvidence,
  readIso,
  readParted,
  readSerial,
} from '../cells/dates.ts';
import { type DecimalMark, isPlainDecimal, markEvidence, movePoint, readDecimal } from '../cells/decimals.ts';
import { readMonth } from '../cells/months.ts';
import { numberRepair } from '../clinic/cells/number-marks.ts';
import type { ColumnClinic, Repaired } from '../clinic/column-clinic.ts';
import { FLAG_WORDS, wordKey } from '../cells/words.ts';
import { MAX_COUNT } from '../limits.ts';
import type { Field, SheetStyle } from './fields.ts';
import type { Reading, ValuesFrom } from './column-sink.ts';
import { Sink } from './sinks.ts';

/** Texts, some of whose spellings may be translated. */
export class TextSink extends Sink<string> {
  /** Code of each reading in the dictionary of all chunks; 0 is the empty text. */
  private chunkCodes: number[] = [];
  /** Entries of that dictionary. */
  private entries = 0;
  private hasForgotten = false;
  protected override isOwnText(bytes: Uint8Array, start: number, end: number): boolean {
    const { words, lowerCase, blanks } = this.field;
    return !words && !lowerCase && !blanks && isPlain(bytes[start]) && isPlain(bytes[end - 1]);
  }
  protected override ownValue(text: string): string {
    return text;
  }
  protected read(text: string): Reading<string> {
    const { words, lowerCase } = this.field;
    const known = words?.get(wordKey(text)) ?? text;
    const value = lowerCase ? known.toLowerCase() : known;
    if (value === text || value.toLowerCase() === text.toLowerCase()) return { value };
    return { value, conversion: 'word' };
  }
  protected columnOf(codes: Uint32Array, values: readonly (string | undefined)[]): Column {
    if (this.isLiteral) return { kind: 'text', codes, values: values.map((value = '') => value) };
    const dictionary = new Map<string, number>([['', 0]]);
    const shared = values.map((value = '') => {
      const code = dictionary.get(value) ?? dictionary.size;
      dictionary.set(value, code);
      return code;
    });
    return { kind: 'text', codes: codes.map((code) => shared[code] ?? 0), values: [...dictionary.keys()] };
  }
  /** Readings of one value (` EA` and `EA`) have an entry each, which whoever reads the chunks again joins. */
  protected chunkOf(codes: Uint32Array, valuesFrom: ValuesFrom<string>): ChunkColumn {
    const from = this.entries;
    if (this.hasForgotten && this.chunkCodes.length === 0) this.chunkCodes.push(0);
    const own = this.ownTexts(this.chunkCodes.length);
    if (own) return this.ownChunk(codes, from, own);
    const added = from === 0 ? [''] : [];
    for (const value of valuesFrom(this.chunkCodes.length)) {
      const isEmpty = value === undefined || value === '';
      this.chunkCodes.push(isEmpty ? 0 : from + added.length);
      if (!isEmpty) added.push(value);
    }
    this.entries += added.length;
    const shared = codes.map((code) => this.chunkCodes[code] ?? 0);
    return { kind: 'text', codes: shared, from, added, mayRepeat: this.hasForgotten || !this.isLiteral };
  }
  /** A chunk whose new entries never were strings. */
  private ownChunk(codes: Uint32Array, from: number, added: Utf8Texts): ChunkColumn {
    const count = added.ends.length;
    for (let i = 0; i < count; i++) this.chunkCodes.push(this.entries++);
    const isSame = this.chunkCodes.length === this.entries;
    const shared = isSame ? codes : codes.map((code) => this.chunkCodes[code] ?? 0);
    return { kind: 'text', codes: shared, from, added, mayRepeat: this.hasForgotten || !this.isLiteral };
  }
  override forget(): void {
    super.forget();
    this.chunkCodes = [];
    this.hasForgotten = true;
  }
}

/** An ASCII character that is no space. */
function isPlain(byte = 0): boolean {
  return byte > 0x20 && byte < 0x7f;
}

/** Months under one spelling. */
class MonthSink extends TextSink {
  protected override isOwnText(): boolean {
    return false;
  }
  protected override read(text: string): Reading<string> {
    const value = readMonth(text) ?? text;
    return value === text ? { value } : { value, conversion: 'word' };
  }
}

export class DecimalSink extends Sink<string> {
  private readonly mark: DecimalMark;
  /** Whether reading the column with the comma is something to be told, whichever mark it is read with. */
  private readonly noted: boolean;
  constructor(field: Field, clinic: ColumnClinic, { decimalMarks, noted }: SheetStyle) {
    super(field, clinic);
    this.mark = decimalMarks.get(field.name) ?? '.';
    this.noted = noted.has(field.name);
  }
  /** Whether a plain decimal (`-12.50`) is its own value, with nothing to be told about it. */
  protected get isPlainlyRead(): boolean {
    const { kind, isFraction, blankNumbers } = this.field;
    return this.mark !== ',' && !this.noted && kind === 'decimal' && isFraction !== true && blankNumbers === undefined;
  }
  protected read(text: string): Reading<string> {
    const value = this.mark !== ',' && isPlainDecimal(text) ? text : readDecimal(text, this.mark);
    const evidence = markEvidence(text);
    if (value === text && this.isPlainlyRead) return { value, evidence };
    const reading = { value, evidence, ...this.damageOf(text, value) };
    if (value === undefined) return { ...reading, problem: 'bad-number' };
    if (this.field.kind === 'count' && !isCount(value)) return { ...reading, problem: 'bad-count' };
    if (this.field.isFraction) return { ...reading, value: movePoint(value, 2), conversion: 'fraction' };
    return value === text ? reading : { ...reading, conversion: 'decimal' };
  }
  /** What reading the text as this value takes, or would take if the column were read with the other mark. */
  private damageOf(text: string, value: string | undefined): Repaired {
    const comma = this.noted ? readDecimal(text, ',') : undefined;
    if (comma !== undefined && numberRepair(text, ',') === 'decimal-comma') {
      const damage = this.clinic.note('decimal-comma', text, comma, withPoint(text));
      return this.mark === ',' ? this.clinic.repairedBy('decimal-comma', damage) : { damages: [damage] };
    }
    const repair = value === undefined ? undefined : numberRepair(text, this.mark);
    if (value === undefined || repair === undefined) return {};
    return this.clinic.repairedBy(repair, this.clinic.note(repair, text, value, ''));
  }
  protected columnOf(codes: Uint32Array, values: readonly (string | undefined)[]): Column {
    const builder = new DecimalBuilder();
    for (const value of values) builder.push(value ?? '');
    const distinct = builder.finish();
    const wide = new Map<number, string>();
    if (distinct.wide.size > 0) {
      for (const [row, code] of codes.entries()) {
        const text = distinct.wide.get(code);
        if (text !== undefined) wide.set(row, text);
      }
    }
    const units = spread(codes, distinct.units, new Float64Array(codes.length));
    const places = writtenPlaces(values, distinct);
    const written = places && { places: spread(codes, places, new Uint8Array(codes.length)) };
    return { kind: 'decimal', scale: distinct.scale, units, wide, ...written };
  }
  protected chunkOf(codes: Uint32Array, valuesFrom: ValuesFrom<string>): ChunkColumn {
    const builder = new ExactBuilder();
    for (const value of valuesFrom(0)) builder.push(value ?? '');
    return takeExactCells(builder.finish(), codes);
  }
}

/** A number read with the decimal point, as short as it can be written: beside `1.000` its reading `1` cannot be mistaken. */
function withPoint(text: string): string {
  return (readDecimal(text, '.') ?? '').replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '');
}

/** Digits after the point of each value; undefined when all have as many as the column. */
function writtenPlaces(
  values: readonly (string | undefined)[],
  { scale, units }: DecimalColumn,
): Uint8Array | undefined {
  const places = Uint8Array.from(values, (value = '') => {
    const point = value.indexOf('.');
    return point < 0 ? 0 : Math.min(value.length - point - 1, scale);
  });
  return places.some((count, i) => count !== scale && !Number.isNaN(units[i])) ? places : undefined;
}

/** A whole number within reason: an id that slipped into the column would take every sum beyond exact numbers. */
function isCount(decimal: string): boolean {
  return /^\d+(?:\.0*)?$/.test(decimal) && Number(decimal) <= MAX_COUNT;
}

export class DaySink extends Sink<Day> {
  private readonly order: DateOrder | undefined;
  private readonly hasSerials: boolean;
  /** Whether its order, or its day numbers, are something to be told. */
  private readonly noted: boolean;
  constructor(field: Field, clinic: ColumnClinic, { dateOrders, serials, noted }: SheetStyle) {
    super(field, clinic);
    this.order = dateOrders.get(field.name);
    this.hasSerials = serials.has(field.name);
    this.noted = noted.has(field.name);
  }
  protected read(text: string): Reading<Day> {
    if (isNoDate(text) || (this.field.kind === 'day' && isUnknownStart(text))) return this.empty();
    const iso = readIso(text);
    if (iso) {
      const isCut = this.field.tellsChanges === true && !iso.midnight;
      return { value: this.dayOf(iso), evidence: 'written', ...(isCut && { conversion: 'time' }) };
    }
    const serial = readSerial(text);
    if (serial) return this.readSerial(text, serial);
    const evidence = orderEvidence(text);
    const parted = readParted(text, this.order ?? (evidence === 'dmy' ? 'dmy' : 'mdy'));
    const unread = {
      value: undefined,
      problem: 'bad-date',
      evidence: evidence === 'none' ? 'written' : evidence,
    } as const;
    if (!parted) return { ...this.damageOf(text), ...unread };
    return { value: this.dayOf(parted), conversion: 'date-order', evidence, ...this.damageOf(text) };
  }
  /** A date that is another one when the day comes first. */
  private damageOf(text: string): Repaired {
    const [day, month] = this.noted ? [readParted(text, 'dmy'), readParted(text, 'mdy')] : [];
    if (!day || day.day === month?.day) return {};
    const otherwise = month ? this.show(this.dayOf(month)) : '';
    const damage = this.clinic.note('date-order', text, this.show(this.dayOf(day)), otherwise);
    return this.order === 'dmy' ? this.clinic.repairedBy('date-order', damage) : { damages: [damage] };
  }
  protected columnOf(codes: Uint32Array, values: readonly (Day | undefined)[]): DayColumn {
    const days = Int32Array.from(values, (value) => value ?? NO_DAY);
    return { kind: 'day', days: spread(codes, days, new Int32Array(codes.length)) };
  }
  protected chunkOf(codes: Uint32Array, valuesFrom: ValuesFrom<Day>): DayColumn {
    return this.columnOf(codes, valuesFrom(0));
  }
  protected override show(value: Day | undefined): string {
    return value === undefined ? '' : dayToText(value);
  }
  private readSerial(text: string, serial: Instant): Reading<Day> {
    const value = this.dayOf(serial);
    const damage = this.noted ? this.clinic.note('date-serial', text, this.show(value), '') : undefined;
    if (this.hasSerials)
      return {
        value,
        conversion: 'date-serial',
        evidence: 'serial',
        ...(damage && this.clinic.repairedBy('date-serial', damage)),
      };
    return { value: undefined, problem: 'bad-date', evidence: 'serial', ...(damage && { damages: [damage] }) };
  }
  private dayOf(instant: Instant): Day {
    return this.field.kind === 'period-start' && !instant.midnight ? instant.day + 1 : instant.day;
  }
}

class FlagSink extends Sink<boolean> {
  protected read(text: string): Reading<boolean> {
    const word = FLAG_WORDS.get(wordKey(text));
    return word === undefined ? { value: undefined, problem: 'bad-flag' } : { value: word === 'true' };
  }
  protected columnOf(codes: Uint32Array, values: readonly (boolean | undefined)[]): FlagColumn {
    const flags = Uint8Array.from(values, (value) => (value === undefined ? 2 : value ? 1 : 0));
    return { kind: 'flag', flags: spread(codes, flags, new Uint8Array(codes.length)) };
  }
  protected chunkOf(codes: Uint32Array, valuesFrom: ValuesFrom<boolean>): FlagColumn {
    return this.columnOf(codes, valuesFrom(0));
  }
}

/** Writes the value of each row's code into `column`. */
function spread<A extends Float64Array | Int32Array | Uint8Array>(codes: Uint32Array, values: A, column: A): A {
  for (let row = 0; row < codes.length; row++) column[row] = values[codes[row] ?? 0] ?? 0;
  return column;
}

/** The sink for a field. */
export function sinkOf(field: Field, style: SheetStyle, clinic: ColumnClinic): Sink {
  switch (field.kind) {
    case 'text':
      return new TextSink(field, clinic);
    case 'decimal':
    case 'count':
      return new DecimalSink(field, clinic, style);
    case 'day':
    case 'period-start':
    case 'period-end':
      return new DaySink(field, clinic, style);
    case 'month':
      return new MonthSink(field, clinic);
    case 'flag':
      return new FlagSink(field, clinic);
  }
}
