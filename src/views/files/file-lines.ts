/** The lines of the Files screen: stored datasets, and what became of the files of the last drop that were not stored. */
import type { Diagnostic, Ledger } from '../../core/diagnostics.ts';
import type { Format } from '../../core/format.ts';
import type { DatasetKind } from '../../core/schema/dataset.ts';
import { filesText } from '../../core/text/en/files.ts';
import { bytesText } from '../../core/text/en/storage.ts';
import { variantWords } from '../../core/text/variants.ts';
import type { FileOutcome } from '../../state/imports.svelte.ts';
import type { PriceListFacts, Workspace } from '../../state/workbook.svelte.ts';

type Entry = Workspace['entries'][number];
export type DamagedEntry = Extract<Entry, { state: 'damaged' }>;
export type StoredEntry = Extract<Entry, { state: 'ready' }>;

/** A file on the screen. `key` is stable while it is there. */
export type FileLine = { readonly key: string; readonly file: string } &
  /** `older`: a newer snapshot counts instead. */
  (
    | { readonly kind: 'stored'; readonly entry: StoredEntry; readonly older?: boolean }
    | { readonly kind: 'damaged'; readonly id: string; readonly entry: DamagedEntry }
    | { readonly kind: 'outcome'; readonly outcome: FileOutcome }
  );

/**
 * All lines: datasets in import order, then the files of the last drop that left none.
 * @param refused nothing of the last drop was stored, not even what could be read
 * @param newerOf the dataset that took over, by the id of the older snapshot
 */
export function fileLines(
  entries: readonly Entry[],
  last: readonly FileOutcome[],
  refused: boolean,
  newerOf: ReadonlyMap<string, string> = new Map(),
): readonly FileLine[] {
  const others = last.filter((outcome) => refused || outcomeKind(outcome) !== 'dropped');
  return [
    ...entries.map((entry): FileLine => {
      const { id, file } = entry;
      return entry.state === 'ready'
        ? { key: id, file, kind: 'stored', entry, older: newerOf.has(id) }
        : { key: id, file, kind: 'damaged', id, entry };
    }),
    ...others.map((outcome): FileLine => ({
      key: `drop:${outcome.file}`,
      file: outcome.file,
      kind: 'outcome',
      outcome,
    })),
  ];
}

export interface LineState {
  readonly icon: 'check' | 'pencil' | 'warning' | 'error' | 'info';
  readonly tone: 'positive' | 'warning' | 'negative' | 'muted';
  readonly word: string;
}

/** What became of a file, in an icon and a word. */
export function stateOf(line: FileLine, format: Pick<Format, 'count'>): LineState {
  const { states } = filesText;
  if (line.kind === 'damaged') return { icon: 'error', tone: 'negative', word: states.damaged };
  if (line.kind === 'outcome') return stateOfOutcome(line.outcome);
  if (line.older) return { icon: 'info', tone: 'muted', word: states.older };
  const { ledger, diagnostics, repairs = [] } = line.entry.info;
  if (ledger.rejected > 0)
    return { icon: 'warning', tone: 'warning', word: states.rejects(format.count(ledger.rejected)) };
  const countsTwice = repairs.some(({ other, applied }) => other !== undefined && !applied);
  if (countsTwice || diagnostics.some(({ severity }) => severity !== 'info'))
    return { icon: 'warning', tone: 'warning', word: states.noted };
  if (repairs.some(({ applied }) => applied)) return { icon: 'pencil', tone: 'warning', word: states.repaired };
  return { icon: 'check', tone: 'positive', word: states.read };
}

/** What became of a file of the last drop that left no dataset. */
export type OutcomeKind =
  'refused' | 'question' | 'duplicate' | 'scenario' | 'recipe' | 'recipe-book' | 'obligation-rules' | 'dropped';

/** Kinds that leave no dataset: the document has them. */
const TAKEN_OVER = ['scenario', 'recipe', 'obligation-rules'] as const;

export function outcomeKind({ state, duplicateOf, kind, recipe }: FileOutcome): OutcomeKind {
  if (state !== 'read') return state;
  if (duplicateOf !== undefined) return 'duplicate';
  if (kind === 'recipe' && recipe?.book) return 'recipe-book';
  return TAKEN_OVER.find((one) => one === kind) ?? 'dropped';
}

function stateOfOutcome(outcome: FileOutcome): LineState {
  const kind = outcomeKind(outcome);
  const word = filesText.states[kind];
  if (kind === 'recipe-book' || TAKEN_OVER.some((one) => one === kind))
    return { icon: 'check', tone: 'positive', word };
  if (kind === 'duplicate') return { icon: 'info', tone: 'muted', word };
  return kind === 'question' ? { icon: 'warning', tone: 'warning', word } : { icon: 'error', tone: 'negative', word };
}

/** What a file is: its version or part, billed or not; for price lists with markets and currencies. */
export function kindText(
  kind: DatasetKind,
  diagnostics: readonly Diagnostic[],
  facts: PriceListFacts | undefined,
): string {
  const text = [filesText.kinds[kind], ...variantWords(diagnostics)].join(', ');
  return facts ? filesText.priceList(text, facts.markets.join(' '), facts.currencies.join(' ')) : text;
}

/** Start and end of a hash; the whole of it stands in the details. */
export function shortHash(sha256: string): string {
  return sha256 === '' ? filesText.table.none : `${sha256.slice(0, 4)}…${sha256.slice(-4)}`;
}

/** A line's cells in the order of `FILE_COLUMNS`. */
export function cellsOf(
  line: FileLine,
  lists: Workspace['priceLists'],
  format: Pick<Format, 'count'>,
): readonly string[] {
  const { none } = filesText.table;
  const state = stateOf(line, format).word;
  if (line.kind === 'damaged') return [line.file, state, none, none, none, none, none, none, none];
  const { kind, bytes, sha256, ledger, diagnostics } = line.kind === 'stored' ? line.entry.info : line.outcome;
  const facts = line.kind === 'stored' ? lists.get(line.entry.id) : undefined;
  const counts = line.kind === 'stored' ? countsOf(ledger, format) : [none, none, none, none];
  return [line.file, state, kindText(kind, diagnostics, facts), ...counts, bytesText(bytes), shortHash(sha256)];
}

function countsOf({ read, accepted, rejected, skipped }: Ledger, format: Pick<Format, 'count'>): readonly string[] {
  return [read, accepted, rejected, skipped].map((count) => format.count(count));
}

/** The last line: files, and the sum of all ledgers. */
export function totalsOf(lines: readonly FileLine[], format: Pick<Format, 'count'>): readonly string[] {
  const ledgers = lines.flatMap((line) => (line.kind === 'stored' ? [line.entry.info.ledger] : []));
  const sum = (part: keyof Ledger): number => ledgers.reduce((total, ledger) => total + ledger[part], 0);
  const all = { read: sum('read'), accepted: sum('accepted'), rejected: sum('rejected'), skipped: sum('skipped') };
  return [filesText.table.total(lines.length), '', '', ...countsOf(all, format), '', ''];
}

const { table } = filesText;

export const FILE_COLUMNS = [
  { title: table.file },
  { title: table.state },
  { title: table.kind },
  { title: table.read, align: 'end' },
  { title: table.accepted, align: 'end' },
  { title: table.rejected, align: 'end' },
  { title: table.skipped, align: 'end' },
  { title: table.size, align: 'end' },
  { title: table.hash },
] as const;

/** The whole hash of a file; empty when it could not be read. */
export function hashOf(line: FileLine): string {
  if (line.kind === 'damaged') return '';
  return line.kind === 'stored' ? line.entry.info.sha256 : line.outcome.sha256;
}

/** The line to show details of: the chosen one, else the first that has something to say, else the first. */
export function selectedLine(
  lines: readonly FileLine[],
  key: string | undefined,
  format: Pick<Format, 'count'>,
): FileLine | undefined {
  const chosen = lines.find((line) => line.key === key);
  const hasNews = (line: FileLine): boolean => {
    const isOlder = line.kind === 'stored' && line.older === true;
    return !isOlder && stateOf(line, format).icon !== 'check';
  };
  return chosen ?? lines.find(hasNews) ?? lines[0];
}
