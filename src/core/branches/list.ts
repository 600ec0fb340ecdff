/**
 * The elements of a list as assumptions, each by what it speaks of: `decisions["customerId"]["…"]`. Two elements that speak of
 * the same are told apart by a number. Where elements stand is told only if it is not at the end: `decisions.order`.
 */
import { type Decoder, asList, asText } from '../scenario/decoders.ts';
import type { AssumptionPath } from '../scenario/notes.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { entryPath, fieldPath } from './path.ts';
import { isSameValue } from './same.ts';
import { type Place, type Section, type Settings, changesBetween } from './section.ts';

export interface ListOf<V> {
  readonly name: string;
  readonly place: Place<readonly V[]>;
  /** What an element speaks of. */
  readonly keyOf: (value: V) => readonly string[];
  readonly read: Decoder<V>;
  readonly write?: (value: V) => unknown;
}

/** The name of the order among the assumptions of a list. */
const ORDER = 'order';

/** The elements of a list by their paths, in their order. */
export function elementsByPath<V>(
  name: string,
  list: readonly V[],
  keyOf: (value: V) => readonly string[],
): ReadonlyMap<AssumptionPath, V> {
  const elements = new Map<AssumptionPath, V>();
  const counts = new Map<AssumptionPath, number>();
  for (const value of list) {
    const keys = keyOf(value);
    const path = entryPath(name, keys);
    const count = (counts.get(path) ?? 0) + 1;
    counts.set(path, count);
    elements.set(count === 1 ? path : entryPath(name, [...keys, `#${String(count)}`]), value);
  }
  return elements;
}

export function listSection<V>({ name, place, keyOf, read, write }: ListOf<V>): Section {
  const orderPath = fieldPath(name, ORDER);
  const all = (scenario: Scenario): ReadonlyMap<AssumptionPath, V> => elementsByPath(name, place.get(scenario), keyOf);

  function changes(before: Scenario, after: Scenario): Settings {
    if (place.get(before) === place.get(after)) return new Map();
    const wanted = all(after);
    const found = changesBetween(all(before), wanted, isSameValue);
    const usual = [...applied(all(before), found).keys()];
    const order = [...wanted.keys()];
    if (usual.every((path, at) => path === order[at])) return found;
    return new Map([...found, [orderPath, order] as const]);
  }

  function applied(elements: ReadonlyMap<AssumptionPath, V>, settings: Settings): ReadonlyMap<AssumptionPath, V> {
    const next = new Map(elements);
    for (const [path, value] of settings) {
      if (path === orderPath) continue;
      if (value === undefined) next.delete(path);
      else next.set(path, value as V);
    }
    return next;
  }

  function apply(scenario: Scenario, settings: Settings): Scenario {
    const next = applied(all(scenario), settings);
    const order = settings.get(orderPath) as readonly AssumptionPath[] | undefined;
    const paths = order ? inOrder([...next.keys()], order) : [...next.keys()];
    return place.set(
      scenario,
      paths.map((path) => next.get(path) as V),
    );
  }

  return {
    name,
    all,
    changes,
    apply,
    write: (path, value) => (write && path !== orderPath ? write(value as V) : value),
    read: (path, keys, value, problems) => {
      if (path === orderPath) return asList(asText)(value, path, problems);
      const element = path.includes('[') ? read(value, path, problems) : undefined;
      return element !== undefined && speaksOf(keyOf(element), keys) ? element : undefined;
    },
  };
}

/** The order as wished; paths that it does not name stay behind the one that they stood behind. */
function inOrder(paths: readonly AssumptionPath[], wished: readonly AssumptionPath[]): readonly AssumptionPath[] {
  const present = new Set(paths);
  const order = [...new Set(wished)].filter((path) => present.has(path));
  const named = new Set(order);
  for (const [at, path] of paths.entries()) {
    if (named.has(path)) continue;
    const before = paths[at - 1];
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, path);
  }
  return order;
}

function speaksOf(own: readonly string[], keys: readonly string[]): boolean {
  const number = keys.at(own.length);
  const isNumbered = keys.length === own.length + 1 && /^#([2-9]|[1-9]\d+)$/.test(number ?? '');
  return (isNumbered || keys.length === own.length) && own.every((key, at) => key === keys[at]);
}
