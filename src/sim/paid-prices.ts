/**
 * What was paid for a seat: (a) the price in the subscription's own row, (b) the newest reconciliation line of the
 * subscription that charges a whole cycle, divided by its months (spec §2 *current*). Lines are matched by subscription id,
 * else by a unique customer, product, SKU and term; a line that fits nothing, or several, is listed and not used.
 */
import { compareCodeUnits } from '../core/compare-text.ts';
import type { Day } from '../core/days.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { type Exact, add, divide, fraction } from '../core/exact.ts';
import { idKey } from '../core/ids.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import { type Table, dayAt, textAt } from '../core/table.ts';
import { type BilledLine, billedLines, isOtherPart, termKey, termKeyOfLine } from './billed-lines.ts';

export { RECONCILIATION_COLUMNS_FOR_PRICES } from './billed-lines.ts';

/** A price that reconciliation lines give. */
export interface BilledPrice {
  /** Cost per seat and month. */
  readonly unit: Exact;
  /** The line that gives it; several when the cycle was charged in parts. */
  readonly lines: readonly BilledLine[];
  /** The line names another subscription id, and its customer, product, SKU and term fit only this subscription. */
  readonly byTerm: boolean;
}

export interface BilledPrices {
  /** By row of the portfolio. */
  readonly at: ReadonlyMap<number, BilledPrice>;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The price of every subscription that a reconciliation line bills.
 * @param startOf first day of a row's commitment
 * @param isLicence whether a line's product and SKU are offers of a price list: others (Azure, software) are not listed
 */
export function readBilledPrices(
  datasets: readonly Dataset[],
  portfolio: Table,
  startOf: (row: number) => Day,
  isLicence: (productId: string, skuId: string) => boolean,
): BilledPrices {
  const sources = datasets.filter(({ kind }) => kind === 'reconciliation');
  if (sources.length === 0) return { at: new Map(), diagnostics: [] };
  const matcher = new Matcher(portfolio, startOf);
  for (const dataset of sources) {
    for (const line of billedLines(dataset)) matcher.add(line);
  }
  return matcher.finish(isLicence);
}

/** The lines of one subscription of the files while they are read: the newest, with its other parts. */
interface Newest {
  lines: readonly [BilledLine, ...BilledLine[]];
}

class Matcher {
  private readonly portfolio: Table;
  private readonly startOf: (row: number) => Day;
  private readonly rowOfId = new Map<string, number>();
  private readonly newest = new Map<string, Newest>();
  private readonly diagnostics: Diagnostic[] = [];
  private readonly at = new Map<number, BilledPrice>();
  private readonly byId = new Set<number>();

  constructor(portfolio: Table, startOf: (row: number) => Day) {
    this.portfolio = portfolio;
    this.startOf = startOf;
    const ids = portfolio.columns.get('subscriptionId');
    for (let row = 0; row < portfolio.rows; row++) this.rowOfId.set(idKey(textAt(ids, row)), row);
  }

  /**
   * Lines in import order: the latest charge start counts, on a tie the higher invoice number (an unbilled line has none),
   * then the later line. Lines of another id are kept by id and term, for a term ends when the next one begins.
   */
  add(line: BilledLine): void {
    const key = this.rowOfId.has(line.subscriptionId)
      ? line.subscriptionId
      : `${line.subscriptionId}|${termKeyOfLine(line) ?? ''}`;
    const known = this.newest.get(key);
    if (!known) {
      this.newest.set(key, { lines: [line] });
      return;
    }
    const [first] = known.lines;
    const order = line.start - first.start || compareCodeUnits(line.invoice, first.invoice);
    if (order < 0) return;
    const isPart = order === 0 && known.lines.every((other) => isOtherPart(other, line));
    known.lines = isPart ? [...known.lines, line] : [line];
  }

  finish(isLicence: (productId: string, skuId: string) => boolean): BilledPrices {
    const strangers: Newest[] = [];
    for (const found of this.newest.values()) {
      const row = this.rowOfId.get(found.lines[0].subscriptionId);
      if (row === undefined) {
        strangers.push(found);
        continue;
      }
      this.byId.add(row);
      this.take(row, found, false);
    }
    if (strangers.length > 0) this.matchByTerm(strangers, isLicence);
    return { at: this.at, diagnostics: this.diagnostics };
  }

  private matchByTerm(strangers: readonly Newest[], isLicence: (productId: string, skuId: string) => boolean): void {
    const rowsOf = this.rowsByTerm();
    const claims = new Map<string, number>();
    for (const { lines } of strangers) {
      const key = termKeyOfLine(lines[0]);
      if (key !== undefined) claims.set(key, (claims.get(key) ?? 0) + 1);
    }
    for (const found of strangers) {
      const [line] = found.lines;
      const key = termKeyOfLine(line);
      const rows = (key === undefined ? undefined : rowsOf.get(key)) ?? [];
      const [row] = rows;
      if (row === undefined || rows.every((other) => this.byId.has(other))) {
        if (isLicence(textIn(line, 'productId'), textIn(line, 'skuId'))) this.list('billed-unmatched', line);
      } else if (rows.length > 1 || (key !== undefined && (claims.get(key) ?? 0) > 1)) {
        this.list('billed-ambiguous', line);
      } else this.take(row, found, true);
    }
  }

  private rowsByTerm(): ReadonlyMap<string, readonly number[]> {
    const column = (name: string): Parameters<typeof textAt>[0] => this.portfolio.columns.get(name);
    const [customers, products, skus] = [column('customerId'), column('productId'), column('skuId')];
    const rows = new Map<string, number[]>();
    for (let row = 0; row < this.portfolio.rows; row++) {
      const end = dayAt(column('commitmentEnd'), row);
      const ids = [textAt(customers, row), textAt(products, row), textAt(skus, row)] as const;
      const key = termKey(...ids, this.startOf(row), end);
      if (key === undefined) continue;
      const known = rows.get(key);
      if (known) known.push(row);
      else rows.set(key, [row]);
    }
    return rows;
  }

  /** A price in another currency than the subscription's says nothing about it, and is not converted. */
  private take(row: number, { lines }: Newest, byTerm: boolean): void {
    const [line] = lines;
    const own = textAt(this.portfolio.columns.get('currency'), row);
    const other = [line.currency, line.billingCurrency].find((currency) => currency !== '' && currency !== own);
    if (other !== undefined) {
      this.list('billed-other-currency', line, { currency: other, own });
      return;
    }
    const price = lines.map((part) => part.price).reduce(add);
    this.at.set(row, { unit: divide(price, fraction(line.months)), lines, byTerm });
  }

  private list(
    code: 'billed-unmatched' | 'billed-ambiguous' | 'billed-other-currency',
    line: BilledLine,
    more: Readonly<Record<string, string>> = {},
  ): void {
    const id = textIn(line, 'subscriptionId');
    const place = { file: line.dataset.file, ...(line.line === undefined ? {} : { row: line.line }), text: id };
    const severity = code === 'billed-unmatched' ? 'info' : 'warning';
    this.diagnostics.push(diagnose(severity, code, place, { id, ...more }));
  }
}

function textIn({ dataset, row }: BilledLine, name: string): string {
  return textAt(dataset.table.columns.get(name), row);
}
