/** What goes when a customer is erased, counted by place. */

export const ERASED_PLACES = [
  ...(['overrides', 'decisions', 'clauses', 'margins', 'price-changes', 'azure', 'uncertain', 'assumptions'] as const),
  ...(['notes', 'scenario-names', 'seats', 'own-names', 'verdicts', 'filters', 'cells', 'formulas', 'names'] as const),
  ...(['sheets', 'pivots', 'views', 'mappings', 'rules', 'report', 'workbook-name', 'file-names'] as const),
  ...(['obligations', 'other'] as const),
] as const;
export type ErasedPlace = (typeof ERASED_PLACES)[number];

export interface ErasedCount {
  readonly place: ErasedPlace;
  readonly count: number;
}

export class Tally {
  private readonly found = new Map<ErasedPlace, Set<string>>();

  /** @param key the same for what is the same, as several scenarios may say it */
  add(place: ErasedPlace, key: string): void {
    const known = this.found.get(place) ?? new Set();
    this.found.set(place, known.add(key));
  }

  /** In the order of the places. */
  lines(): readonly ErasedCount[] {
    return ERASED_PLACES.flatMap((place) => {
      const count = this.found.get(place)?.size;
      return count === undefined ? [] : [{ place, count }];
    });
  }
}
