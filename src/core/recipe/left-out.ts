/** What a recipe leaves out, counted once however many scenarios say it. */

export const LEFT_OUT_KINDS = [
  ...([
    'decisions',
    'price-changes',
    'margins',
    'clauses',
    'overrides',
    'uncertain',
    'azure',
    'verdicts',
    'assumptions',
  ] as const),
  ...(['seats', 'notes', 'scenario-names', 'rules', 'filters', 'formulas', 'names', 'sheets', 'cells'] as const),
  ...(['pivots', 'views', 'mappings', 'report'] as const),
] as const;
export type LeftOutKind = (typeof LEFT_OUT_KINDS)[number];

export interface LeftOutLine {
  readonly kind: LeftOutKind;
  readonly count: number;
  /** What the user calls it, where it has a name. */
  readonly labels: readonly string[];
}

export class LeftOut {
  private readonly found = new Map<LeftOutKind, Map<string, string>>();

  /** @param key the same for what is the same @param label what the user calls it */
  note(kind: LeftOutKind, key: string, label = ''): void {
    const known = this.found.get(kind) ?? new Map<string, string>();
    this.found.set(kind, known.set(key, label));
  }

  /** In the order of the kinds. */
  lines(): readonly LeftOutLine[] {
    return LEFT_OUT_KINDS.flatMap((kind) => {
      const found = this.found.get(kind);
      if (!found) return [];
      return [{ kind, count: found.size, labels: [...found.values()].filter((label) => label !== '') }];
    });
  }
}

/** Whether a text mentions somebody. */
export type IsName = (text: string) => boolean;

/** Whether one of the texts in a value does: keys of maps count, names of fields don't. */
export function mentionsName(value: unknown, isName: IsName): boolean {
  if (typeof value === 'string') return isName(value);
  if (typeof value !== 'object' || value === null) return false;
  if (value instanceof Map) return [...value].some(([key, item]) => isName(String(key)) || mentionsName(item, isName));
  return Object.values(value).some((item) => mentionsName(item, isName));
}
