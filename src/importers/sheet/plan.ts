/** Which cell of a file's rows goes where: from the header alone, or from the user's mapping. */
import { headerKey } from '../../core/ids.ts';
import type { FileColumn } from '../../core/schema/dataset.ts';
import type { Field } from './fields.ts';
import { type ExtraColumn, extraColumns, matchHeader } from './header.ts';

/** Where a field's cells stand. */
export interface CellSource {
  readonly index: number;
  /** Take only this part of `ProductId:SkuId:AvailabilityId`. */
  readonly part?: number;
}

/** A row's cell at a place; a row that is too short ends in empty cells. */
export function cellOf(row: readonly string[], { index, part }: CellSource): string {
  const cell = row[index] ?? '';
  return part === undefined ? cell : (cell.split(':')[part] ?? '');
}

export interface SheetPlan {
  readonly fields: readonly Field[];
  readonly header: readonly string[];
  /** By canonical name; a field without source has its fallback only. */
  readonly sources: ReadonlyMap<string, CellSource>;
  readonly extras: readonly ExtraColumn[];
  readonly duplicates: readonly string[];
}

/**
 * The plan of a file whose header has our names.
 * @param sparse leave out the columns that the file lacks, as far as a row can do without them
 */
export function planByHeader(header: readonly string[], fields: readonly Field[], sparse = false): SheetPlan {
  const { positions, extras, duplicates } = matchHeader(header, fields);
  const planned = sparse ? fields.filter((field) => positions.has(field.name) || isNeeded(field)) : fields;
  return {
    fields: planned.map((field) => asWritten(field, header[positions.get(field.name) ?? -1])),
    header,
    sources: new Map([...positions].map(([name, index]) => [name, { index }])),
    extras,
    duplicates,
  };
}

function isNeeded({ required, fallback }: Field): boolean {
  return required === true || fallback !== undefined;
}

/** A field whose numbers the file writes as fractions, if its header says so. */
function asWritten(field: Field, header: string | undefined): Field {
  const isFraction = header !== undefined && field.fractionKeys?.includes(headerKey(header));
  return isFraction ? { ...field, isFraction } : field;
}

/** A mapping in the user's words: our column to the file's column, and texts for columns that the file lacks. */
export interface ColumnMapping {
  /** `offerId` stands for a column that holds `ProductId:SkuId:AvailabilityId`. */
  readonly columns: Readonly<Record<string, number>>;
  readonly constants?: Readonly<Record<string, string>>;
}

/**
 * The plan of a file that the user mapped.
 * @param sparse as in `planByHeader`
 */
export function planByMapping(
  header: readonly string[],
  fields: readonly Field[],
  mapping: ColumnMapping,
  sparse = false,
): SheetPlan {
  const sources = new Map<string, CellSource>();
  const offer = mapping.columns['offerId'];
  if (offer !== undefined && !fields.some(({ name }) => name === 'offerId')) {
    sources.set('productId', { index: offer, part: 0 });
    sources.set('skuId', { index: offer, part: 1 });
  }
  for (const field of fields) {
    const index = mapping.columns[field.name];
    if (index !== undefined && index >= 0 && index < header.length) sources.set(field.name, { index });
  }
  const constants = new Map(Object.entries(mapping.constants ?? {}));
  const used = new Set([...sources.values()].map((source) => source.index));
  const filled = fields.map((field) => withFallback(field, constants.get(field.name)));
  const planned = sparse ? filled.filter((field) => sources.has(field.name) || isNeeded(field)) : filled;
  return {
    fields: planned.map((field) => asWritten(field, header[sources.get(field.name)?.index ?? -1])),
    header,
    sources,
    extras: extraColumns(header, used),
    duplicates: [],
  };
}

function withFallback(field: Field, constant: string | undefined): Field {
  return constant === undefined || constant === '' ? field : { ...field, fallback: constant };
}

/** Labels of the required fields for which the plan has neither a source nor a fallback. */
export function missingFields(plan: SheetPlan): Field[] {
  return plan.fields.filter((field) => field.required && field.fallback === undefined && !plan.sources.has(field.name));
}

/**
 * The columns that the file has, in its order. A column that was converted as a whole, or that is a part of the file's, has
 * its own label: under the file's header its cells would be read in another way.
 */
export function fileColumns({ fields, header, sources, extras }: SheetPlan): FileColumn[] {
  const own = fields.flatMap(({ name, label, isFraction = false }) => {
    const source = sources.get(name);
    if (!source) return [];
    const isWhole = !isFraction && source.part === undefined;
    return [{ at: source.index, column: name, header: isWhole ? (header[source.index] ?? label) : label }];
  });
  const others = extras.map(({ index, name }) => ({ at: index, column: name, header: header[index] ?? '' }));
  const all = [...own, ...others].sort((a, b) => a.at - b.at);
  return all.map(({ column, header: title }) => ({ column, header: title }));
}
