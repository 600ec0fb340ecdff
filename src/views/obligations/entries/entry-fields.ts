/** The fields of an entry as a list of them shows and takes them. */

export interface EntryField {
  /** A text field of the entry. */
  readonly key: string;
  readonly title: string;
  readonly kind?: 'date' | 'wide' | undefined;
  /** A choice instead of free text. */
  readonly options?: readonly { readonly value: string; readonly text: string }[] | undefined;
}

/** How an entry stands: a word, and whether it is in order, open or wrong. */
export interface EntryState {
  readonly text: string;
  readonly tone: 'good' | 'open' | 'bad';
}

/** The text of a field; empty for one that the entry does not have. */
export function fieldText(entry: object, key: string): string {
  const value = (entry as Readonly<Record<string, unknown>>)[key];
  return typeof value === 'string' ? value : '';
}

/** The entries with one field of one of them changed. */
export function withField<T extends { readonly id: string }>(
  entries: readonly T[],
  id: string,
  key: string,
  value: string,
): readonly T[] {
  return entries.map((entry) => (entry.id === id ? { ...entry, [key]: value.trim() } : entry));
}

/** What a field and a choice say when they were changed. */
export type FieldEvent = Event & { readonly currentTarget: HTMLInputElement };
export type ChoiceEvent = Event & { readonly currentTarget: HTMLSelectElement };
