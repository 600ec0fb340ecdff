/**
 * In which order formulas are computed: each after all that it reads. Works on ids, without recursion, so that chains of any
 * length and hundreds of names are no matter.
 */
import type { Needs } from './needs.ts';
import { nameKey } from './needs.ts';

/** A computed column or a named value, and the ids that it reads. Ids of what is not computed are let alone. */
export interface Dependent {
  readonly id: string;
  readonly needs: readonly string[];
}

export interface FormulaPlan {
  /** Ids such that each comes after all that it needs; without those in `cycles`. */
  readonly order: readonly string[];
  /** What reads itself, or reads what does, is `#CYCLE!`: by its id the ring, in reading order, the first again at its end. */
  readonly cycles: ReadonlyMap<string, readonly string[]>;
  /** What must be computed again, in order, when these ids have changed (themselves included where they are computed). */
  affected(changed: Iterable<string>): readonly string[];
}

/** The id of a column, which is known by its name in formulas; alike whatever its case. */
export function columnId(table: string, column: string): string {
  return JSON.stringify(['column', nameKey(table), nameKey(column)]);
}

/** The id of a named value. */
export function nameId(name: string): string {
  return JSON.stringify(['name', nameKey(name)]);
}

/** The ids that a formula reads. @param table the formula's own, '' where it stands in none */
export function idsOf({ columns, names }: Pick<Needs, 'columns' | 'names'>, table: string): readonly string[] {
  return [...columns.map((need) => columnId(need.table ?? table, need.column)), ...names.map(nameId)];
}

/** The plan for formulas that read each other. Ids are distinct. */
export function planFormulas(formulas: readonly Dependent[]): FormulaPlan {
  const known = new Map(formulas.map((formula) => [formula.id, formula]));
  const readers = new Map<string, string[]>();
  const waiting = new Map<string, number>();
  for (const { id, needs } of formulas) {
    const computed = new Set(needs.filter((need) => known.has(need)));
    waiting.set(id, computed.size);
    for (const need of computed) {
      const list = readers.get(need);
      if (list) list.push(id);
      else readers.set(need, [id]);
    }
  }
  const order = formulas.filter(({ id }) => waiting.get(id) === 0).map(({ id }) => id);
  // The list grows while it is walked.
  for (const id of order) {
    for (const reader of readers.get(id) ?? []) {
      const left = (waiting.get(reader) ?? 0) - 1;
      waiting.set(reader, left);
      if (left === 0) order.push(reader);
    }
  }
  const stuck = formulas.filter(({ id }) => (waiting.get(id) ?? 0) > 0);
  return { order, cycles: ringsOf(stuck), affected: (changed) => affected(order, known, changed) };
}

/** Everything stuck needs something stuck: following that, one comes to a ring. */
function ringsOf(stuck: readonly Dependent[]): ReadonlyMap<string, readonly string[]> {
  const known = new Map(stuck.map((formula) => [formula.id, formula]));
  const rings = new Map<string, readonly string[]>();
  for (const { id } of stuck) {
    const path: string[] = [];
    const places = new Map<string, number>();
    let at: string | undefined = id;
    while (at !== undefined && !rings.has(at) && !places.has(at)) {
      places.set(at, path.length);
      path.push(at);
      at = known.get(at)?.needs.find((need) => known.has(need));
    }
    if (at === undefined) continue;
    const ring = rings.get(at) ?? [...path.slice(places.get(at)), at];
    for (const part of path) rings.set(part, ring);
  }
  return rings;
}

function affected(
  order: readonly string[],
  known: ReadonlyMap<string, Dependent>,
  changed: Iterable<string>,
): readonly string[] {
  const dirty = new Set(changed);
  return order.filter((id) => {
    if (!dirty.has(id) && known.get(id)?.needs.some((need) => dirty.has(need)) !== true) return false;
    dirty.add(id);
    return true;
  });
}
