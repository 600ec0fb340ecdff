/** One side of a pivot as a tree: the whole at level 0, then a level for each field, its nodes in the order of labels. */
import type { Field, Members } from './field.ts';
import { firstCodes, groupPairs, secondCodes } from './pairs.ts';

export interface AxisLevel {
  readonly nodes: number;
  /** The node above each node, on the level before; nodes of one parent stand together. */
  readonly parent: Uint32Array;
  /** Which member of the level's field each node is. */
  readonly member: Uint32Array;
}

export interface Axis {
  readonly fields: readonly AxisField[];
  /** One more than fields: level 0 is the whole. */
  readonly levels: readonly AxisLevel[];
  /** The node of each selected row on the deepest level. */
  readonly leafOf: Uint32Array;
}

export interface AxisField {
  readonly key: string;
  readonly members: Members;
}

const WHOLE: AxisLevel = { nodes: 1, parent: Uint32Array.of(0), member: Uint32Array.of(0) };

export function* axisSteps(
  rows: number,
  fields: readonly (Field & { readonly key: string })[],
): Generator<undefined, Axis> {
  const levels = [WHOLE];
  let leafOf = new Uint32Array(rows);
  let above = 1;
  for (const { codes, members } of fields) {
    const pairs = groupPairs(leafOf, above, codes, Math.max(1, members.values.length));
    yield;
    above = pairs.keys.length;
    levels.push({ nodes: above, parent: firstCodes(pairs), member: secondCodes(pairs) });
    leafOf = pairs.ids as Uint32Array<ArrayBuffer>;
    yield;
  }
  return { fields: fields.map(({ key, members }) => ({ key, members })), levels, leafOf };
}

/** The node on a level that each node of the deepest level belongs to. */
export function ancestors({ levels }: Axis, level: number): Uint32Array {
  const deepest = levels.length - 1;
  const found = Uint32Array.from({ length: levels[deepest]?.nodes ?? 0 }, (_, node) => node);
  for (let at = deepest; at > level; at--) {
    const parent = levels[at]?.parent;
    for (let leaf = 0; leaf < found.length; leaf++) found[leaf] = parent?.[found[leaf] ?? 0] ?? 0;
  }
  return found;
}

/** Members of the fields down to a node, the outermost first. */
export function pathOf({ levels }: Axis, level: number, node: number): readonly number[] {
  const path: number[] = [];
  for (let [at, here] = [level, node]; at > 0; at--) {
    path.unshift(levels[at]?.member[here] ?? 0);
    here = levels[at]?.parent[here] ?? 0;
  }
  return path;
}
