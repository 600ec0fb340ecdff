/** Fields from canonical columns: a format states only what does not follow from a column's name and kind. */
import { headerKey } from '../../core/ids.ts';
import type { Kinds } from '../../core/schema/columns/kinds.ts';
import type { Field, FieldKind } from './fields.ts';

/** What a format says about one of its columns. */
export interface FieldDetails extends Partial<Omit<Field, 'name'>> {
  /** Further `headerKey` forms beside that of the label. */
  readonly also?: readonly string[];
}

/** What holds for each column unless a format says otherwise: `skuId` stands under `SkuId`. */
export function fieldsOf<K extends Kinds>(
  columns: K,
  details: Readonly<Partial<Record<keyof K, FieldDetails>>>,
): readonly (Field & { readonly name: keyof K & string })[] {
  return Object.entries(columns).map(([name, kind]) => {
    const { also = [], ...own }: FieldDetails = details[name] ?? {};
    const label = own.label ?? name.charAt(0).toUpperCase() + name.slice(1);
    return { name, label, keys: [headerKey(label), ...also], kind: fieldKind(kind), ...own };
  });
}

function fieldKind(kind: Kinds[string]): FieldKind {
  return kind === 'exact' ? 'decimal' : kind;
}
