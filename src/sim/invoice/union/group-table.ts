/** The licence lines of a month by what they bill, as columns: an object is made of the few that have to be looked at. */
import { idKey, productKey, skuKey } from '../../../core/ids.ts';
import { NO_DAY } from '../../../core/table.ts';
import { signedCodes, TupleIndex } from '../../tuple-index.ts';
import type { InvoiceLines, LineText } from '../model/types.ts';
import type { BilledGroup } from './billed-groups.ts';

const KEYS = ['customerId', 'subscriptionId', 'productId', 'skuId', 'currency', 'pricingCurrency'] as const;
const NO_ROW = -1;

/** Groups are numbered in the order of their first lines. */
export class GroupTable {
  readonly size: number;
  /** Of each group its first line, and how many it has. */
  readonly first: Int32Array;
  readonly counts: Int32Array;
  /** First and last day of the latest term, `NO_DAY` where the file does not say. */
  readonly termStart: Int32Array;
  readonly termEnd: Int32Array;
  private readonly lines: InvoiceLines;
  /** Of each place of a line in `rows` the place of the next one of its group. */
  private readonly next: Int32Array;
  private readonly last: Int32Array;
  private readonly firstPlace: Int32Array;
  private readonly rows: Uint32Array;

  /** @param rows the month's licence lines, but for credits */
  constructor(lines: InvoiceLines, rows: Uint32Array) {
    this.lines = lines;
    this.rows = rows;
    const index = new TupleIndex(
      KEYS.map((name) => signedCodes(lines.texts[name].codes)),
      rows.length,
    );
    this.first = index.first;
    this.counts = new Int32Array(rows.length);
    this.termStart = new Int32Array(rows.length);
    this.termEnd = new Int32Array(rows.length);
    this.next = new Int32Array(rows.length).fill(NO_ROW);
    this.last = new Int32Array(rows.length);
    this.firstPlace = new Int32Array(rows.length);
    for (let place = 0; place < rows.length; place++) this.take(index.add(rows[place] ?? 0), place);
    this.size = index.size;
  }

  private take(group: number, place: number): void {
    const { subscriptionStartDate, subscriptionEndDate } = this.lines.days;
    const row = this.rows[place] ?? 0;
    const start = subscriptionStartDate[row] ?? NO_DAY;
    const count = this.counts[group] ?? 0;
    if (count === 0) this.firstPlace[group] = place;
    else this.next[this.last[group] ?? 0] = place;
    this.last[group] = place;
    this.counts[group] = count + 1;
    if (count > 0 && start <= (this.termStart[group] ?? NO_DAY)) return;
    this.termStart[group] = start;
    this.termEnd[group] = subscriptionEndDate[row] ?? NO_DAY;
  }

  /** The codes of a text that all lines of a group have, by group. */
  codes(name: (typeof KEYS)[number]): Int32Array {
    const { codes } = this.lines.texts[name];
    const found = new Int32Array(this.size);
    for (let group = 0; group < this.size; group++) found[group] = codes[this.first[group] ?? 0] ?? 0;
    return found;
  }

  /** Lines of a group are walked by their places: the first, the one after (-1: there is none), and the line of each. */
  nextPlace(place: number): number {
    return this.next[place] ?? NO_ROW;
  }

  placeOf(group: number): number {
    return this.firstPlace[group] ?? NO_ROW;
  }

  rowAt(place: number): number {
    return this.rows[place] ?? 0;
  }

  rowsOf(group: number): number[] {
    const rows: number[] = [];
    for (let place = this.placeOf(group); place !== NO_ROW; place = this.nextPlace(place)) rows.push(this.rowAt(place));
    return rows;
  }

  at(group: number): BilledGroup {
    const text = (name: LineText & (typeof KEYS)[number]): string =>
      this.lines.texts[name].values[this.lines.texts[name].codes[this.first[group] ?? 0] ?? 0] ?? '';
    const currency = text('currency').toUpperCase();
    return {
      customerId: idKey(text('customerId')),
      subscriptionId: idKey(text('subscriptionId')),
      product: productKey(text('productId')),
      sku: skuKey(text('skuId')),
      currency,
      pricingCurrency: text('pricingCurrency').toUpperCase() || currency,
      termStart: this.termStart[group] ?? NO_DAY,
      termEnd: this.termEnd[group] ?? NO_DAY,
      rows: this.rowsOf(group),
    };
  }
}
