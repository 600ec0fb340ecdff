/** The rows of a grouped view: each group's own row, and what is open below it. */
import { type Groups, type ViewRows, groupRow } from './groups.ts';

/** First in the list of closed groups: the list is turned round, and names those that are open. */
export const ALL_CLOSED = '*';

const STEP = 65_536;

/** A group as it stands in the list of closed ones. */
export function pathKey(labels: readonly string[]): string {
  return JSON.stringify(labels);
}

/** Says which groups are closed, by the list that a view keeps. */
export interface ClosedGroups {
  /** All are closed but those in `keys`. */
  readonly turned: boolean;
  readonly keys: ReadonlySet<string>;
  /** The last labels of `keys`, so that most groups are told without their path. */
  readonly last: ReadonlySet<string>;
}

export function closedGroups(list: readonly string[]): ClosedGroups {
  const turned = list[0] === ALL_CLOSED;
  const keys = new Set(turned ? list.slice(1) : list);
  const last = new Set<string>();
  for (const key of keys) last.add(lastLabel(key));
  return { turned, keys, last };
}

function lastLabel(key: string): string {
  try {
    const path: unknown = JSON.parse(key);
    return Array.isArray(path) ? String(path.at(-1)) : '';
  } catch {
    return '';
  }
}

/** Whether a group is closed. */
export function isClosed({ turned, keys, last }: ClosedGroups, labels: readonly string[]): boolean {
  const isNamed = last.has(labels.at(-1) ?? '') && keys.has(pathKey(labels));
  return isNamed !== turned;
}

/** The list with a group closed or opened. */
export function withClosed(list: readonly string[], labels: readonly string[], closed: boolean): readonly string[] {
  const key = pathKey(labels);
  const others = list.filter((other) => other !== key);
  return closed === (list[0] === ALL_CLOSED) ? others : [...others, key];
}

/**
 * The rows that show, in steps: closed groups hide all that is inside them.
 * @param labelOf the text of a group's own value
 */
export function* viewRowSteps(
  order: Uint32Array,
  groups: Groups,
  closed: ClosedGroups,
  labelOf: (group: number) => string,
): Generator<undefined, ViewRows> {
  const rows = new Int32Array(order.length + groups.count);
  const innermost = groups.level.reduce((most, level) => Math.max(most, level), 0);
  const labels: string[] = [];
  let length = 0;
  /** Where the closed group ends that is being passed over. */
  let hiddenUntil = 0;
  for (let group = 0; group < groups.count; group++) {
    if (group % STEP === STEP - 1) yield;
    const [level = 0, start = 0, end = 0] = [groups.level[group], groups.start[group], groups.end[group]];
    if (start < hiddenUntil) continue;
    labels.length = level;
    labels.push(labelOf(group));
    rows[length++] = groupRow(group);
    if (isClosed(closed, labels)) hiddenUntil = end;
    else if (level === innermost) {
      rows.set(order.subarray(start, end), length);
      length += end - start;
    }
  }
  return rows.slice(0, length);
}
