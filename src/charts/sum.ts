/** The sum of figures; exact for minor units as long as it is a safe integer. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
