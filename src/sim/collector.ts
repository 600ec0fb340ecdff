/** Gathers the result rows of a simulation into typed columns. */
import type { Month } from '../core/days.ts';
import type { Exact } from '../core/exact.ts';
import { type Column, NO_DAY, type Table, takeCells } from '../core/table.ts';
import { type Figures, figureTexts } from './figures.ts';
import type { Assessment, Model } from './model.ts';
import { notesText } from './notes.ts';
import { VERDICT_LIST } from './outcomes.ts';
import { inner, remember } from './remember.ts';
import { AMOUNTS, type Amount, PORTFOLIO_COLUMNS } from './types.ts';

/** A dictionary that grows while codes are handed out. */
class Interner {
  readonly values: string[] = [''];
  private readonly codeOf = new Map<string, number>([['', 0]]);
  code(text: string): number {
    let code = this.codeOf.get(text);
    if (code === undefined) {
      code = this.values.push(text) - 1;
      this.codeOf.set(text, code);
    }
    return code;
  }
}

const UNIT_COLUMNS = [
  'currentUnit',
  'estUnit',
  'renewUnit',
  'cliffPromotion',
  'cliffListMove',
  'cliffCommitment',
  'cliffEstUplift',
  'cliffCurrency',
] as const;

/** The sums over a row's cycles, in the order of `AMOUNTS`, and the months they lie in. */
export interface RowExposure {
  readonly totals: Float64Array;
  readonly firstMonth: Month;
  readonly lastMonth: Month;
}

/** Result columns while they are being filled; `capacity` rows at most. */
export class Collector {
  private readonly columns: readonly Float64Array[];
  private length = 0;
  private readonly model: Model;
  private readonly row: Uint32Array;
  private readonly estFrom: Int32Array;
  private readonly estTo: Int32Array;
  private readonly firstMonth: Uint32Array;
  private readonly lastMonth: Uint32Array;
  private readonly verdict: Uint8Array;
  private readonly exposed: Uint8Array;
  private readonly notes: Uint16Array;
  private readonly source: Uint32Array;
  private readonly units: readonly Uint32Array[];
  private readonly texts = UNIT_COLUMNS.map(() => new Interner());
  private readonly sources = new Interner();
  private readonly unitCodes = new Map<Figures, Map<Exact, readonly number[]>>();

  constructor(model: Model, capacity: number) {
    this.model = model;
    this.columns = AMOUNTS.map(() => new Float64Array(capacity));
    this.row = new Uint32Array(capacity);
    this.estFrom = new Int32Array(capacity).fill(NO_DAY);
    this.estTo = new Int32Array(capacity).fill(NO_DAY);
    this.firstMonth = new Uint32Array(capacity);
    this.lastMonth = new Uint32Array(capacity);
    this.verdict = new Uint8Array(capacity);
    this.exposed = new Uint8Array(capacity);
    this.notes = new Uint16Array(capacity);
    this.source = new Uint32Array(capacity);
    this.units = UNIT_COLUMNS.map(() => new Uint32Array(capacity));
  }

  /** Adds a row; what `exposure` holds counts only for a row that is exposed. */
  push(assessed: Assessment, notes: number, exposure: RowExposure): void {
    const at = this.length++;
    const { subscription, figures, span } = assessed;
    this.row[at] = subscription.row;
    this.verdict[at] = assessed.verdict.code;
    this.notes[at] = notes;
    this.source[at] = this.sources.code(figures.est.source);
    const codes = this.codesOf(figures, assessed.renew);
    for (let index = 0; index < codes.length; index++) {
      const column = this.units[index];
      if (column) column[at] = codes[index] ?? 0;
    }
    if (!span) return;
    this.exposed[at] = 1;
    this.estFrom[at] = span.start;
    this.estTo[at] = span.stop;
    this.firstMonth[at] = exposure.firstMonth;
    this.lastMonth[at] = exposure.lastMonth;
    for (let slot = 0; slot < exposure.totals.length; slot++) {
      const column = this.columns[slot];
      if (column) column[at] = exposure.totals[slot] ?? 0;
    }
  }

  private codesOf(figures: Figures, renew: Exact): readonly number[] {
    return remember(inner(this.unitCodes, figures), renew, () => {
      const t = figureTexts(figures, renew);
      const texts = [t.current, t.est, t.renew, t.promotion, t.listMove, t.commitment, t.estUplift, t.currency];
      return texts.map((text, index) => this.texts[index]?.code(text) ?? 0);
    });
  }

  /** The finished columns. They are views on the buffers that were filled: nothing is copied. */
  finish(): { table: Table; amounts: Readonly<Record<Amount, Float64Array>> } {
    const rows = this.length;
    const row = this.row.subarray(0, rows);
    const columns = new Map<string, Column>([['row', { kind: 'count', counts: row }]]);
    this.addPortfolioColumns(columns, row);
    columns.set('product', this.productColumn(row));
    columns.set('estFrom', { kind: 'day', days: this.estFrom.subarray(0, rows) });
    columns.set('estTo', { kind: 'day', days: this.estTo.subarray(0, rows) });
    columns.set('firstMonth', { kind: 'count', counts: this.firstMonth.subarray(0, rows) });
    columns.set('lastMonth', { kind: 'count', counts: this.lastMonth.subarray(0, rows) });
    columns.set('exposed', { kind: 'flag', flags: this.exposed.subarray(0, rows) });
    const verdicts = this.verdict.subarray(0, rows);
    columns.set(
      'outcome',
      textColumn(verdicts, (code) => VERDICT_LIST[code]?.outcome ?? ''),
    );
    columns.set(
      'rule',
      textColumn(verdicts, (code) => VERDICT_LIST[code]?.rule ?? ''),
    );
    columns.set('estSource', { kind: 'text', codes: this.source.subarray(0, rows), values: this.sources.values });
    for (const [index, name] of UNIT_COLUMNS.entries()) {
      const codes = this.units[index]?.subarray(0, rows) ?? new Uint32Array(rows);
      columns.set(name, { kind: 'text', codes, values: this.texts[index]?.values ?? [''] });
    }
    columns.set('notes', textColumn(this.notes.subarray(0, rows), notesText));
    const amounts = Object.fromEntries(AMOUNTS.map((name, slot) => [name, this.columns[slot]?.subarray(0, rows)]));
    return { table: { rows, columns }, amounts: amounts as Record<Amount, Float64Array> };
  }

  /** When every row of the portfolio is here, its columns are shared instead of copied. */
  private addPortfolioColumns(columns: Map<string, Column>, row: Uint32Array): void {
    const { table } = this.model.book.portfolio;
    for (const [name, source] of Object.entries(PORTFOLIO_COLUMNS)) {
      const column = table.columns.get(source);
      if (column) columns.set(name, row.length === table.rows ? column : takeCells(column, row));
    }
  }

  /** The name of the offer as the file has it, else the title in the price list. */
  private productColumn(row: Uint32Array): Column {
    const names = this.model.book.portfolio.table.columns.get('offerName');
    const interner = new Interner();
    const codeOf = names?.kind === 'text' ? names.values.map((name) => interner.code(name)) : [];
    const codes = new Uint32Array(row.length);
    for (let at = 0; at < row.length; at++) {
      const source = row[at] ?? 0;
      const named = names?.kind === 'text' ? (codeOf[names.codes[source] ?? 0] ?? 0) : 0;
      codes[at] = named || interner.code(this.model.book.subscription(source).sale.offer?.title ?? '');
    }
    return { kind: 'text', codes, values: interner.values };
  }
}

/** Small integers as a column of the texts that they stand for. */
function textColumn(numbers: Uint8Array | Uint16Array, textOf: (number: number) => string): Column {
  const interner = new Interner();
  const known = new Map<number, number>();
  const codes = new Uint32Array(numbers.length);
  for (let row = 0; row < numbers.length; row++) {
    const number = numbers[row] ?? 0;
    codes[row] = remember(known, number, () => interner.code(textOf(number)));
  }
  return { kind: 'text', codes, values: interner.values };
}
