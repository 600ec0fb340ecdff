/** `docs/sample.md`: what the sample holds and which traps are planted, as Markdown. */
import type { Day } from '../core/days.ts';
import { sampleText } from '../core/text/en/sample.ts';
import type { Trap } from './plant.ts';
import { SAMPLE_DEFAULTS, traps } from './sample.ts';

function tableRow(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |\n`;
}

function trapRow(trap: Trap): string {
  const ids = trap.subscriptionIds.length > 0 ? trap.subscriptionIds : trap.customerIds;
  return tableRow([trap.title, trap.naive, trap.shows, ids.map((id) => `\`${id}\``).join(' ')]);
}

/** The page of the default sample. Ids come from the seed alone, so the page is the same for every as-of. */
export function trapsPage(asOf: Day): string {
  const { pageTitle, pageIntro, pageFiles, pageFile, pageTraps, pageTrapsIntro, pageHeader } = sampleText;
  const files = sampleText.files.map(([file, content]) => pageFile(file, content)).join('');
  const intro = pageIntro(SAMPLE_DEFAULTS.subscriptions, SAMPLE_DEFAULTS.customers);
  const head = tableRow(pageHeader) + tableRow(pageHeader.map(() => '---'));
  const text = [
    pageTitle,
    intro,
    pageFiles,
    files,
    pageTraps,
    pageTrapsIntro,
    head + traps({ asOf }).map(trapRow).join(''),
  ];
  return `${text.map((part) => part.trimEnd()).join('\n\n')}\n`;
}
