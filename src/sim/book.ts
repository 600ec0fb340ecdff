/** Everything a simulation reads that no scenario changes: offers, promotions and the portfolio as typed arrays. */
import { type Day, addMonths, termMonths } from '../core/days.ts';
import type { Diagnostic } from '../core/diagnostics.ts';
import { type Exact, divide, fraction } from '../core/exact.ts';
import { idKey, productKey, skuKey } from '../core/ids.ts';
import { type Column, NO_DAY, exactAt, textAt } from '../core/table.ts';
import { FxRates } from './fx-rates.ts';
import { readAction } from './outcomes.ts';
import { type BilledPrice, readBilledPrices } from './paid-prices.ts';
import { type Paid, PaidCodes, type PortfolioColumns, PriceCodes, readColumns } from './portfolio-columns.ts';
import { type Portfolio, readPortfolio } from './portfolio.ts';
import { type Offer, type TermPlan, offerKey, readOffers, termPlan } from './price-rows.ts';
import { NO_SHARE, Promotions } from './promotions.ts';
import type { Action } from './outcomes.ts';
import type { FxRate } from '../core/scenario/scenario.ts';
import type { Dataset } from '../core/schema/dataset.ts';
import type { EngineInputs } from './types.ts';

/** A SKU bought on a term and plan. */
export interface Sale {
  /** Undefined when no list holds the product and SKU. */
  readonly offer: Offer | undefined;
  readonly plan: TermPlan;
}

/** What is known of a subscription's promotion. */
export interface KnownShare {
  /** Share off the price; undefined: nothing is known. */
  readonly share: Exact | undefined;
  /** An id was given that no imported promotion fits. */
  readonly unmatched: boolean;
  /** Id by which the promotion may still be open at the renewal; empty when only a percent is known. */
  readonly promotionId: string;
}

/** One row of the portfolio as the engine reads it. */
export interface Subscription {
  readonly row: number;
  readonly sale: Sale;
  readonly saleIndex: number;
  readonly seats: number;
  readonly commitmentStart: Day;
  readonly termEnd: Day;
  readonly active: boolean;
  readonly trial: boolean;
  readonly licenceBased: boolean;
  readonly autoRenew: boolean;
  readonly legacyInstruction: boolean;
  readonly action: Action;
  readonly share: KnownShare;
  readonly shareIndex: number;
  /** What was paid to Microsoft: sources (a) and (b) of the spec; equal prices of one source share a value. */
  readonly paid: Paid | undefined;
  readonly paidIndex: number;
  readonly customerPrice: Exact | undefined;
  readonly customerPriceIndex: number;
  /** Position of the customer in `Book.customers`. */
  readonly customerIndex: number;
}

export interface Book {
  readonly offers: ReadonlyMap<string, Offer>;
  readonly promotions: Promotions;
  readonly portfolio: Portfolio;
  readonly rows: number;
  readonly sales: readonly Sale[];
  /** Currency of each row, as a code into `currencies`. */
  readonly currencyOf: Uint16Array;
  readonly currencies: readonly string[];
  /** Customer ids as they are matched. */
  readonly customers: readonly string[];
  /** What reconciliation lines say of subscriptions, by row; also where the row itself gives a price paid. */
  readonly billed: ReadonlyMap<number, BilledPrice>;
  readonly diagnostics: readonly Diagnostic[];
  /** The imported exchange rates, behind a scenario's own. */
  fxRates(own: readonly FxRate[]): FxRates;
  subscription(row: number): Subscription;
  /** Seats of a row; undefined: it is not active. */
  activeSeats(row: number): number | undefined;
  /** First day of a row's term, `NO_DAY` where the file does not say. */
  startOf(row: number): Day;
  /** The same book with another portfolio of the same rows. */
  withPortfolio(portfolio: Portfolio): Book;
}

/** Reads the datasets once; simulations of any scenario and window then run on the book. */
export function prepareBook({ datasets }: EngineInputs): Book {
  const offers = readOffers(datasets);
  const portfolio = readPortfolio(datasets, offers);
  return new PreparedBook({ offers, promotions: new Promotions(datasets), datasets }, portfolio);
}

/** What a book is made from besides the portfolio. */
interface BookSources {
  readonly offers: ReadonlyMap<string, Offer>;
  readonly promotions: Promotions;
  readonly datasets: readonly Dataset[];
}

/** Rows of a book whose subscriptions are kept once they are read: 20 MB. */
const MOST_KEPT = 150_000;

class PreparedBook implements Book {
  readonly rows: number;
  readonly sales: Sale[] = [];
  readonly currencyOf: Uint16Array;
  readonly currencies: string[] = [];
  readonly diagnostics: readonly Diagnostic[];
  readonly offers: ReadonlyMap<string, Offer>;
  readonly portfolio: Portfolio;
  readonly promotions: Promotions;
  private readonly sources: BookSources;
  private readonly columns: PortfolioColumns;
  private readonly saleOf: Int32Array;
  private readonly shares: KnownShare[] = [];
  private readonly shareOf: Int32Array;
  private readonly actions: readonly Action[];
  readonly customers: readonly string[];
  readonly billed: ReadonlyMap<number, BilledPrice>;
  private readonly pricesPaid: PaidCodes;
  private readonly customerPrices: PriceCodes;
  /** As they were read, in books that are not too large for it. */
  private readonly subscriptions: Subscription[] = [];

  constructor(sources: BookSources, portfolio: Portfolio) {
    const { offers, promotions, datasets } = sources;
    this.sources = sources;
    this.offers = offers;
    this.portfolio = portfolio;
    this.promotions = promotions;
    const { table } = portfolio;
    this.rows = table.rows;
    this.columns = readColumns(table);
    this.currencyOf = new Uint16Array(this.rows);
    this.saleOf = new Int32Array(this.rows);
    this.shareOf = new Int32Array(this.rows);
    this.actions = this.columns.action.values.map(readAction);
    this.customers = this.columns.customer.values.map(idKey);
    const skus = licenceSkus(offers);
    const billed = readBilledPrices(datasets, table, (row) => this.startOf(row), skus);
    this.billed = billed.at;
    this.diagnostics = [...portfolio.diagnostics, ...billed.diagnostics];
    this.pricesPaid = new PaidCodes(new PriceCodes(this.columns.pricePaid, this.rows), billed.at, this.rows);
    this.customerPrices = new PriceCodes(this.columns.customerPrice, this.rows);
    this.indexSales();
    this.indexCurrencies();
    this.indexShares();
  }

  subscription(row: number): Subscription {
    if (this.rows > MOST_KEPT) return this.readSubscription(row);
    return (this.subscriptions[row] ??= this.readSubscription(row));
  }

  activeSeats(row: number): number | undefined {
    const { activeCode, status, seats } = this.columns;
    return activeCode[status.codes[row] ?? 0] === 1 ? (seats[row] ?? 0) : undefined;
  }

  private readSubscription(row: number): Subscription {
    const { columns: c } = this;
    const saleIndex = this.saleOf[row] ?? 0;
    const shareIndex = this.shareOf[row] ?? 0;
    const sale = this.sales[saleIndex];
    const share = this.shares[shareIndex];
    if (!sale || !share) throw new Error(`INTERNAL: no row ${String(row)} in the portfolio`);
    return {
      row,
      sale,
      saleIndex,
      seats: c.seats[row] ?? 0,
      commitmentStart: this.startOf(row),
      termEnd: c.termEnd[row] ?? NO_DAY,
      active: c.activeCode[c.status.codes[row] ?? 0] === 1,
      trial: c.trial[row] === 1,
      licenceBased: c.licenceBased[row] !== 0,
      autoRenew: c.autoRenew[row] !== 0,
      legacyInstruction: c.legacy[row] === 1,
      action: this.actions[c.action.codes[row] ?? 0] ?? 'none',
      share,
      shareIndex,
      paid: this.pricesPaid.at(row),
      paidIndex: this.pricesPaid.codes[row] ?? 0,
      customerPrice: this.customerPrices.at(row),
      customerPriceIndex: this.customerPrices.codes[row] ?? 0,
      customerIndex: c.customer.codes[row] ?? 0,
    };
  }

  fxRates(own: readonly FxRate[]): FxRates {
    return new FxRates(this.sources.datasets, own);
  }

  withPortfolio(portfolio: Portfolio): Book {
    return new PreparedBook(this.sources, portfolio);
  }

  /** A file without a start: the day after the term end less the term (spec §12). */
  startOf(row: number): Day {
    const { start, termEnd, term } = this.columns;
    const day = start[row] ?? NO_DAY;
    if (day !== NO_DAY) return day;
    const months = termMonths(textAt(term, row));
    return months === undefined ? NO_DAY : addMonths((termEnd[row] ?? 0) + 1, -months);
  }

  private indexSales(): void {
    const column = (name: string): Column | undefined => this.portfolio.table.columns.get(name);
    const names = ['productId', 'skuId', 'segment', 'market', 'currency', 'termDuration', 'billingPlan'] as const;
    const cells = names.map((name) => column(name));
    const indexOf = new Map<string, number>();
    for (let row = 0; row < this.rows; row++) {
      let key = '';
      for (const cell of cells) key += `${String(cell?.kind === 'text' ? cell.codes[row] : 0)},`;
      let index = indexOf.get(key);
      if (index === undefined) {
        const [productId = '', skuId = '', segment = '', market = '', currency = '', term = '', plan = ''] = cells.map(
          (cell) => textAt(cell, row),
        );
        index = this.sales.length;
        indexOf.set(key, index);
        const offer = this.findOffer({ productId, skuId, segment, market, currency });
        this.sales.push({ offer, plan: termPlan(term, plan) });
      }
      this.saleOf[row] = index;
    }
  }

  /** Lists from before 2022 have no segment column: their rows stand for any segment. */
  private findOffer(key: Parameters<typeof offerKey>[0]): Offer | undefined {
    return this.offers.get(offerKey(key)) ?? this.offers.get(offerKey({ ...key, segment: '' }));
  }

  private indexCurrencies(): void {
    const column = this.portfolio.table.columns.get('currency');
    const codeOf = new Map<string, number>();
    for (let row = 0; row < this.rows; row++) {
      const currency = textAt(column, row);
      let code = codeOf.get(currency);
      if (code === undefined) {
        code = this.currencies.push(currency) - 1;
        codeOf.set(currency, code);
      }
      this.currencyOf[row] = code;
    }
  }

  private indexShares(): void {
    const { promotionPercent, promotionId } = this.columns;
    const indexOf = new Map<string, number>();
    for (let row = 0; row < this.rows; row++) {
      const id = textAt(promotionId, row);
      const units = promotionPercent?.kind === 'decimal' ? (promotionPercent.units[row] ?? NaN) : NaN;
      const percent = Number.isNaN(units) ? exactAt(promotionPercent, row) : undefined;
      const given = !Number.isNaN(units) || percent !== undefined;
      const byId = id === '' || given ? '' : `${this.saleOf[row]}|${this.startOf(row)}|${this.columns.seats[row]}`;
      const key = given ? `${String(units)}|${percent ? String(row) : ''}|${id}` : `${id}|${byId}`;
      let index = indexOf.get(key);
      if (index === undefined) {
        index = this.shares.push(this.knownShare(row, id)) - 1;
        indexOf.set(key, index);
      }
      this.shareOf[row] = index;
    }
  }

  private knownShare(row: number, promotionId: string): KnownShare {
    const percent = exactAt(this.columns.promotionPercent, row);
    if (percent) return { share: divide(percent, fraction(100)), unmatched: false, promotionId };
    if (promotionId === '') return { share: undefined, unmatched: false, promotionId };
    const { offer, plan } = this.sales[this.saleOf[row] ?? 0] ?? { offer: undefined, plan: '' };
    const day = this.startOf(row);
    const seats = this.columns.seats[row] ?? 0;
    const share = offer && this.promotions.find(promotionId, { ...offer, plan, day, seats });
    return { share: share ?? NO_SHARE, unmatched: share === undefined, promotionId };
  }
}

/** Whether a product and SKU are in any price list. */
function licenceSkus(offers: ReadonlyMap<string, Offer>): (productId: string, skuId: string) => boolean {
  let known: ReadonlySet<string> | undefined;
  const key = (productId: string, skuId: string): string => `${productKey(productId)}|${skuKey(skuId)}`;
  return (productId, skuId) => {
    known ??= new Set([...offers.values()].map((offer) => key(offer.productId, offer.skuId)));
    return known.has(key(productId, skuId));
  };
}
