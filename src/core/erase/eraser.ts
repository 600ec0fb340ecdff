/** Takes one customer out of texts, lists and maps, and counts what goes. */
import { type ErasedPlace, Tally } from './tally.ts';
import type { Traces } from './traces.ts';

/** Fields that say whom or what an element of a list is about: it goes whole when they name the customer. */
const SUBJECTS: ReadonlySet<string> = new Set([
  ...['customerId', 'customer', 'customerName', 'subscriptionId', 'tenantId', 'subject', 'key', 'id', 'match'],
]);

export class Eraser {
  readonly traces: Traces;
  readonly tally = new Tally();

  constructor(traces: Traces) {
    this.traces = traces;
  }

  /** Whether a text anywhere in a value speaks of the customer: keys of maps and of records count too. */
  speaks(value: unknown): boolean {
    if (typeof value === 'string') return this.traces.in(value);
    if (typeof value !== 'object' || value === null) return false;
    if (Array.isArray(value)) return value.some((item) => this.speaks(item));
    const entries = value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : Object.entries(value);
    return entries.some(([key, item]) => this.speaks(key) || this.speaks(item));
  }

  /** The text, or none when it speaks of the customer. @param instead what stands there then */
  text(place: ErasedPlace, text: string, instead = ''): string {
    if (!this.traces.in(text)) return text;
    this.tally.add(place, text);
    return instead;
  }

  /** The elements that do not speak of the customer. */
  list<T>(place: ErasedPlace, list: readonly T[], said: (element: T) => unknown = (element) => element): readonly T[] {
    const kept = list.filter((element) => {
      const goes = this.speaks(said(element));
      if (goes) this.tally.add(place, JSON.stringify(element));
      return !goes;
    });
    return kept.length === list.length ? list : kept;
  }

  /** The entries whose key and value do not speak of the customer. */
  map<K extends string, V>(place: ErasedPlace, map: ReadonlyMap<K, V>): ReadonlyMap<K, V> {
    const entries = [...map];
    const kept = this.list(place, entries);
    return kept === entries ? map : new Map(kept);
  }

  /** The fields of a record that do not speak of the customer. */
  record<V>(place: ErasedPlace, record: Readonly<Record<string, V>>): Readonly<Record<string, V>> {
    const entries = Object.entries(record);
    const kept = this.list(place, entries);
    return kept === entries ? record : Object.fromEntries(kept);
  }

  /**
   * Plain data of any shape: entries under the customer's name or id go, elements that are about the customer go, and so do
   * texts in lists; any other text that speaks of them is blanked.
   */
  plain<T>(place: ErasedPlace, value: T): T {
    return this.speaks(value) ? (this.cleared(place, value) as T) : value;
  }

  private cleared(place: ErasedPlace, value: unknown): unknown {
    if (typeof value === 'string') return this.text(place, value);
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value))
      return this.list(place, value as unknown[], subjectOf).map((item) => this.plain(place, item));
    if (value instanceof Map)
      return new Map([...this.named(place, [...(value as ReadonlyMap<unknown, unknown>)])].map(([key, item]) => [key, this.plain(place, item)])); // prettier-ignore
    return Object.fromEntries(
      this.named(place, Object.entries(value)).map(([key, item]) => [key, this.plain(place, item)]),
    );
  }

  private named<K>(
    place: ErasedPlace,
    entries: readonly (readonly [K, unknown])[],
  ): readonly (readonly [K, unknown])[] {
    return this.list(place, entries, ([key, item]) => [key, typeof item === 'object' ? subjectOf(item) : undefined]);
  }
}

/** What an element is about; a text is about itself. */
function subjectOf(element: unknown): unknown {
  if (typeof element !== 'object' || element === null) return element;
  if (Array.isArray(element)) return element.filter((item) => typeof item === 'string');
  return Object.entries(element).flatMap(([field, value]) => (SUBJECTS.has(field) ? [value as unknown] : []));
}
