/** Tells the lists that share the header of the licence price list apart, by what they hold. */
import type { DatasetKind } from '../../../core/schema/dataset.ts';
import { type Table, textAt } from '../../../core/table.ts';

export interface PriceListKind {
  readonly kind: DatasetKind;
  /** Nothing in the list says which it is: it is taken for a licence list. */
  readonly isOpen: boolean;
}

/** What tells software from licences. */
export interface ListRow {
  readonly tags: string;
  readonly term: string;
}

const told = (kind: DatasetKind): PriceListKind => ({ kind, isOpen: false });

/** Which list a finished table with rows is; every sign has to hold for the list as a whole, since licence lists hold odd rows too. */
export function priceListKind(table: Table): PriceListKind {
  if (isSoftware(table)) return told('software-prices');
  if (hasTag(table, /^license$/i)) return told(isEst(table) ? 'est-prices' : 'licence-prices');
  if (isMarketplace(table)) return told('marketplace-prices');
  if (isEst(table)) return told('est-prices');
  return { kind: 'licence-prices', isOpen: true };
}

/** Which list a table without rows is, by those that were rejected: a software list may name no price. */
export function rejectedListKind(rows: readonly ListRow[]): PriceListKind {
  return told(rows.length > 0 && rows.every(isSoftwareRow) ? 'software-prices' : 'licence-prices');
}

/** The texts of a column that rows use, in order. */
export function usedTexts(table: Table, name: string): readonly string[] {
  const column = table.columns.get(name);
  if (column?.kind !== 'text') return [];
  const isUsed = new Uint8Array(column.values.length);
  for (const code of column.codes) isUsed[code] = 1;
  return column.values.filter((_, code) => isUsed[code] === 1).sort();
}

/** Everything is tagged as software or is paid once. */
function isSoftware(table: Table): boolean {
  const tags = table.columns.get('tags');
  const terms = table.columns.get('termDuration');
  for (let row = 0; row < table.rows; row++)
    if (!isSoftwareRow({ tags: textAt(tags, row), term: textAt(terms, row) })) return false;
  return true;
}

function isSoftwareRow({ tags, term }: ListRow): boolean {
  return /\bsoftware\b/i.test(tags) || /^onetime$/i.test(term);
}

function hasTag(table: Table, wanted: RegExp): boolean {
  return usedTexts(table, 'tags').some((tags) => tags.split(';').some((tag) => wanted.test(tag.trim())));
}

/** Other publishers only, or a term of two years, which Microsoft's own offers do not have. */
function isMarketplace(table: Table): boolean {
  if (usedTexts(table, 'termDuration').includes('P2Y') || usedTexts(table, 'billingPlan').includes('Biennial'))
    return true;
  return usedTexts(table, 'publisher').every((name) => name !== '' && !/^microsoft\b/i.test(name));
}

const EST_TITLE = /extended service term/i;

/**
 * An EST list holds nothing but P1M/Monthly rows, and at least half of its SKU titles speak of the Extended Service Term
 * (some EST SKUs have the title of their base). The engine treats both kinds alike; the kind is for the user.
 */
function isEst(table: Table): boolean {
  if (usedTexts(table, 'termDuration').join() !== 'P1M' || usedTexts(table, 'billingPlan').join() !== 'Monthly')
    return false;
  const titles = table.columns.get('skuTitle');
  let est = 0;
  for (let row = 0; row < table.rows; row++) if (EST_TITLE.test(textAt(titles, row))) est++;
  return est * 2 >= table.rows;
}
