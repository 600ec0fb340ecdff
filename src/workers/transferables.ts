/** Finds the buffers in a result, so that columns move between threads instead of being copied. */

/**
 * The distinct array buffers behind all typed arrays in a value: tables, lists, maps and plain objects are walked. Hand
 * them over only when the sender keeps nothing of the value.
 */
export function transferablesOf(value: unknown): readonly ArrayBuffer[] {
  const buffers = new Set<ArrayBuffer>();
  collect(value, buffers, new Set());
  return [...buffers];
}

function collect(value: unknown, buffers: Set<ArrayBuffer>, seen: Set<object>): void {
  if (typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  if (value instanceof ArrayBuffer) buffers.add(value);
  else if (ArrayBuffer.isView(value)) collect(value.buffer, buffers, seen);
  else for (const item of itemsOf(value)) collect(item, buffers, seen);
}

function itemsOf(value: object): Iterable<unknown> {
  return Array.isArray(value) || value instanceof Map || value instanceof Set ? value.values() : Object.values(value);
}
