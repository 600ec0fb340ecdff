/** What could be meant by the word before the caret. */
import type { Span } from '../ast.ts';
import { formulaTokens } from './tokens.ts';
import { columnReference, sheetReference } from './reference-text.ts';

/** All that a formula can name where it stands. */
export interface Vocabulary {
  /** In capitals. */
  readonly functions: readonly string[];
  /** Columns of the formula's own table; none in own sheets. */
  readonly columns: readonly string[];
  readonly names: readonly string[];
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  readonly sheets: readonly string[];
}

export interface Candidate {
  readonly kind: 'function' | 'column' | 'name' | 'table' | 'sheet';
  readonly label: string;
  /** What replaces `Completion.start` to `end`. */
  readonly text: string;
}

export interface Completion extends Span {
  /** Best first. */
  readonly candidates: readonly Candidate[];
}

/** A list that can still be read. */
const MOST = 50;

const WORD_BEFORE = /(?:^|[^\p{L}\p{M}\p{N}_.$!'\]])([\p{L}_][\p{L}\p{M}\p{N}_.]*)$/u;
const WORD_AFTER = /^[\p{L}\p{M}\p{N}_.]*/u;
/** A table, a bracket, perhaps `@` and another bracket, and what was typed of the column. */
const COLUMN_BEFORE = /([\p{L}_][\p{L}\p{M}\p{N}_.]*)?\[\s*(@)?\s*\[?((?:[^\][@]|'[[\]])*)$/u;
const COLUMN_AFTER = /^[^\][,;()"]*\]{1,2}/;

function ranked(candidates: readonly Candidate[], typed: string, isWithin: boolean): readonly Candidate[] {
  const wanted = typed.toLowerCase();
  const rank = ({ label }: Candidate): number => {
    const lower = label.toLowerCase();
    return lower.startsWith(wanted) ? 0 : isWithin && lower.includes(wanted) ? 1 : 2;
  };
  return candidates
    .map((candidate) => ({ candidate, rank: rank(candidate) }))
    .filter((entry) => entry.rank < 2)
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ candidate }) => candidate);
}

function isInText(text: string, caret: number, locale: string): boolean {
  const token = formulaTokens(text.slice(0, caret), locale).at(-1);
  if (token?.kind !== 'text') return false;
  const quotes = text.slice(token.start, caret).split('"').length - 1;
  return quotes % 2 === 1;
}

function columnCompletion(text: string, caret: number, words: Vocabulary): Completion | undefined {
  const match = COLUMN_BEFORE.exec(text.slice(0, caret));
  if (!match) return undefined;
  const [whole, table, isRow, typed = ''] = match;
  const other =
    table === undefined ? undefined : words.tables.find(({ name }) => name.toLowerCase() === table.toLowerCase());
  const columns = table === undefined ? words.columns : (other?.columns ?? []);
  const start = caret - whole.length;
  const after = COLUMN_AFTER.exec(text.slice(caret))?.[0] ?? '';
  const options = { thisRow: isRow !== undefined, table: table ?? '' };
  const candidates = columns.map((column): Candidate => ({
    kind: 'column',
    label: column,
    text: columnReference(column, options),
  }));
  return { start, end: caret + after.length, candidates: ranked(candidates, typed.trim(), true) };
}

function wordCandidates(words: Vocabulary, isCalled: boolean): readonly Candidate[] {
  return [
    ...words.columns.map((label): Candidate => ({
      kind: 'column',
      label,
      text: columnReference(label, { thisRow: true }),
    })),
    ...words.names.map((label): Candidate => ({ kind: 'name', label, text: label })),
    ...words.functions.map((label): Candidate => ({ kind: 'function', label, text: isCalled ? label : `${label}(` })),
    ...words.tables.map(({ name }): Candidate => ({ kind: 'table', label: name, text: `${name}[` })),
    ...words.sheets.map((label): Candidate => ({ kind: 'sheet', label, text: sheetReference(label) })),
  ];
}

/** What may be meant at the caret; undefined where nothing that has names is being typed. */
export function completionAt(text: string, caret: number, words: Vocabulary, locale: string): Completion | undefined {
  if (!text.startsWith('=') || isInText(text, caret, locale)) return undefined;
  const column = columnCompletion(text, caret, words);
  if (column) return column;
  const typed = WORD_BEFORE.exec(text.slice(0, caret))?.[1];
  if (typed === undefined) return undefined;
  const rest = WORD_AFTER.exec(text.slice(caret))?.[0] ?? '';
  const end = caret + rest.length;
  const candidates = ranked(wordCandidates(words, text[end] === '('), typed, false);
  return candidates.length === 0 ? undefined : { start: caret - typed.length, end, candidates };
}
