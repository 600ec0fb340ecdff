/** What the values of a column look like. */
import { orderEvidence, readIso, readSerial } from '../cells/dates.ts';
import { isPlainDecimal, markEvidence } from '../cells/decimals.ts';
import { FLAG_WORDS, PLAN_WORDS, TERM_WORDS, wordKey } from '../cells/words.ts';

export type Look =
  'guids' | 'offer-ids' | 'product-ids' | 'sku-ids' | 'dates' | 'numbers' | 'terms' | 'plans' | 'flags' | 'texts';

const GUID = /^[{(]?[0-9a-f]{8}(?:-?[0-9a-f]{4}){3}-?[0-9a-f]{12}[)}]?$/i;
const OFFER_ID = /^[A-Z0-9]{12}:[A-Z0-9]{1,4}(?::[A-Z0-9]{12})?$/i;
const PRODUCT_ID = /^[A-Z][A-Z0-9]{11}$/;
const SKU_ID = /^[0-9A-Z]{1,4}$/i;

const TESTS: readonly (readonly [Look, (text: string) => boolean])[] = [
  ['guids', (text) => GUID.test(text)],
  ['offer-ids', (text) => OFFER_ID.test(text)],
  ['product-ids', (text) => PRODUCT_ID.test(text) && /\d/.test(text)],
  ['terms', (text) => TERM_WORDS.has(wordKey(text))],
  ['plans', (text) => PLAN_WORDS.has(wordKey(text))],
  ['dates', (text) => (readIso(text) ?? readSerial(text)) !== undefined || orderEvidence(text) !== 'none'],
  ['flags', (text) => FLAG_WORDS.has(wordKey(text))],
  ['numbers', (text) => isPlainDecimal(text) || markEvidence(text) !== 'none'],
  ['sku-ids', (text) => SKU_ID.test(text)],
];

/** Everything that all filled cells of a column look like; nothing when it has none. */
export function looksOf(cells: readonly string[]): ReadonlySet<Look> {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.length === 0) return new Set();
  return new Set([...TESTS.filter(([, test]) => filled.every(test)).map(([look]) => look), 'texts']);
}
