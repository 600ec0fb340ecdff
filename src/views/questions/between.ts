/** What files have in common, as the cells and words of the dialog. */
import { type Exact, fraction, parseExact } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { betweenText as text } from '../../core/text/en/between.ts';
import type { BetweenFinding } from '../../state/imports.svelte.ts';

type Words = Pick<Format, 'days' | 'count' | 'exact' | 'percent'>;

const CENTS = [2, 2] as const;

/** The cells of one finding: file, common days, rows and amounts on them, part of the rows, days only there. */
export function betweenCells(finding: BetweenFinding, format: Words): readonly string[] {
  const { other, first, last, days, rows, share, code, onlyThere } = finding;
  return [
    other,
    text.days(format.days(first, last), format.count(days)),
    format.count(rows),
    amountsText(finding.sums, format),
    text.share(format.percent(partOf(share), 0), code),
    format.count(onlyThere),
  ];
}

/** Amounts by currency in one line. */
export function amountsText(sums: BetweenFinding['sums'], format: Pick<Words, 'exact'>): string {
  return Object.entries(sums)
    .map(([currency, amount]) => `${format.exact(parseExact(amount) ?? fraction(0), CENTS)} ${currency}`.trim())
    .join('; ');
}

/** The names of the files, quoted. */
export function quotedFiles(found: readonly BetweenFinding[]): string {
  return found.map(({ other }) => `“${other}”`).join(', ');
}

/** In whole thousandths: a sample says no more. */
function partOf(share: number): Exact {
  return fraction(Math.round(share * 1000), 1000);
}
