/**
 * The one part of PapaParse in use, its tokeniser. Declared here because the full type package would bring Node's globals
 * into the pure folders.
 */
declare module 'papaparse/papaparse.js' {
  interface Tokens {
    readonly data: string[][];
    readonly errors: readonly { readonly code: string; readonly row: number }[];
    /** `cursor`: where the last complete row ended. */
    readonly meta: { readonly cursor: number };
  }
  interface Tokeniser {
    parse(text: string, baseIndex: number, ignoreLastRow: boolean): Tokens;
  }
  const Papa: {
    readonly Parser: new (config: {
      readonly delimiter: string;
      readonly newline: string;
      readonly preview?: number;
    }) => Tokeniser;
  };
  export default Papa;
}
