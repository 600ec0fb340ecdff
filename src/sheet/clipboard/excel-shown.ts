/**
 * What Excel shows, read by Excel's own marks. Its HTML says which decimal and thousands marks it was shown with, and
 * newer versions leave the value itself away: `1.234` must not become 1.234 because the two programs differ in language.
 */
import { isCurrencyUnit } from '../typed/currency-signs.ts';
import { readDay } from '../typed/day-text.ts';
import { shiftPoint } from '../../core/decimal-text.ts';
import { type LocaleWords, localeWords } from '../../core/locale-words.ts';
import { readNumber } from '../typed/number-text.ts';
import { serialOfDay } from '../formula/value.ts';
import { formatKind } from './cell-formats.ts';
import type { RawValue } from './clip-table.ts';

/** The marks that a clipboard was shown with. */
export interface ShownMarks {
  readonly decimal: string;
  readonly group: string;
}

const DECIMAL = /mso-displayed-decimal-separator:\s*"\\?([^"]+)"/i;
const GROUP = /mso-displayed-thousand-separator:\s*"\\?([^"]*)"/i;

/** The marks that a style sheet of Excel names; undefined when it names none. */
export function shownMarks(css: string): ShownMarks | undefined {
  const decimal = DECIMAL.exec(css)?.[1];
  if (decimal === undefined) return undefined;
  const group = GROUP.exec(css)?.[1] ?? '';
  return { decimal, group: /^(?:\s|\\?0?00A0|\\?202F)*$/iu.test(group) ? '' : group };
}

/** The number or the day that stands behind a shown text; undefined when the text does not tell. */
export function shownValue(text: string, format: string, marks: ShownMarks): RawValue | undefined {
  const english = localeWords('en-US');
  return formatKind(format) === 'date'
    ? shownDay(text, format, english)
    : shownNumber(text, { ...english, decimal: marks.decimal, group: marks.group });
}

function shownNumber(text: string, words: LocaleWords): RawValue | undefined {
  // Leading zeros are kept, as they are in ids.
  if (/^0\d|[eE]/.test(text)) return undefined;
  const read = readNumber(text, words);
  if (read === undefined || (read.unit !== '' && !isCurrencyUnit(read.unit))) return undefined;
  return read.isPercent
    ? { kind: 'number', decimal: shiftPoint(read.decimal, -2), format: 'percent' }
    : { kind: 'number', decimal: read.decimal, format: 'number' };
}

/** Days are read by the order that their format spells out; names of formats (`Short Date`) tell none. */
function shownDay(text: string, format: string, english: LocaleWords): RawValue | undefined {
  const runs = format.toLowerCase().match(/d+|m+|y+/g) ?? [];
  const order = runs.map((run) => (run.startsWith('d') ? 'day' : run.startsWith('m') ? 'month' : 'year'));
  if (order.length !== 3 || new Set(order).size !== 3 || /[h:]/i.test(format)) return undefined;
  const day = readDay(text, { ...english, order });
  return typeof day === 'string' ? undefined : { kind: 'number', decimal: String(serialOfDay(day)), format: 'date' };
}
