/** The mapping dialog's state: which of our columns stands where in the file, and what to say about each. */
import { filesText } from '../../core/text/en/files.ts';
import { mappingText } from '../../core/text/en/mapping.ts';
import { dayToText } from '../../core/days.ts';
import { toDecimal } from '../../core/exact.ts';
import type { Format } from '../../core/format.ts';
import { headerKey } from '../../core/ids.ts';
import { type Column, type Table, dayAt, exactAt, flagAt, textAt } from '../../core/table.ts';
import type { ImportQuestion, SheetAnswer } from '../../state/imports.svelte.ts';

export type MappingQuestion = Extract<ImportQuestion, { kind: 'mapping' }>;
type Mapping = NonNullable<SheetAnswer['mapping']>;

/** Where one of our columns comes from. */
export type Source =
  | { readonly kind: 'none' }
  | { readonly kind: 'column'; readonly index: number }
  | { readonly kind: 'constant'; readonly text: string };

/** By our column; one that is absent is not in the file. */
export type Draft = ReadonlyMap<string, Source>;

/** What a file may be, and the columns that it may have then. */
export type Candidate = MappingQuestion['candidates'][number];

/** Columns that one value for all rows makes sense for, with the values on offer; none: any text. */
export const CONSTANTS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
  ['customerName', []],
  ['customerId', []],
  ['termDuration', ['P1M', 'P1Y', 'P3Y']],
  ['billingPlan', ['Monthly', 'Annual', 'Triennial']],
  ['segment', ['Commercial', 'Education', 'Charity', 'Government']],
  ['market', []],
  ['currency', []],
  ['billingCurrency', []],
  ['pricingCurrency', []],
  ['invoiceDate', []],
  ['month', []],
  ['effectiveStart', []],
  ['effectiveEnd', []],
  ['autoRenew', ['yes', 'no']],
]);

const NONE: Source = { kind: 'none' };

/** What the file may be, as options of a select: the likeliest first, and last that it is none of them. */
export function kindOptions({ candidates }: MappingQuestion): readonly { value: string; text: string }[] {
  const titles = candidates.map(({ kind, title }) => {
    const isAlone = candidates.filter((other) => other.kind === kind).length === 1;
    return isAlone ? filesText.kinds[kind] : title.charAt(0).toUpperCase() + title.slice(1);
  });
  return [
    ...titles.map((text, index) => ({ value: String(index), text })),
    { value: NONE_OF_THESE, text: mappingText.noneOfThese },
  ];
}

export const NONE_OF_THESE = 'none';

/** Our guesses as the first state. */
export function draftOfGuess({ guess }: Candidate): Draft {
  return new Map(guess.columns.map(({ column, index }) => [column, { kind: 'column', index }]));
}

/** A column's name and what else to know of it. */
export function wordsOf(
  { kind, columns }: Candidate,
  column: string,
): { readonly label: string; readonly hint: string } {
  const known = isDescribed(column) ? mappingText.columns[column] : undefined;
  if (kind === 'portfolio' && known) return known;
  return { label: columns.find(({ name }) => name === column)?.label ?? column, hint: known?.hint ?? '' };
}

function isDescribed(column: string): column is keyof typeof mappingText.columns {
  return Object.hasOwn(mappingText.columns, column);
}

export interface ColumnLists {
  readonly first: readonly string[];
  /** Not needed, and nothing in the file looks like them. */
  readonly others: readonly string[];
}

/** The columns of a candidate in the order in which the dialog shows them. */
export function columnLists({ kind, columns, guess }: Candidate): ColumnLists {
  const names = columns.map(({ name }) => name);
  if (kind === 'portfolio') {
    const order = Object.keys(mappingText.columns);
    return { first: order.filter((name) => names.includes(name)), others: [] };
  }
  const isFirst = ({ name, required }: Candidate['columns'][number]): boolean =>
    required || guess.columns.some(({ column }) => column === name);
  const first = columns.filter(isFirst).map(({ name }) => name);
  return { first, others: names.filter((name) => !first.includes(name)) };
}

export function sourceOf(draft: Draft, column: string): Source {
  return draft.get(column) ?? NONE;
}

/** The draft with one column's source changed. */
export function withSource(draft: Draft, column: string, source: Source): Draft {
  return new Map(draft).set(column, source);
}

const CONSTANT = 'constant';

/** A source as the value of its select. */
export function selectValue(source: Source): string {
  if (source.kind === 'none') return '';
  return source.kind === 'constant' ? CONSTANT : String(source.index);
}

/** The source that a select's value stands for; a value for all rows begins with the first on offer. */
export function sourceOfSelect(value: string, column: string): Source {
  if (value === '') return NONE;
  if (value === CONSTANT) return { kind: 'constant', text: CONSTANTS.get(column)?.[0] ?? '' };
  return { kind: 'column', index: Number(value) };
}

/** What a select offers for one of our columns. */
export function selectOptions(
  { header }: MappingQuestion,
  column: string,
): readonly { readonly value: string; readonly text: string }[] {
  const theirs = header.map((name, index) => ({ value: String(index), text: mappingText.column(name, index + 1) }));
  const constant = CONSTANTS.has(column) ? [{ value: CONSTANT, text: mappingText.oneValue }] : [];
  return [{ value: '', text: mappingText.none }, ...constant, ...theirs];
}

/** The mapping that a draft stands for; an empty constant counts for nothing. */
export function mappingOf(draft: Draft): Mapping {
  const columns: Record<string, number> = {};
  const constants: Record<string, string> = {};
  for (const [column, source] of draft) {
    if (source.kind === 'column') columns[column] = source.index;
    if (source.kind === 'constant' && source.text.trim() !== '') constants[column] = source.text.trim();
  }
  return { columns, constants };
}

/** The columns of the export of one customer's subscriptions, as the portal documents them. */
const PORTAL_EXPORT = ['subscriptionid', 'subscription', 'quantity', 'status', 'reseller'];

/** Whether a file is the portal's export and no more: nothing in it could fill the columns that are missing. */
export function isPortalExport({ header }: MappingQuestion): boolean {
  const keys = new Set(header.map(headerKey).filter((key) => key !== ''));
  return keys.size === PORTAL_EXPORT.length && PORTAL_EXPORT.every((key) => keys.has(key));
}

const SHOWN_SAMPLES = 3;

/** The first distinct values of a column of the file. */
export function samplesOf({ samples }: MappingQuestion, source: Source): string {
  if (source.kind !== 'column') return '';
  const cells = samples.map((row) => (row[source.index] ?? '').trim()).filter((cell) => cell !== '');
  return [...new Set(cells)].slice(0, SHOWN_SAMPLES).join(' · ') || mappingText.noSamples;
}

/** Why a column is chosen: our guess with its reason, or the user. */
export function reasonOf(
  { header }: Pick<MappingQuestion, 'header'>,
  { guess: { columns } }: Candidate,
  column: string,
  draft: Draft,
): string {
  const source = sourceOf(draft, column);
  if (source.kind === 'none') return isFilledByOffer(draft, column) ? mappingText.byOffer : '';
  const own = columns.find((other) => other.column === column);
  if (source.kind === 'constant' || own?.index !== source.index) return mappingText.byYou;
  const look = own.look === undefined ? '' : mappingText.look(own.look);
  const guess = mappingText.guess(mappingText.confidence[own.confidence], mappingText.reasons[own.reason], look);
  const isRenewal = column === 'commitmentEnd' && headerKey(header[own.index] ?? '').includes('renewal');
  return isRenewal ? mappingText.renewalGuess(guess) : guess;
}

/** Product and SKU may stand in one column with the availability. */
function isFilledByOffer(draft: Draft, column: string): boolean {
  return (column === 'productId' || column === 'skuId') && sourceOf(draft, 'offerId').kind !== 'none';
}

/** Headers of the file that nothing is read from. */
export function unusedHeaders({ header }: MappingQuestion, draft: Draft): readonly string[] {
  const used = new Set([...draft.values()].map((source) => (source.kind === 'column' ? source.index : -1)));
  return header.filter((name, index) => name !== '' && !used.has(index));
}

/** Our columns that a draft fills, as a preview shows them: the parts instead of the whole offer id. */
export function previewColumns(candidate: Candidate, draft: Draft): readonly string[] {
  const isSet = (column: string): boolean => sourceOf(draft, column).kind !== 'none';
  const { first, others } = columnLists(candidate);
  const isShown = (column: string): boolean => isSet(column) || isFilledByOffer(draft, column);
  return [...first, ...others].filter((column) => column !== 'offerId' && isShown(column));
}

/** The cells of a preview as texts. */
export function previewRows(
  table: Table,
  columns: readonly string[],
  format: Pick<Format, 'decimal'>,
  limit: number,
): readonly (readonly string[])[] {
  return Array.from({ length: Math.min(limit, table.rows) }, (_, row) =>
    columns.map((column) => cellText(table.columns.get(column), row, format)),
  );
}

function cellText(column: Column | undefined, row: number, format: Pick<Format, 'decimal'>): string {
  switch (column?.kind) {
    case 'day': {
      const day = dayAt(column, row);
      return day === undefined ? '' : dayToText(day);
    }
    case 'exact':
    case 'decimal': {
      const value = exactAt(column, row);
      return value === undefined ? '' : format.decimal(toDecimal(value, 0, 10));
    }
    case 'flag': {
      const flag = flagAt(column, row);
      return flag === undefined ? '' : flag ? mappingText.yes : mappingText.no;
    }
    default:
      return textAt(column, row);
  }
}
