/**
 * What a step changed, so that it can be undone and done again, also after a reload. A document is taken as a tree of
 * maps and plain objects; lists, texts and numbers are its leaves.
 */

type Path = readonly string[];

/** A place in the tree and what stood and stands there; `ABSENT` where nothing does. */
export interface Change {
  readonly path: Path;
  readonly before: unknown;
  readonly after: unknown;
}

export type Patch = readonly Change[];

/** Stands for a key that is not there. */
export const ABSENT: unique symbol = Symbol('absent');

/** Maps with more entries are compared entry by entry even when entries come or go; their order must not matter. */
const LARGE = 500;

/** What leads from one tree to the other; parts that both share are not looked into. */
export function diff(before: unknown, after: unknown, path: Path = []): Patch {
  if (Object.is(before, after)) return [];
  const keys = sharedKeys(before, after);
  if (!keys) return isEqualLeaf(before, after) ? [] : [{ path, before, after }];
  return keys.flatMap((key) => diff(get(before, key), get(after, key), [...path, key]));
}

/** What leads from one map to the other, entry by entry, so that entries that come later stay when it is taken back. */
export function diffEntries(
  before: ReadonlyMap<string, unknown>,
  after: ReadonlyMap<string, unknown>,
  path: Path,
): Patch {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    diff(get(before, key), get(after, key), [...path, key]),
  );
}

/** The keys of two containers of one kind; undefined when the change is told by replacing the whole. */
function sharedKeys(before: unknown, after: unknown): readonly string[] | undefined {
  if (before instanceof Map && after instanceof Map) {
    const keys = unite(before.keys(), after.keys());
    return keys && (keys.length > LARGE || haveSameKeys(before, after)) ? keys : undefined;
  }
  if (!isPlain(before) || !isPlain(after)) return undefined;
  const keys = Object.keys(before);
  const others = Object.keys(after);
  return keys.length === others.length && keys.every((key, at) => key === others[at]) ? keys : undefined;
}

/** The same keys in the same order. */
function haveSameKeys(one: ReadonlyMap<unknown, unknown>, other: ReadonlyMap<unknown, unknown>): boolean {
  if (one.size !== other.size) return false;
  const keys = other.keys();
  for (const key of one.keys()) if (keys.next().value !== key) return false;
  return true;
}

function unite(one: Iterable<unknown>, other: Iterable<unknown>): readonly string[] | undefined {
  const keys = new Set([...one, ...other]);
  const texts = [...keys].filter((key) => typeof key === 'string');
  return texts.length === keys.size ? texts : undefined;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

function isEqualLeaf(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  return writeValue(one) === writeValue(other);
}

function get(container: unknown, key: string): unknown {
  if (container instanceof Map) return container.has(key) ? container.get(key) : ABSENT;
  return isPlain(container) && Object.hasOwn(container, key) ? container[key] : ABSENT;
}

type Way = 'forward' | 'back';

/** The tree after a patch, forwards or back; what the patch does not touch is shared, what it does is copied once. */
export function applyPatch<T>(tree: T, patch: Patch, way: Way): T {
  return patched(tree, patch, 0, way) as T;
}

function patched(container: unknown, patch: Patch, depth: number, way: Way): unknown {
  const whole = patch.find(({ path }) => path.length === depth);
  if (whole) return way === 'forward' ? whole.after : whole.before;
  if (patch.length === 0) return container;
  const inner = [...byKey(patch, depth)].map(
    ([key, changes]) => [key, patched(get(container, key), changes, depth + 1, way)] as const,
  );
  return container instanceof Map ? withEntries(container, inner) : withFields(container, inner);
}

function byKey(patch: Patch, depth: number): ReadonlyMap<string, Change[]> {
  const groups = new Map<string, Change[]>();
  for (const change of patch) {
    const key = change.path[depth] ?? '';
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  return groups;
}

type Entries = readonly (readonly [key: string, value: unknown])[];

function withEntries(map: ReadonlyMap<unknown, unknown>, entries: Entries): unknown {
  const copy = new Map(map);
  for (const [key, value] of entries) {
    if (value === ABSENT) copy.delete(key);
    else copy.set(key, value);
  }
  return copy;
}

function withFields(object: unknown, entries: Entries): unknown {
  const copy: Record<string, unknown> = isPlain(object) ? { ...object } : {};
  for (const [key, value] of entries) {
    if (value === ABSENT) Reflect.deleteProperty(copy, key);
    else Object.defineProperty(copy, key, { value, enumerable: true, writable: true, configurable: true });
  }
  return copy;
}

/** A value of the tree as JSON; maps and absent values take a form of their own. */
export function writeValue(value: unknown): string {
  return JSON.stringify(encoded(value));
}

export function writePatch(patch: Patch): string {
  return JSON.stringify(patch.map(({ path, before, after }) => [path, encoded(before), encoded(after)]));
}

/** A stored patch; undefined when it is none. */
export function readPatch(text: string): Patch | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(json)) return undefined;
  const changes = json.flatMap((entry: unknown): Patch => {
    if (!Array.isArray(entry) || entry.length !== 3) return [];
    const [path, before, after] = entry as readonly unknown[];
    if (!Array.isArray(path) || !path.every((key) => typeof key === 'string')) return [];
    return [{ path, before: decoded(before), after: decoded(after) }];
  });
  return changes.length === json.length ? changes : undefined;
}

/** Everything is boxed as `[tag, …]` but texts, numbers, flags and null. */
function encoded(value: unknown): unknown {
  if (value === ABSENT) return ['-'];
  if (value === undefined) return ['?'];
  if (value instanceof Map) return ['m', [...value].map(([key, item]) => [encoded(key), encoded(item)])];
  if (Array.isArray(value)) return ['l', value.map(encoded)];
  if (isPlain(value)) return ['o', Object.entries(value).map(([key, item]) => [key, encoded(item)])];
  return value;
}

function decoded(json: unknown): unknown {
  if (!Array.isArray(json)) return json;
  const [tag, content] = json as readonly unknown[];
  const items = Array.isArray(content) ? (content as readonly unknown[]) : [];
  switch (tag) {
    case '-':
      return ABSENT;
    case 'm':
      return new Map(items.map((item) => pairOf(item)).map(([key, value]) => [decoded(key), decoded(value)]));
    case 'l':
      return items.map(decoded);
    case 'o':
      return Object.fromEntries(items.map((item) => pairOf(item)).map(([key, value]) => [String(key), decoded(value)]));
    default:
      return undefined;
  }
}

function pairOf(item: unknown): readonly [unknown, unknown] {
  return Array.isArray(item) ? [item[0] as unknown, item[1] as unknown] : ['', undefined];
}
