/** What the fill handle, Ctrl+D and Ctrl+R write. */
import { localeWords } from '../../core/locale-words.ts';
import { daySeries } from './day-series.ts';
import { moveReferences } from './move-references.ts';
import { nameSeries } from './name-series.ts';
import { numberSeries } from './number-series.ts';
import type { Series } from './series.ts';
import { textSeries } from './text-series.ts';

export interface FillOptions {
  /** BCP 47; the texts are written and read by its rules. */
  readonly locale: string;
  /** The texts are repeated, whatever they look like; formulas move all the same. */
  readonly copy?: boolean;
  /** Goes on before the first text: the first result is the one next to it. */
  readonly backward?: boolean;
  /** Along a row: formulas move to the right rather than down. */
  readonly across?: boolean;
}

/**
 * The next `count` texts. One kind of thing goes on as a series (numbers with an even step, days by days or months, names
 * of weekdays and months, texts with a number at their end); a single number and everything else repeat. Formulas repeat
 * with their relative references moved.
 */
export function fillSeries(texts: readonly string[], count: number, options: FillOptions): readonly string[] {
  if (texts.length === 0) return [];
  const series = (options.copy === true ? undefined : findSeries(texts, options.locale)) ?? repeated(texts, options);
  return Array.from({ length: count }, (_, index) =>
    series(options.backward === true ? -1 - index : texts.length + index),
  );
}

function findSeries(texts: readonly string[], locale: string): Series | undefined {
  if (texts.some((text) => text.trim() === '' || text.startsWith('='))) return undefined;
  const words = localeWords(locale);
  return numberSeries(texts, words) ?? daySeries(texts, words) ?? nameSeries(texts, locale) ?? textSeries(texts);
}

function repeated(texts: readonly string[], { across = false }: FillOptions): Series {
  return (place) => {
    const index = ((place % texts.length) + texts.length) % texts.length;
    const text = texts[index] ?? '';
    return moveReferences(text, across ? 0 : place - index, across ? place - index : 0);
  };
}
