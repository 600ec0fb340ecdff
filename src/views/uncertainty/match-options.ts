/** Which values of the portfolio an input may name, with the names that people know them by. */
import type { UncertainMatch } from '../../core/scenario/uncertainty.ts';
import { type Table, textAt } from '../../core/table.ts';
import { uncertaintyText } from '../../core/text/en/uncertainty.ts';
import { MATCH_FIELDS, type MatchField, type NameOf } from './input-words.ts';

export interface MatchOption {
  /** The id, as the portfolio has it. */
  readonly value: string;
  /** What the list shows; each once. */
  readonly text: string;
}

/** How the user says which subscriptions: all, by one field, or as a file said it by several. */
export type Scope = 'all' | MatchField | 'several';

const NAMES: Partial<Readonly<Record<MatchField, string>>> = { customerId: 'customerName', productId: 'offerName' };

/** A list to pick from gets no shorter by being longer; ids that it leaves out can be typed. */
const MOST_LISTED = 500;

/** Reads each column when it is first asked for. */
export class MatchOptions {
  private readonly table: Table | undefined;
  private readonly read = new Map<MatchField, readonly MatchOption[]>();
  private readonly names = new Map<MatchField, ReadonlyMap<string, string>>();

  constructor(table: Table | undefined) {
    this.table = table;
  }

  /** The values of a field, by their text; at most `MOST_LISTED`. */
  listed(field: MatchField): readonly MatchOption[] {
    return this.all(field).slice(0, MOST_LISTED);
  }

  readonly nameOf: NameOf = (field, value) => this.namesOf(field).get(value) ?? value;

  /** The value that a typed text says: an option's text, or an id whatever its case. Undefined: the portfolio has no such. */
  valueOf(field: MatchField, typed: string): string | undefined {
    const wanted = typed.trim().toLowerCase();
    const options = this.all(field);
    const found =
      options.find(({ text }) => text.toLowerCase() === wanted) ??
      options.find(({ value }) => value.toLowerCase() === wanted);
    return found?.value;
  }

  /** How many subscriptions a match speaks of. */
  count(match: UncertainMatch): number {
    const { table } = this;
    if (!table) return 0;
    const wanted = MATCH_FIELDS.flatMap((field) => {
      const value = match[field];
      return value === undefined ? [] : [fits(table, field, value)];
    });
    if (wanted.length === 0) return table.rows;
    let count = 0;
    for (let row = 0; row < table.rows; row++) if (wanted.every((one) => one(row))) count++;
    return count;
  }

  private all(field: MatchField): readonly MatchOption[] {
    const known = this.read.get(field);
    if (known) return known;
    const names = this.namesOf(field);
    const shared = repeated([...names.values()]);
    const options = [...names].map(([value, name]) => ({
      value,
      text: shared.has(name) ? `${name} (${value})` : name,
    }));
    options.sort((a, b) => a.text.localeCompare(b.text, 'en') || (a.value < b.value ? -1 : 1));
    this.read.set(field, options);
    return options;
  }

  /** The first name of each value. */
  private namesOf(field: MatchField): ReadonlyMap<string, string> {
    const known = this.names.get(field);
    if (known) return known;
    const found = new Map<string, string>();
    const values = this.table?.columns.get(field);
    const names = this.table?.columns.get(NAMES[field] ?? field);
    for (let row = 0; row < (this.table?.rows ?? 0); row++) {
      const value = textAt(values, row);
      if (value !== '' && !found.has(value)) found.set(value, textAt(names, row) || value);
    }
    this.names.set(field, found);
    return found;
  }
}

/** By dictionary code: a hundred thousand rows need no text. */
function fits(table: Table, field: MatchField, value: string): (row: number) => boolean {
  const column = table.columns.get(field);
  if (column?.kind !== 'text') return () => false;
  const wanted = value.toLowerCase();
  const hits = Uint8Array.from(column.values, (one) => (one.toLowerCase() === wanted ? 1 : 0));
  return (row) => hits[column.codes[row] ?? 0] === 1;
}

function repeated(texts: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  return new Set(texts.filter((text) => seen.size === seen.add(text).size));
}

export function scopeOf(match: UncertainMatch): Scope {
  const named = MATCH_FIELDS.filter((field) => match[field] !== undefined);
  return named.length > 1 ? 'several' : (named[0] ?? 'all');
}

/** The choices of the first cell; several conditions only where a file said so. */
export function scopeOptions(now: Scope): readonly { readonly value: Scope; readonly text: string }[] {
  const scopes: readonly Scope[] = ['all', ...MATCH_FIELDS, ...(now === 'several' ? (['several'] as const) : [])];
  return scopes.map((value) => ({ value, text: uncertaintyText.scopes[value] }));
}
