export interface Guess {
  readonly columns: readonly never[];
}
export function guessMapping(_header: readonly string[], _rows: readonly (readonly string[])[]): Guess {
  return { columns: [] };
}
export function isWorthMapping(_guess: Guess): boolean {
  return false;
}
