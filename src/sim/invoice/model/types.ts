/** Billed lines of all reconciliation files as one table. */
import type { Month } from '../../../core/days.ts';
import type { Exact } from '../../../core/exact.ts';
import type { DatasetInfo } from '../../../core/schema/dataset.ts';
import type { TextColumn } from '../../../core/table.ts';
import type { Interner } from '../../interner.ts';

/** The columns of files that the check reads texts from. */
export const LINE_TEXTS = [
  'customerId',
  'customerName',
  'invoiceNumber',
  'orderId',
  'productId',
  'skuId',
  'skuName',
  'productName',
  'chargeType',
  'currency',
  'pricingCurrency',
  'priceAdjustmentDescription',
  'subscriptionId',
  'subscriptionDescription',
  'termAndBillingCycle',
  'billingFrequency',
  'creditReasonCode',
  'referenceId',
  'productQualifiers',
  'promotionId',
  'publisherName',
  'unitType',
] as const;
export type LineText = (typeof LINE_TEXTS)[number];

export const LINE_DAYS = [
  'orderDate',
  'chargeStartDate',
  'chargeEndDate',
  'subscriptionStartDate',
  'subscriptionEndDate',
  'pcToBCExchangeRateDate',
] as const;
export type LineDay = (typeof LINE_DAYS)[number];

export const LINE_FIGURES = [
  'unitPrice',
  'effectiveUnitPrice',
  'quantity',
  'billableQuantity',
  'pcToBCExchangeRate',
  'subtotal',
  'taxTotal',
  'total',
] as const;
export type LineFigure = (typeof LINE_FIGURES)[number];

/** Decimals of at most 15 digits: `units / 10^places`; NaN where the cell is empty or longer, and has to be asked for exactly. */
export interface Figures {
  readonly units: Float64Array;
  readonly places: Uint8Array;
}

export interface InvoiceLines {
  readonly rows: number;
  /** The files, in the order of their import. */
  readonly sources: readonly DatasetInfo[];
  /** Of each line its file, and its row there. */
  readonly source: Uint16Array;
  readonly sourceRow: Uint32Array;
  /** Dictionaries over all files; ids and charge types are equal whatever their case. */
  readonly texts: Readonly<Record<LineText, TextColumn>>;
  /** The code of a text, however it is written; undefined: no line has it. */
  codeOf(name: LineText, text: string): number | undefined;
  /** `NO_DAY` where a file has none. */
  readonly days: Readonly<Record<LineDay, Int32Array>>;
  /** A figure as the file has it; undefined where it is empty. */
  figure(name: LineFigure, row: number): Exact | undefined;
  /** The line of the file; undefined where a source has no lines. */
  fileRow(row: number): number | undefined;
  /** The same for the many that are short. */
  readonly figures: Readonly<Record<LineFigure, Figures>>;
  /** Lines of invoices that stand in another file too, and are left out here. */
  readonly repeated: number;
}

/** The sums of an invoice in one currency; of lines without an invoice those of a month. */
export interface InvoiceSum {
  /** Empty: not billed yet. */
  readonly number: string;
  readonly currency: string;
  readonly month: Month;
  readonly lines: number;
  /** Decimal texts with all digits of the file. */
  readonly subtotal: string;
  readonly tax: string;
  readonly total: string;
}

export interface InvoiceFacts {
  readonly sources: readonly DatasetInfo[];
  readonly rows: number;
  readonly repeated: number;
  readonly invoices: readonly InvoiceSum[];
  /** In their order. */
  readonly months: readonly Month[];
  /** The one with most lines first. */
  readonly currencies: readonly string[];
}

/** Lines as they come, before it is known which of them count. */
export interface JoinedLines {
  readonly rows: number;
  readonly source: Uint16Array;
  readonly sourceRow: Uint32Array;
  readonly texts: Readonly<Record<LineText, Interner>>;
  readonly codes: Readonly<Record<LineText, Uint32Array>>;
  readonly days: Readonly<Record<LineDay, Int32Array>>;
  readonly figures: Readonly<Record<LineFigure, Figures>>;
}
