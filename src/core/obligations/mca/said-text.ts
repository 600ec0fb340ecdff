/** What a line of the log says, in words. */
import { mcaText } from '../../text/en/obligations-mca.ts';
import { mcaLogText } from '../../text/en/obligations-mca-log.ts';
import type { LogContent } from './log.ts';

/** Words for the codes that a form holds. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  way: mcaText.ways,
  type: mcaText.types,
  action: mcaText.actions,
};

/** `accepted on: 2026-03-01; way: …`, field by field as the form had them. */
export function saidText({ said }: LogContent): string {
  return said.map(([name, text]) => `${mcaLogText.fields[name] ?? name}: ${WORDS[name]?.[text] ?? text}`).join('; ');
}
