/** Lines of the log as the dialog shows them. */
import type { Format } from '../../../core/format.ts';
import type { Log, LogLine } from '../../../core/obligations/mca/log.ts';
import { saidText } from '../../../core/obligations/mca/said-text.ts';
import { mcaLogText as text } from '../../../core/text/en/obligations-mca-log.ts';

/** Enough of a hash to compare it by eye. */
const HASH_DIGITS = 12;

export function logRow({ number, at, who, kind, content, hash }: LogLine, format: Format): readonly string[] {
  const moment = Date.parse(at);
  const isErasure = kind === 'erasure';
  return [
    format.count(number),
    Number.isNaN(moment) ? at : format.moment(moment, 'UTC'),
    who || text.somebody,
    text.kinds[kind],
    content?.customerId ?? (isErasure ? '' : text.erasedCell),
    content ? saidText(content) : text.erasedCell,
    hash.slice(0, HASH_DIGITS),
  ];
}

/** Lines whose content was erased with a customer. */
export function erasedIn({ lines }: Log): number {
  return lines.filter(({ content }) => content === undefined).length;
}

/** How many lines from the first on two logs share. */
export function sharedLines(one: Log, other: Log): number {
  const at = other.lines.findIndex(({ hash }, place) => one.lines[place]?.hash !== hash);
  return at < 0 ? other.lines.length : at;
}
