/** Fields from canonical columns: a format states only what does not follow from a column's name and kind. */
import { headerKey } from '../../core/ids.ts';
import type { Kinds } from '../../core/schema/columns/kinds.ts';
import type { Field, FieldKind } from './fields.ts';

/** What a format says about one of its columns. */
export interface FieldDetails extends Partial<Omit<Field, 'name'>> {
  /** Further `headerKey` forms beside that of the label. */
  readonly also?: readonly string[];
}

/**
 * The fields of a format's columns; what `details` leaves out follows from name and kind.
 * @param labelOf the header that a column has unless `details` says otherwise: `SkuId` for `skuId`
 */
export function fieldsOf<K extends Kinds>(
  columns: K,
  details: Readonly<Partial<Record<keyof K, FieldDetails>>>,
  labelOf: (name: string) => string = capitalised,
): readonly (Field & { readonly name: keyof K & string })[] {
  return Object.entries(columns).map(([name, kind]) => {
    const { also = [], ...own }: FieldDetails = details[name] ?? {};
    const label = own.label ?? labelOf(name);
    return { name, label, keys: [headerKey(label), ...also], kind: fieldKind(kind), ...own };
  });
}

/** The label of a column whose header has a capital first letter. */
export function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** For formats whose own header has small first letters. */
export function asNamed(name: string): string {
  return name;
}

function fieldKind(kind: Kinds[string]): FieldKind {
  return kind === 'exact' ? 'decimal' : kind;
}
