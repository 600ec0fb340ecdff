/** Remembered answers about sheets as JSON, and back with every part checked. */
import type { Json } from '../storage/document.ts';
import type { SheetAnswer } from '../workers/engine-jobs.ts';

type Mapping = NonNullable<SheetAnswer['mapping']>;

export function writeAnswer({ mapping, dateOrder, decimalMark }: SheetAnswer): Json {
  return {
    ...(mapping && { mapping: { columns: mapping.columns, constants: mapping.constants ?? {} } }),
    ...(dateOrder && { dateOrder }),
    ...(decimalMark && { decimalMark }),
  };
}

/** Undefined when the record is none of ours. */
export function readAnswer(json: Json): SheetAnswer | undefined {
  const fields = fieldsOf(json);
  if (!fields) return undefined;
  const mapping = readMapping(fields['mapping']);
  const { dateOrder, decimalMark } = fields;
  return {
    ...(mapping && { mapping }),
    ...((dateOrder === 'mdy' || dateOrder === 'dmy') && { dateOrder }),
    ...((decimalMark === '.' || decimalMark === ',') && { decimalMark }),
  };
}

function readMapping(json: Json | undefined): Mapping | undefined {
  const fields = fieldsOf(json);
  if (!fields) return undefined;
  const columns = Object.entries(fieldsOf(fields['columns']) ?? {});
  const constants = Object.entries(fieldsOf(fields['constants']) ?? {});
  return {
    columns: Object.fromEntries(columns.filter((entry): entry is [string, number] => Number.isInteger(entry[1]))),
    constants: Object.fromEntries(constants.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
  };
}

function fieldsOf(json: Json | undefined): Readonly<Record<string, Json>> | undefined {
  if (json === null || typeof json !== 'object' || Array.isArray(json)) return undefined;
  return json as Readonly<Record<string, Json>>;
}
