/** Which formats an unknown sheet may be of, the likeliest first, each with a guess at its columns. */
import type { DatasetKind } from '../../core/schema/dataset.ts';
import { SHEET_FORMATS } from '../detect/table.ts';
import { PROMOTIONS } from '../formats/promotions/format.ts';
import type { Field } from '../sheet/fields.ts';
import type { SheetFormat } from '../sheet/format.ts';
import { type ColumnMapping, missingFields, planByMapping } from '../sheet/plan.ts';
import { type Glimpse, type Guess, OFFER_ID, glimpse, guessMapping, takesOfferId } from './guess.ts';

/** A column that the user can map. */
export interface MappableColumn {
  /** Canonical name, or `offerId`. */
  readonly name: string;
  /** As in the format's own header. */
  readonly label: string;
  readonly required: boolean;
}

export interface MappingCandidate {
  readonly kind: DatasetKind;
  /** What messages call the format; several of one kind differ by it. */
  readonly title: string;
  readonly columns: readonly MappableColumn[];
  readonly guess: Guess;
}

/** Formats whose rows a sheet can hold, one for each set of columns. */
const FORMATS: readonly SheetFormat[] = [...SHEET_FORMATS, PROMOTIONS.sheet].filter(
  ({ kind, fields }, at, all) => all.findIndex((other) => other.kind === kind && other.fields === fields) === at,
);

/** The format of a kind that can take a mapping; the first of the kind when several can. */
export function formatForMapping(
  kind: DatasetKind,
  header: readonly string[],
  mapping: ColumnMapping,
): SheetFormat | undefined {
  const names = Object.keys(mapping.columns).filter((name) => name !== OFFER_ID);
  const ofKind = FORMATS.filter((format) => format.kind === kind);
  const isWhole = (format: SheetFormat): boolean =>
    names.every((name) => format.fields.some((field) => field.name === name)) &&
    missingFields(planByMapping(header, format.fields, mapping)).length === 0;
  return ofKind.find(isWhole) ?? ofKind[0];
}

interface Ranked {
  readonly format: SheetFormat;
  readonly guess: Guess;
  readonly isWorth: boolean;
  readonly score: number;
}

/**
 * All formats that a sheet can be mapped to, the likeliest first.
 * @param recognised the format that its header names, though a column is missing: it comes first
 */
export function mappingCandidates(
  header: readonly string[],
  samples: readonly (readonly string[])[],
  recognised?: SheetFormat,
): { readonly candidates: readonly MappingCandidate[]; readonly isWorthAsking: boolean } {
  const seen = glimpse(header, samples);
  const ranked = FORMATS.map((format) => rank(seen, format));
  const isFirst = ({ format }: Ranked): boolean =>
    format.kind === recognised?.kind && format.fields === recognised.fields;
  ranked.sort((a, b) => place(b, isFirst(b)) - place(a, isFirst(a)));
  return {
    candidates: ranked.map(({ format, guess }) => candidateOf(format, guess)),
    isWorthAsking: recognised !== undefined || ranked.some(({ isWorth }) => isWorth),
  };
}

const RECOGNISED = 4;
const WORTH = 2;

function place({ isWorth, score }: Ranked, isFirst: boolean): number {
  return (isFirst ? RECOGNISED : 0) + (isWorth ? WORTH : 0) + score;
}

/** How much of a format's telling columns have to be there before the user is asked. */
const TELLING_SHARE = 0.6;
const LEAST_COLUMNS = 3;

/** Counts the columns that a format needs or is told by, and how much of the header it explains. */
function rank(seen: Glimpse, format: SheetFormat): Ranked {
  const guess = guessMapping(seen, format);
  const found = new Set(guess.columns.map(({ column }) => column));
  const has = (name: string): boolean => found.has(name) || (found.has(OFFER_ID) && isOfferPart(name));
  const headers = seen.keys.filter((key) => key !== '').length;
  let all = 0;
  let there = 0;
  for (const field of format.fields) {
    const weight = weightOf(field, format);
    all += weight;
    if (has(field.name)) there += weight;
  }
  const share = all === 0 ? 0 : there / all;
  const explained = found.size / Math.max(1, headers);
  const isWorth =
    format.kind === 'portfolio'
      ? isSubscriptionList(found)
      : (format.kind !== 'own-invoices' || isInvoiceList(found)) &&
        share >= TELLING_SHARE &&
        found.size >= Math.min(LEAST_COLUMNS, headers);
  return { format, guess, isWorth, score: share * explained };
}

function weightOf({ required, fallback, keys }: Field, { signature }: SheetFormat): number {
  if (required && fallback === undefined) return 3;
  return keys.some((key) => signature.includes(key)) ? 2 : 0;
}

function isOfferPart(name: string): boolean {
  return name === 'productId' || name === 'skuId';
}

/** Subscription lists lack many columns, which the user can give one value for. */
function isSubscriptionList(found: ReadonlySet<string>): boolean {
  const telling = ['subscriptionId', 'quantity', 'commitmentEnd', 'productId', 'offerId', 'termDuration', 'offerName'];
  return found.has('quantity') && telling.filter((column) => found.has(column)).length >= LEAST_COLUMNS;
}

/** Lines with amounts alone may be anything. */
function isInvoiceList(found: ReadonlySet<string>): boolean {
  return ['invoiceNumber', 'invoiceDate', 'periodStart', 'month'].some((column) => found.has(column));
}

function candidateOf({ kind, title, fields }: SheetFormat, guess: Guess): MappingCandidate {
  const own = fields
    .filter(({ keys, fallback }) => keys.length > 0 || fallback === undefined)
    .map(({ name, label, required = false, fallback }) => ({
      name,
      label,
      required: required && fallback === undefined,
    }));
  const offer = { name: OFFER_ID, label: 'OfferId', required: false };
  const columns = takesOfferId(fields)
    ? own.flatMap((column) => (column.name === 'productId' ? [offer, column] : [column]))
    : own;
  return { kind, title, columns, guess };
}
