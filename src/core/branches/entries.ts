/** The entries of a map as assumptions: `clauses["…"]`. Their order means nothing. */
import type { Decoder } from '../scenario/decoders.ts';
import type { AssumptionPath } from '../scenario/notes.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { entryPath, parsePath } from './path.ts';
import { isSameValue } from './same.ts';
import type { Place, Section, Settings } from './section.ts';

export interface EntriesOf<V> {
  readonly name: string;
  readonly place: Place<ReadonlyMap<string, V>>;
  readonly read: Decoder<V>;
  readonly write?: (value: V) => unknown;
}

export function entrySection<V>({ name, place, read, write }: EntriesOf<V>): Section {
  const pathOf = (key: string): AssumptionPath => entryPath(name, [key]);

  function changes(before: Scenario, after: Scenario): Settings {
    const [one, other] = [place.get(before), place.get(after)];
    const found = new Map<AssumptionPath, unknown>();
    if (one === other) return found;
    for (const key of one.keys()) if (!other.has(key)) found.set(pathOf(key), undefined);
    for (const [key, value] of other) if (!isSameValue(one.get(key), value)) found.set(pathOf(key), value);
    return found;
  }

  function apply(scenario: Scenario, settings: Settings): Scenario {
    const next = new Map(place.get(scenario));
    for (const [path, value] of settings) {
      const key = parsePath(path)?.keys[0] ?? '';
      if (value === undefined) next.delete(key);
      else next.set(key, value as V);
    }
    return place.set(scenario, next);
  }

  return {
    name,
    all: (scenario) => new Map([...place.get(scenario)].map(([key, value]) => [pathOf(key), value])),
    changes,
    apply,
    write: (_, value) => (write ? write(value as V) : value),
    read: (path, keys, value, problems) => (keys.length === 1 ? read(value, path, problems) : undefined),
  };
}
