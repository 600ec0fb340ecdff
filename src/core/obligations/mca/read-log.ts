/** The log as it was stored or exported: every field is checked, and a line that cannot be read leaves its gap in the chain. */
import { type Log, EMPTY_LOG, LOG_KINDS, type LogContent, type LogLine } from './log.ts';
import { fieldsOf, textOf, wordOf } from './read-fields.ts';

export const MCA_LOG_SCHEMA = 'termwise/mca-log@1';

/** What is no log is an empty one; what is none of its lines is left out, so that `firstBreak` says where. */
export function readLog(value: unknown): Log {
  const { lines, head } = fieldsOf(value) ?? {};
  if (!Array.isArray(lines)) return EMPTY_LOG;
  const { lines: count, hash } = fieldsOf(head) ?? {};
  return {
    lines: lines.flatMap((one: unknown) => readLine(one) ?? []),
    head: { lines: isCount(count) ? count : 0, hash: textOf(hash) },
  };
}

/** A log that was exported for an audit; undefined: the text is none. */
export function parseLog(text: string): Log | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return fieldsOf(value)?.['schema'] === MCA_LOG_SCHEMA ? readLog(value) : undefined;
  } catch {
    return undefined;
  }
}

function readLine(value: unknown): LogLine | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const { number, at, who, kind, content, salt, digest, hash } = fields;
  const known = wordOf(LOG_KINDS, kind);
  if (!isCount(number) || known === undefined) return undefined;
  return {
    ...{ number, at: textOf(at), who: textOf(who), kind: known, content: readContent(content) },
    ...{ salt: textOf(salt), digest: textOf(digest), hash: textOf(hash) },
  };
}

function readContent(value: unknown): LogContent | undefined {
  const fields = fieldsOf(value);
  if (!fields) return undefined;
  const said = Array.isArray(fields['said']) ? (fields['said'] as readonly unknown[]) : [];
  return {
    customerId: textOf(fields['customerId']),
    said: said.flatMap((pair) => {
      const [name, text] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
      return typeof name === 'string' && typeof text === 'string' ? [[name, text] as const] : [];
    }),
  };
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}
