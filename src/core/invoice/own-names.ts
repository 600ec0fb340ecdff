/** What the user said that names on their own invoices mean: remembered with the workbook. */

/** Of customers and items that Microsoft has no part in. */
export const NOT_MICROSOFT = '-';

export interface OwnAliases {
  /** Own name (or id where there is no name), as it is matched → Microsoft's customer id, or `NOT_MICROSOFT`. */
  readonly customers: ReadonlyMap<string, string>;
  /** Own item text, as it is matched → `PRODUCT:SKU` or `PRODUCT`, or `NOT_MICROSOFT`. */
  readonly items: ReadonlyMap<string, string>;
}

export interface OwnNames extends OwnAliases {
  /** Months by which invoice dates are later than what is billed, of lines with no other date: 0 or 1. */
  readonly lag: number;
}

export const NO_OWN_NAMES: OwnNames = { customers: new Map(), items: new Map(), lag: 0 };

/** The names after one was said to mean something; undefined: it means nothing any more. */
export function withMeaning(
  names: OwnNames,
  kind: keyof OwnAliases,
  key: string,
  meaning: string | undefined,
): OwnNames {
  const next = new Map(names[kind]);
  if (meaning === undefined) next.delete(key);
  else next.set(key, meaning);
  return { ...names, [kind]: next };
}

/** As it is stored. */
export function writeOwnNames({ customers, items, lag }: OwnNames): unknown {
  return { customers: [...customers], items: [...items], lag };
}

/** As it was stored; what is no pair of texts is left out. */
export function readOwnNames(value: unknown): OwnNames {
  if (typeof value !== 'object' || value === null) return NO_OWN_NAMES;
  const { customers, items, lag } = value as Readonly<Record<string, unknown>>;
  return { customers: pairsOf(customers), items: pairsOf(items), lag: lag === 1 ? 1 : 0 };
}

function pairsOf(value: unknown): ReadonlyMap<string, string> {
  if (!Array.isArray(value)) return new Map();
  return new Map(
    value.flatMap((pair: unknown) => {
      if (!Array.isArray(pair)) return [];
      const [key, meaning] = pair as readonly unknown[];
      return typeof key === 'string' && typeof meaning === 'string' ? [[key, meaning] as const] : [];
    }),
  );
}
