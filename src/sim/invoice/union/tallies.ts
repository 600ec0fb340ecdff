/** Collects what a month's check finds: differences, what agrees, and sums by currency of invoices. */
import { compareCodeUnits } from '../../../core/compare-text.ts';
import type { Month } from '../../../core/days.ts';
import type { Exact } from '../../../core/exact.ts';
import { cutToMinor, type Minor, minorDigits, safeMinor } from '../../../core/money.ts';
import { remember } from '../../remember.ts';
import type { CheckedLines } from '../model/check-lines.ts';
import type { InvoiceLines } from '../model/types.ts';
import type { CurrencyTotals, Difference, MonthCheck } from './types.ts';

type Sums = Record<Exclude<keyof CurrencyTotals, 'currency'>, Minor>;

export class Tallies {
  private readonly byCurrency = new Map<string, Sums>();
  /** The same by the codes of lines. */
  private readonly byCode: Sums[] = [];
  private readonly differences: Difference[] = [];
  private readonly checked: CheckedLines;
  private readonly currencies: readonly string[];
  private readonly currencyCodes: Uint32Array;
  private readonly gate: Exact;
  private readonly gates = new Map<string, Minor>();
  private counts = { billedLines: 0, expectedLines: 0, agreeing: 0, uncoveredLines: 0, belowGate: 0 };

  constructor({ texts }: InvoiceLines, checked: CheckedLines, gate: Exact) {
    this.checked = checked;
    this.currencies = texts.currency.values.map((text) => text.toUpperCase());
    this.currencyCodes = texts.currency.codes;
    this.gate = gate;
  }

  currencyOf(row: number): string {
    return this.currencies[this.currencyCodes[row] ?? 0] ?? '';
  }

  /** Subtotals of lines; a line without one counts nothing. */
  billed(rows: readonly number[]): Minor {
    return safeMinor(rows.reduce((sum, row) => sum + this.subtotalOf(row), 0));
  }

  /** Lines that an expectation was held against, with what their causes leave. */
  compared(
    currency: string,
    of: { readonly rows: readonly number[]; readonly expected: Minor; readonly noise: Minor; readonly agrees: boolean },
  ): void {
    const sums = this.sumsOf(currency);
    const billed = this.billed(of.rows);
    this.counts.billedLines += of.rows.length;
    this.counts.expectedLines++;
    if (of.agrees) this.counts.agreeing += of.rows.length;
    sums.billed = safeMinor(sums.billed + billed);
    sums.expected = safeMinor(sums.expected + of.expected);
    sums.noise = safeMinor(sums.noise + of.noise);
    sums.difference = safeMinor(sums.difference + billed - of.expected);
  }

  /** One line that is what was expected. @param noise what the roundings leave */
  agreed(row: number, noise: Minor): void {
    const sums = this.sumsOfRow(row);
    const billed = this.subtotalOf(row);
    this.counts.billedLines++;
    this.counts.expectedLines++;
    this.counts.agreeing++;
    sums.billed = safeMinor(sums.billed + billed);
    sums.expected = safeMinor(sums.expected + billed - noise);
    sums.noise = safeMinor(sums.noise + noise);
    sums.difference = safeMinor(sums.difference + noise);
  }

  /** Lines that nothing says anything of, but for what they say of themselves. */
  uncovered(row: number, found: Minor): void {
    const sums = this.sumsOfRow(row);
    const billed = this.subtotalOf(row);
    this.counts.billedLines++;
    this.counts.uncoveredLines++;
    sums.billed = safeMinor(sums.billed + billed);
    sums.uncovered = safeMinor(sums.uncovered + billed - found);
    sums.difference = safeMinor(sums.difference + found);
  }

  add(difference: Difference): void {
    if (Math.abs(difference.amount) > this.gateOf(difference.currency)) {
      this.differences.push(difference);
      return;
    }
    const sums = this.sumsOf(difference.currency);
    sums.noise = safeMinor(sums.noise + difference.amount);
    this.counts.belowGate++;
  }

  finish(month: Month): MonthCheck {
    const totals = [...this.byCurrency].map(([currency, sums]) => ({ currency, ...sums }));
    return {
      month,
      ...this.counts,
      differences: this.differences.sort(
        (a, b) => Math.abs(b.amount) - Math.abs(a.amount) || compareCodeUnits(a.key, b.key),
      ),
      totals: totals.sort((a, b) => compareCodeUnits(a.currency, b.currency)),
    };
  }

  private gateOf(currency: string): Minor {
    return remember(this.gates, currency, () => cutToMinor(this.gate, minorDigits(currency)));
  }

  private subtotalOf(row: number): Minor {
    const subtotal = this.checked.subtotal[row] ?? NaN;
    return Number.isNaN(subtotal) ? 0 : subtotal;
  }

  private sumsOfRow(row: number): Sums {
    const code = this.currencyCodes[row] ?? 0;
    return (this.byCode[code] ??= this.sumsOf(this.currencies[code] ?? ''));
  }

  private sumsOf(currency: string): Sums {
    return remember(this.byCurrency, currency, () => ({
      billed: 0,
      expected: 0,
      uncovered: 0,
      difference: 0,
      noise: 0,
    }));
  }
}
