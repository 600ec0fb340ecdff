/** How often properties are tried: `npm run soak` multiplies what `npm test` does. */
const factor = Number(process.env['TERMWISE_SOAK'] ?? '1');

export function runs(usual: number): number {
  return Math.round(usual * factor);
}
