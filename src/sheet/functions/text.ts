/** Parts of texts, upper and lower case, and texts put together. */
import { toText } from '../formula/coerce.ts';
import type { FunctionSpec } from '../formula/function-spec.ts';
import { errorOf, type FormulaError, isMatrix, type Value } from '../formula/value.ts';
import { cellAt, sizeOf } from './matrix.ts';
import { define, flag, optional, scalar, text, whole } from './params.ts';

const VALUE = errorOf('#VALUE!');

/** Characters that a cell holds at most. */
const MOST_CHARACTERS = 32_767;

function limited(value: string): Value {
  return value.length > MOST_CHARACTERS ? VALUE : value;
}

/** Spaces at both ends go, several within become one; other white space stays. */
function trim(value: string): string {
  return value.replace(/^ +| +$/g, '').replace(/ {2,}/g, ' ');
}

/** A capital letter at the start and after everything that is no letter. */
function proper(value: string): string {
  return value
    .toLowerCase()
    .replace(/(^|\P{L})(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function repeat(value: string, times: number): Value {
  if (times < 0 || value.length * times > MOST_CHARACTERS) return VALUE;
  return value.repeat(times);
}

/** All cells of the arguments as texts, or the first error. */
function textsOf(args: readonly (Value | undefined)[]): string[] | FormulaError {
  const texts: string[] = [];
  for (const argument of args) {
    if (argument === undefined) continue;
    const size = isMatrix(argument) ? sizeOf(argument) : 1;
    for (let index = 0; index < size; index++) {
      const part = toText(isMatrix(argument) ? cellAt(argument, index) : argument);
      if (typeof part !== 'string') return part;
      texts.push(part);
    }
  }
  return texts;
}

function concat(args: readonly (Value | undefined)[]): Value {
  const texts = textsOf(args);
  return texts instanceof Array ? limited(texts.join('')) : texts;
}

/** TEXTJOIN: several separators are used in turn. */
function join([separators, ignore, ...args]: readonly (Value | undefined)[]): Value {
  const between = textsOf([separators]);
  const texts = textsOf(args);
  const skips = flag.read(ignore ?? false, { asOf: 0, locale: 'en-US' });
  if (!(between instanceof Array)) return between;
  if (typeof skips !== 'boolean') return skips;
  if (!(texts instanceof Array)) return texts;
  const kept = skips ? texts.filter((part) => part !== '') : texts;
  const joined = kept.map((part, index) => (index === 0 ? part : (between[(index - 1) % between.length] ?? '') + part));
  return limited(joined.join(''));
}

export const TEXT: readonly FunctionSpec[] = [
  define('LEFT', [text, optional(whole, 1)], ([value, count]) => (count < 0 ? VALUE : value.slice(0, count))),
  define('RIGHT', [text, optional(whole, 1)], ([value, count]) =>
    count < 0 ? VALUE : value.slice(Math.max(0, value.length - count)),
  ),
  define('MID', [text, whole, whole], ([value, start, count]) =>
    start < 1 || count < 0 ? VALUE : value.slice(start - 1, start - 1 + count),
  ),
  define('LEN', [text], ([value]) => value.length),
  define('TRIM', [text], ([value]) => trim(value)),
  define('UPPER', [text], ([value]) => value.toUpperCase()),
  define('LOWER', [text], ([value]) => value.toLowerCase()),
  define('PROPER', [text], ([value]) => proper(value)),
  define('EXACT', [text, text], ([a, b]) => a === b),
  define('REPT', [text, whole], ([value, times]) => repeat(value, times)),
  define('T', [scalar], ([value]) => (typeof value === 'string' ? value : '')),
  { name: 'CONCAT', args: [{ kind: 'block' }], repeats: 1, call: concat },
  { name: 'CONCATENATE', args: [{ kind: 'scalar' }], repeats: 1, call: concat },
  { name: 'TEXTJOIN', args: [{ kind: 'block' }, { kind: 'scalar' }, { kind: 'block' }], repeats: 1, call: join },
];
