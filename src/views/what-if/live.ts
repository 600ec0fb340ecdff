/** Which work begins by itself, and whether an answer is to the question that would be asked now. */

/** Subscriptions that are gone over in about a second. */
const MOST_LIVE = 1_000_000;

/** @param results how often the engine runs · @param size subscriptions in each run */
export function isLive(results: number, size: number): boolean {
  return results * size <= MOST_LIVE;
}

/** Whether two questions are about the same: equal parts, the handles by what they hold. */
export function sameQuestion(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one === 'function' && typeof other === 'function') return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (ArrayBuffer.isView(one) || one instanceof Map || other instanceof Map) return false;
  const [left, right] = [Object.entries(one), Object.entries(other)];
  const values = new Map<string, unknown>(right);
  return left.length === right.length && left.every(([key, value]) => sameQuestion(value, values.get(key)));
}
