/** A series that was recognised in some texts. */

/** The text at a place: 0 is the first of the texts that it was found in, before it come negative places. */
export type Series = (place: number) => string;

/** The step between all neighbours when it is the same; undefined otherwise, or for a single one. */
export function evenStep<T>(items: readonly T[], difference: (a: T, b: T) => number | undefined): number | undefined {
  let step: number | undefined;
  for (const [index, item] of items.entries()) {
    const before = items[index - 1];
    if (index === 0 || before === undefined) continue;
    const each = difference(before, item);
    if (each === undefined || (step !== undefined && each !== step)) return undefined;
    step = each;
  }
  return step;
}
