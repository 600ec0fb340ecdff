/**
 * The log of the register: who said what and when, line after line. Each line holds the hash of the one before, and the
 * register the number and hash of the last: what is changed, removed, added or moved shows.
 *
 * What a line says stands behind a salted digest, so that it can be erased (a customer's right) without breaking the chain.
 */
import { Sha256 } from '../../sha256.ts';

export const LOG_KINDS = ['entry', 'change', 'withdrawal', 'request', 'note', 'plan', 'erasure'] as const;
export type LogKind = (typeof LOG_KINDS)[number];

/** What a line says. */
export interface LogContent {
  /** Of whom; empty: of nobody by name. */
  readonly customerId: string;
  /** What the form said: name of a field and its text. */
  readonly said: readonly (readonly [string, string])[];
}

export interface LogLine {
  /** From 1. */
  readonly number: number;
  /** UTC, `2026-11-26T08:30:00Z`. */
  readonly at: string;
  readonly who: string;
  readonly kind: LogKind;
  /** Undefined: erased. */
  readonly content: LogContent | undefined;
  /** Random; empty once the content is erased. */
  readonly salt: string;
  /** SHA-256 of salt and content. */
  readonly digest: string;
  /** SHA-256 of all but the content, and of the hash of the line before. */
  readonly hash: string;
}

/** What the last line has to be. */
export interface LogHead {
  readonly lines: number;
  /** Empty without any line. */
  readonly hash: string;
}

export interface Log {
  readonly lines: readonly LogLine[];
  readonly head: LogHead;
}

export const EMPTY_LOG: Log = { lines: [], head: { lines: 0, hash: '' } };

/** What is to be written; the moment and the salt come from outside: nothing here reads a clock or draws random numbers. */
export interface NewLine {
  readonly at: string;
  readonly who: string;
  readonly kind: LogKind;
  readonly salt: string;
  readonly content: LogContent;
}

/** The log with one more line. */
export function withLine({ lines, head }: Log, { at, who, kind, salt, content }: NewLine): Log {
  const number = head.lines + 1;
  const digest = contentDigest(salt, content);
  const hash = lineHash({ number, at, who, kind, digest }, head.hash);
  const line: LogLine = { number, at, who, kind, content, salt, digest, hash };
  return { lines: [...lines, line], head: { lines: number, hash } };
}

/** Takes out what lines say of customers; the chain stays whole. */
export function withoutContent({ lines, head }: Log, isErased: (content: LogContent) => boolean): Log {
  return {
    lines: lines.map((line) =>
      line.content && isErased(line.content) ? { ...line, content: undefined, salt: '' } : line,
    ),
    head,
  };
}

/**
 * Where a log is broken.
 * - `number`: a line is missing, moved or there twice
 * - `content`: what a line says has been changed
 * - `chain`: a line, or one before it, has been changed
 * - `end`: lines at the end are missing, or were added past the register
 */
export const BREAKS = ['number', 'content', 'chain', 'end'] as const;
export interface LogBreak {
  readonly why: (typeof BREAKS)[number];
  /** The number of the first line that does not fit, counted from 1 as they stand. */
  readonly line: number;
}

/** The first place at which a log does not fit; undefined: it is whole. */
export function firstBreak({ lines, head }: Log): LogBreak | undefined {
  let before = '';
  for (const [at, line] of lines.entries()) {
    if (line.number !== at + 1) return { why: 'number', line: at + 1 };
    if (line.content && contentDigest(line.salt, line.content) !== line.digest) return { why: 'content', line: at + 1 };
    if (lineHash(line, before) !== line.hash) return { why: 'chain', line: at + 1 };
    before = line.hash;
  }
  return head.lines === lines.length && head.hash === before ? undefined : { why: 'end', line: lines.length + 1 };
}

function contentDigest(salt: string, { customerId, said }: LogContent): string {
  return sha256([salt, customerId, said]);
}

function lineHash(
  { number, at, who, kind, digest }: Pick<LogLine, 'number' | 'at' | 'who' | 'kind' | 'digest'>,
  before: string,
): string {
  return sha256([number, at, who, kind, digest, before]);
}

function sha256(value: unknown): string {
  const hash = new Sha256();
  hash.update(new TextEncoder().encode(JSON.stringify(value)));
  return hash.digest();
}
