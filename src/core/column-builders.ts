/** Growing columns: importers append cell by cell and take the finished column at the end. */
import type { CountColumn, DayColumn, DecimalColumn, FlagColumn, TextColumn } from './table.ts';
import { NO_DAY } from './table.ts';
import type { Day } from './days.ts';

const FIRST_SIZE = 1024;

/** A typed array that doubles when it is full. */
class Growing<A extends Uint32Array | Int32Array | Uint8Array | Float64Array> {
  length = 0;
  private array: A;
  private readonly make: (size: number) => A;
  constructor(make: (size: number) => A) {
    this.make = make;
    this.array = make(FIRST_SIZE);
  }
  push(value: number): void {
    if (this.length === this.array.length) {
      const bigger = this.make(Math.max(FIRST_SIZE, this.array.length * 2));
      bigger.set(this.array);
      this.array = bigger;
    }
    this.array[this.length++] = value;
  }
  get(index: number): number {
    return this.array[index] ?? NaN;
  }
  finish(): A {
    return this.array.slice(0, this.length) as A;
  }
}

/** Builds a `TextColumn`; equal texts share one dictionary entry. */
export class TextBuilder {
  private readonly codes = new Growing((n) => new Uint32Array(n));
  private readonly codeOf = new Map<string, number>([['', 0]]);
  private readonly values: string[] = [''];

  push(text: string): void {
    let code = this.codeOf.get(text);
    if (code === undefined) {
      code = this.values.length;
      this.codeOf.set(text, code);
      this.values.push(text);
    }
    this.codes.push(code);
  }
  finish(): TextColumn {
    return { kind: 'text', codes: this.codes.finish(), values: this.values };
  }
}

const PLAIN_DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Builds a `DecimalColumn` from canonical decimal texts (`-12.50`, no exponent, no thousands marks); '' is empty. */
export class DecimalBuilder {
  private readonly texts: string[] = [];
  private readonly seen = new Map<string, string>();
  private scale = 0;

  /** Returns false, and appends nothing, when the text is not a canonical decimal. */
  push(text: string): boolean {
    const known = this.seen.get(text);
    if (known !== undefined) {
      this.texts.push(known);
      return true;
    }
    if (text !== '') {
      const match = PLAIN_DECIMAL.exec(text);
      if (!match) return false;
      this.scale = Math.max(this.scale, Math.min(match[3]?.length ?? 0, MAX_SCALE));
    }
    this.seen.set(text, text);
    this.texts.push(text);
    return true;
  }
  finish(): DecimalColumn {
    const units = new Float64Array(this.texts.length);
    const wide = new Map<number, string>();
    for (const [row, text] of this.texts.entries()) {
      const value = text === '' ? NaN : scaledUnits(text, this.scale);
      if (value === undefined) wide.set(row, text);
      units[row] = value ?? NaN;
    }
    return { kind: 'decimal', scale: this.scale, units, wide };
  }
}

/** More digits than this after the point are kept as text in `wide`, so that one odd cell does not widen a column. */
const MAX_SCALE = 6;

function scaledUnits(text: string, scale: number): number | undefined {
  const point = text.indexOf('.');
  const part = point < 0 ? '' : text.slice(point + 1);
  if (part.length > scale) return undefined;
  const units = Number((point < 0 ? text : text.slice(0, point)) + part.padEnd(scale, '0'));
  return Number.isSafeInteger(units) ? units + 0 : undefined;
}

/** Builds a `DayColumn`; undefined is an empty cell. */
export class DayBuilder {
  private readonly days = new Growing((n) => new Int32Array(n));
  push(day: Day | undefined): void {
    this.days.push(day ?? NO_DAY);
  }
  finish(): DayColumn {
    return { kind: 'day', days: this.days.finish() };
  }
}

/** Builds a `FlagColumn`; undefined is an empty cell. */
export class FlagBuilder {
  private readonly flags = new Growing((n) => new Uint8Array(n));
  push(flag: boolean | undefined): void {
    this.flags.push(flag === undefined ? 2 : flag ? 1 : 0);
  }
  finish(): FlagColumn {
    return { kind: 'flag', flags: this.flags.finish() };
  }
}

/** Builds a `CountColumn`. */
export class CountBuilder {
  private readonly counts = new Growing((n) => new Uint32Array(n));
  push(count: number): void {
    this.counts.push(count);
  }
  finish(): CountColumn {
    return { kind: 'count', counts: this.counts.finish() };
  }
}
