/** The shape of a part of the catalogue, whatever the language: the same keys, texts for texts, functions of the same values. */
export type Words<T> = T extends string
  ? string
  : T extends (...values: infer A) => string
    ? (...values: A) => string
    : { readonly [K in keyof T]: Words<T[K]> };
