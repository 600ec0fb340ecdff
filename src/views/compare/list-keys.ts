/** The columns of the list of compared subscriptions, by key: some stand once for each scenario. */

const SINGLE = ['customer', 'product', 'id'] as const;
const EACH = ['amount', 'difference', 'percent', 'outcome'] as const;

export type ListKey =
  { readonly kind: (typeof SINGLE)[number] } | { readonly kind: (typeof EACH)[number]; readonly scenario: number };

/** The key of a column as a text. */
export function writeKey(key: ListKey): string {
  return 'scenario' in key ? `${key.kind} ${String(key.scenario)}` : key.kind;
}

/** The column of a key; the product's for one that is none. */
export function readKey(text: string): ListKey {
  const [kind, scenario] = text.split(' ');
  const each = EACH.find((one) => one === kind);
  if (each && scenario !== undefined) return { kind: each, scenario: Number(scenario) };
  return { kind: SINGLE.find((one) => one === kind) ?? 'product' };
}

/**
 * All columns: amounts with their differences first, then outcomes.
 * @param scenarios how many there are
 * @param reference the place of the one without differences
 */
export function listKeys(scenarios: number, reference: number): readonly ListKey[] {
  const others = Array.from({ length: scenarios }, (_, scenario) => scenario).filter((one) => one !== reference);
  return [
    { kind: 'customer' },
    { kind: 'product' },
    { kind: 'amount', scenario: reference },
    ...others.flatMap((scenario): ListKey[] => [
      { kind: 'amount', scenario },
      { kind: 'difference', scenario },
      { kind: 'percent', scenario },
    ]),
    ...[reference, ...others].map((scenario): ListKey => ({ kind: 'outcome', scenario })),
    { kind: 'id' },
  ];
}
