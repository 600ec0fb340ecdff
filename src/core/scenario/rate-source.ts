/** Where an exchange rate is known from. */
import { ruleValueText } from '../text/en/rule-values.ts';
import type { Words } from '../text/words.ts';

export type RateSource =
  | { readonly from: 'same' }
  | { readonly from: 'scenario' }
  /** `month` as the file has it: `2026-11`, or `2026` for all of a year. */
  | { readonly from: 'file'; readonly file: string; readonly month: string };

/** Sources in words; empty for a currency's own. */
export function sourcesText(
  sources: readonly RateSource[],
  text: Words<typeof ruleValueText.fx.sources> = ruleValueText.fx.sources,
): string {
  const words = sources.map((source) => {
    if (source.from === 'same') return '';
    return source.from === 'scenario' ? text.scenario : text.file(source.file, source.month);
  });
  return words.filter((word) => word !== '').join('; ');
}
