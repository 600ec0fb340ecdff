/** Where files say who somebody is, and what in them is everybody's word. */
import { skuKey } from '../ids.ts';
import { OWN_COLUMNS, PUBLIC_KINDS } from '../editions/roles.ts';
import type { DatasetKind } from '../schema/dataset.ts';
import type { Column } from '../table.ts';
import type { KnownNames } from './known-names.ts';

/** Names of people and companies: parts of them count too. */
const NAMES =
  /^(?:first|last)name$|^organisation$|^reseller$|(?:customer|company|tenant|reseller|distributor|participant|friendly|profile).*name|domain|e-?mail|owner|^m(?:am|dm|fa)$/i;
/** Ids, and names of things that somebody gave: they count as a whole. */
const WHOLE =
  /id$|guid|uri|offername|partner.*name|resource|subscription|invoice|order|project|section|cost.?cent|account|description|tag|note|phone/i;
/** Columns of files, beyond ours, are in the words of those who wrote them. */
const FOREIGN_NAMES =
  /customer|client|compan|tenant|reseller|domain|mail|contact|phone|owner|kunde|firma|mandant|cliente|klant|naam|\bname\b/i;
/** Microsoft's, though they end as ids do. */
const PUBLIC =
  /^(?:product|sku|availability|offer|meter|promotion|publisher|benefit|part|region|durableOffer|.*sku.*)id$|resource(?:location|type)|order(?:type)|(?:type|location|region|country|currency)$/i;

/** Lists of Microsoft's own products. Those of others name their publishers, who may be customers too. */
const COMMON_KINDS: ReadonlySet<DatasetKind> = new Set(['licence-prices', 'est-prices', 'offer-matrix', 'promotions']);

export type Naming = 'name' | 'whole' | 'no';

/** What a text column of a file says of somebody. @param column canonical, or `x:` and a header */
export function namingOf(kind: DatasetKind, column: string): Naming {
  if (PUBLIC_KINDS.has(kind)) return OWN_COLUMNS.has(column) ? 'whole' : 'no';
  if (column.startsWith('x:')) return FOREIGN_NAMES.test(column.slice(2)) ? 'name' : 'whole';
  if (NAMES.test(column)) return 'name';
  return WHOLE.test(column) && !PUBLIC.test(column) ? 'whole' : 'no';
}

/** Adds what a column of a file holds: names and ids, or the words of everybody. */
export function addNames(names: KnownNames, kind: DatasetKind, name: string, column: Column): void {
  if (column.kind !== 'text') return;
  const naming = namingOf(kind, name);
  const isPublic = COMMON_KINDS.has(kind) && !/^x:|publisher/i.test(name);
  for (const value of column.values) {
    if (value === '') continue;
    if (naming === 'name') names.addName(value);
    else if (naming === 'whole' && (!name.startsWith('x:') || isTelling(value))) names.addWhole(value);
    else if (isPublic) {
      names.addWord(value);
      if (name === 'skuId') names.addWord(skuKey(value));
    }
  }
}

const TELLING = 12;

/** Short words in columns that nobody knows, such as `active`, say nothing of anybody. */
function isTelling(text: string): boolean {
  return text.length >= TELLING || /[@\d]|\S\.\S/.test(text);
}
