/**
 * The portfolio: all subscription datasets as one table, with names from the customers and with segment, market and
 * currency filled from the answers and the price lists where a file leaves them empty (spec §12).
 */
import { idKey } from '../core/ids.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { SUBSCRIPTION_COLUMNS } from '../core/schema/columns.ts';
import type { Dataset, DatasetDefaults } from '../core/schema/dataset.ts';
import { type Column, SOURCE_ROW, type Table, type TextColumn, countAt, takeRows, textAt } from '../core/table.ts';
import { concatTables } from './concat.ts';
import { type Choice, MarketIndex } from './market-index.ts';
import type { Offer } from './price-rows.ts';

export interface Portfolio {
  /** Columns of `SUBSCRIPTION_COLUMNS` plus `SOURCE_ROW`. */
  readonly table: Table;
  /** Position of each row's dataset in `datasets`. */
  readonly datasetOf: Uint16Array;
  readonly datasets: readonly Dataset[];
  readonly diagnostics: readonly Diagnostic[];
  /** What the lists leave open and the user has to say, by column and dataset. */
  readonly questions: readonly PortfolioQuestion[];
}

/** Rows of one dataset whose segment, market or currency no file tells. */
export interface PortfolioQuestion {
  readonly datasetId: string;
  readonly file: string;
  readonly column: keyof DatasetDefaults;
  readonly rows: number;
  /** What the price lists offer. */
  readonly choices: readonly string[];
}

/** Builds the portfolio from all subscription datasets and the offers of the price lists. */
export function readPortfolio(datasets: readonly Dataset[], offers: ReadonlyMap<string, Offer>): Portfolio {
  const sources = datasets.filter(({ kind }) => kind === 'subscriptions' || kind === 'portfolio');
  const kinds = { ...SUBSCRIPTION_COLUMNS, [SOURCE_ROW]: 'count' } as const;
  const all = concatTables(
    sources.map(({ table }) => table),
    kinds,
  );
  const datasetOf = new Uint16Array(all.rows);
  let offset = 0;
  for (const [index, { table }] of sources.entries()) {
    datasetOf.fill(index, offset, offset + table.rows);
    offset += table.rows;
  }
  const draft = new Draft(all, datasetOf, sources);
  draft.nameCustomers(customerNames(datasets));
  draft.fillCells(new MarketIndex(offers));
  draft.dropReplaced();
  return draft.finish();
}

function customerNames(datasets: readonly Dataset[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { kind, table } of datasets) {
    if (kind !== 'customers') continue;
    const ids = table.columns.get('customerId');
    const texts = table.columns.get('customerName');
    for (let row = 0; row < table.rows; row++) names.set(idKey(textAt(ids, row)), textAt(texts, row));
  }
  return names;
}

/** A text column that can be written to; the dictionary grows. */
class TextCells {
  readonly codes: Uint32Array;
  readonly values: string[];
  private readonly codeOf = new Map<string, number>();

  constructor(column: Column | undefined, rows: number) {
    this.codes = column?.kind === 'text' ? column.codes.slice() : new Uint32Array(rows);
    this.values = column?.kind === 'text' ? [...column.values] : [''];
    for (const [code, value] of this.values.entries()) this.codeOf.set(value, code);
  }
  at(row: number): string {
    return this.values[this.codes[row] ?? 0] ?? '';
  }
  set(row: number, text: string): void {
    let code = this.codeOf.get(text);
    if (code === undefined) {
      code = this.values.push(text) - 1;
      this.codeOf.set(text, code);
    }
    this.codes[row] = code;
  }
  finish(): TextColumn {
    return { kind: 'text', codes: this.codes, values: this.values };
  }
}

const FILLED = ['customerId', 'customerName', 'segment', 'market', 'currency'] as const;
type Filled = (typeof FILLED)[number];

/** The table while its empty cells are being filled. */
class Draft {
  private readonly cells: Readonly<Record<Filled, TextCells>>;
  private readonly diagnostics: Diagnostic[] = [];
  private readonly open = new Map<string, PortfolioQuestion>();
  /** Rows that stay; rows that nobody can place leave with a diagnostic. */
  private readonly keep: Uint8Array;
  private readonly table: Table;
  private readonly datasetOf: Uint16Array;
  private readonly datasets: readonly Dataset[];

  constructor(table: Table, datasetOf: Uint16Array, datasets: readonly Dataset[]) {
    this.table = table;
    this.datasetOf = datasetOf;
    this.datasets = datasets;
    this.keep = new Uint8Array(table.rows).fill(1);
    const cells = (name: Filled): TextCells => new TextCells(table.columns.get(name), table.rows);
    this.cells = {
      customerId: cells('customerId'),
      customerName: cells('customerName'),
      segment: cells('segment'),
      market: cells('market'),
      currency: cells('currency'),
    };
  }

  nameCustomers(names: ReadonlyMap<string, string>): void {
    const { customerId, customerName } = this.cells;
    for (let row = 0; row < this.table.rows; row++) {
      const fallback = this.datasetOfRow(row)?.defaults?.customerId;
      if (customerId.codes[row] === 0 && fallback) customerId.set(row, fallback);
      if (customerName.codes[row] !== 0 || names.size === 0) continue;
      const name = names.get(idKey(customerId.at(row)));
      if (name) customerName.set(row, name);
    }
  }

  fillCells(markets: MarketIndex): void {
    const { market, currency, segment } = this.cells;
    const products = this.table.columns.get('productId');
    const skus = this.table.columns.get('skuId');
    for (let row = 0; row < this.table.rows; row++) {
      if (market.codes[row] && currency.codes[row] && segment.codes[row]) continue;
      const defaults = this.datasetOfRow(row)?.defaults ?? {};
      const pair = markets.choosePair(market.at(row) || defaults.market, currency.at(row) || defaults.currency);
      if (!this.settle(row, 'market', pair.market) || !this.settle(row, 'currency', pair.currency)) continue;
      const sku = { productId: textAt(products, row), skuId: textAt(skus, row) };
      const known = segment.at(row) || defaults.segment;
      const choice = known
        ? { value: known, choices: [] }
        : markets.chooseSegment(sku, market.at(row), currency.at(row));
      this.settle(row, 'segment', choice);
    }
  }

  private settle(row: number, column: 'segment' | 'market' | 'currency', choice: Choice): boolean {
    if (choice.value !== undefined) {
      if (this.cells[column].at(row) !== choice.value) this.cells[column].set(row, choice.value);
      return true;
    }
    this.keep[row] = 0;
    const dataset = this.datasetOfRow(row);
    const file = dataset?.file ?? '';
    const line = countAt(this.table.columns.get(SOURCE_ROW), row);
    const choices = choice.choices.join(', ');
    const place = { file, column, ...(line === undefined ? {} : { row: line }) };
    this.diagnostics.push(diagnose('error', 'cell-undecided', place, { column, choices }));
    const key = `${dataset?.id ?? ''}|${column}`;
    const before = this.open.get(key);
    this.open.set(key, {
      datasetId: dataset?.id ?? '',
      file,
      column,
      rows: (before?.rows ?? 0) + 1,
      choices: [...new Set([...(before?.choices ?? []), ...choice.choices])].sort(),
    });
    return false;
  }

  /** The same subscription in two files: the later import counts, so that a newer export replaces an older one. */
  dropReplaced(): void {
    if (this.datasets.length < 2) return;
    const ids = this.table.columns.get('subscriptionId');
    const seen = new Map<string, number>();
    for (let row = 0; row < this.table.rows; row++) {
      const id = textAt(ids, row);
      const earlier = seen.get(idKey(id));
      seen.set(idKey(id), row);
      if (earlier === undefined) continue;
      this.keep[earlier] = 0;
      const place = { file: this.datasetOfRow(earlier)?.file ?? '', text: id };
      const other = this.datasetOfRow(row)?.file ?? '';
      this.diagnostics.push(diagnose('info', 'subscription-replaced', place, { id, other }));
    }
  }

  finish(): Portfolio {
    const columns = new Map(this.table.columns);
    for (const name of FILLED) columns.set(name, this.cells[name].finish());
    const questions = [...this.open.values()];
    const { datasets, diagnostics } = this;
    const full = { rows: this.table.rows, columns };
    if (!this.keep.includes(0)) return { table: full, datasetOf: this.datasetOf, datasets, diagnostics, questions };
    const rows = Uint32Array.from(this.keep.keys()).filter((row) => this.keep[row] === 1);
    const datasetOf = new Uint16Array(rows.length);
    for (const [to, from] of rows.entries()) datasetOf[to] = this.datasetOf[from] ?? 0;
    return { table: takeRows(full, rows), datasetOf, datasets, diagnostics, questions };
  }

  private datasetOfRow(row: number): Dataset | undefined {
    return this.datasets[this.datasetOf[row] ?? 0];
  }
}
