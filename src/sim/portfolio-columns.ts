/** The portfolio's columns as plain typed arrays, the way the engine reads a million rows. */
import type { Exact } from '../core/exact.ts';
import { type Column, NO_DAY, type Table, type TextColumn, exactAt } from '../core/table.ts';

export interface PortfolioColumns {
  readonly seats: Float64Array;
  readonly start: Int32Array;
  readonly termEnd: Int32Array;
  readonly term: Column | undefined;
  readonly customer: TextColumn;
  readonly autoRenew: Uint8Array;
  readonly trial: Uint8Array;
  readonly licenceBased: Uint8Array;
  readonly legacy: Uint8Array;
  readonly status: TextColumn;
  readonly activeCode: Uint8Array;
  readonly action: TextColumn;
  readonly promotionPercent: Column | undefined;
  readonly promotionId: Column | undefined;
  readonly pricePaid: Column | undefined;
  readonly customerPrice: Column | undefined;
}

/** The columns of a portfolio; a missing one is all empty cells. */
export function readColumns(table: Table): PortfolioColumns {
  const column = (name: string): Column | undefined => table.columns.get(name);
  const days = (name: string): Int32Array => {
    const found = column(name);
    return found?.kind === 'day' ? found.days : new Int32Array(table.rows).fill(NO_DAY);
  };
  const flags = (name: string): Uint8Array => {
    const found = column(name);
    return found?.kind === 'flag' ? found.flags : new Uint8Array(table.rows).fill(2);
  };
  const texts = (name: string): TextColumn => {
    const found = column(name);
    return found?.kind === 'text' ? found : { kind: 'text', codes: new Uint32Array(table.rows), values: [''] };
  };
  const status = texts('status');
  return {
    seats: wholeNumbers(column('quantity'), table.rows),
    start: days('commitmentStart'),
    termEnd: days('commitmentEnd'),
    term: column('termDuration'),
    customer: texts('customerId'),
    autoRenew: flags('autoRenew'),
    trial: flags('isTrial'),
    licenceBased: flags('licenceBased'),
    legacy: flags('legacyInstruction'),
    status,
    activeCode: Uint8Array.from(status.values, (value) => (value === '' || value.toLowerCase() === 'active' ? 1 : 0)),
    action: texts('scheduledAction'),
    promotionPercent: column('promotionPercent'),
    promotionId: column('promotionId'),
    pricePaid: column('pricePaid'),
    customerPrice: column('customerPrice'),
  };
}

function wholeNumbers(column: Column | undefined, rows: number): Float64Array {
  if (column?.kind !== 'decimal') return new Float64Array(rows);
  const factor = 10 ** column.scale;
  return factor === 1 ? column.units : column.units.map((units) => Math.trunc(units / factor));
}

/** Exact prices by code; code 0 is an empty cell. Equal prices share one value, so that figures can be remembered. */
export class PriceCodes {
  readonly codes: Uint32Array;
  private readonly values: (Exact | undefined)[] = [undefined];

  constructor(column: Column | undefined, rows: number) {
    this.codes = new Uint32Array(rows);
    if (column?.kind !== 'decimal') return;
    const codeOf = new Map<number | string, number>();
    for (let row = 0; row < rows; row++) {
      const units = column.units[row] ?? NaN;
      const key = Number.isNaN(units) ? column.wide.get(row) : units;
      if (key === undefined) continue;
      let code = codeOf.get(key);
      if (code === undefined) {
        code = this.values.push(exactAt(column, row)) - 1;
        codeOf.set(key, code);
      }
      this.codes[row] = code;
    }
  }

  at(row: number): Exact | undefined {
    return this.values[this.codes[row] ?? 0];
  }

  /** The prices of codes 1, 2, … */
  distinct(): readonly Exact[] {
    return this.values.flatMap((value) => (value ? [value] : []));
  }
}

/** What a seat costs by the price in the subscription's row (`paid`) or by a reconciliation line (`billed`). */
export interface Paid {
  readonly source: 'paid' | 'billed';
  /** Cost per seat and month. */
  readonly unit: Exact;
}

/** The price paid of each row, the row's own before the reconciliation line's; code 0 is none. */
export class PaidCodes {
  readonly codes: Uint32Array;
  private readonly values: (Paid | undefined)[] = [undefined];

  constructor(own: PriceCodes, billed: ReadonlyMap<number, { readonly unit: Exact }>, rows: number) {
    this.codes = own.codes;
    for (const unit of own.distinct()) this.values.push({ source: 'paid', unit });
    if (billed.size === 0) return;
    this.codes = own.codes.slice(0, rows);
    const codeOf = new Map<string, number>();
    for (const [row, { unit }] of billed) {
      if (this.codes[row] !== 0) continue;
      const key = `${String(unit.n)}/${String(unit.d)}`;
      const code = codeOf.get(key) ?? this.values.push({ source: 'billed', unit }) - 1;
      codeOf.set(key, code);
      this.codes[row] = code;
    }
  }

  at(row: number): Paid | undefined {
    return this.values[this.codes[row] ?? 0];
  }
}
