/** Remembered answers about sheets as JSON, and back with every part checked. */
import { DATASET_KINDS } from '../core/schema/dataset.ts';
import { REPAIR_CODES } from '../core/schema/repairs.ts';
import type { Json } from '../storage/document.ts';
import type { RepairChoice, SheetAnswer } from '../workers/engine-jobs.ts';

type Mapping = NonNullable<SheetAnswer['mapping']>;

export function writeAnswer({ kind, header, mapping, dateOrder, decimalMark, rollUp, repairs }: SheetAnswer): Json {
  return {
    ...(kind && { kind }),
    ...(header && { header }),
    ...(mapping && { mapping: { columns: mapping.columns, constants: mapping.constants ?? {} } }),
    ...(dateOrder && { dateOrder }),
    ...(decimalMark && { decimalMark }),
    ...(rollUp !== undefined && { rollUp: rollUp === false ? false : [...rollUp] }),
    ...(repairs && { repairs: repairs.map(({ code, column, treatment }) => ({ code, column, treatment })) }),
  };
}

/** Undefined when the record is none of ours. */
export function readAnswer(json: Json): SheetAnswer | undefined {
  const fields = fieldsOf(json);
  if (!fields) return undefined;
  const mapping = readMapping(fields['mapping']);
  const { dateOrder, decimalMark } = fields;
  const kind = DATASET_KINDS.find((one) => one === fields['kind']);
  const header = readTexts(fields['header']);
  const rollUp = fields['rollUp'] === false ? false : readTexts(fields['rollUp']);
  return {
    ...(kind && { kind }),
    ...(header && { header }),
    ...(mapping && { mapping }),
    ...((dateOrder === 'mdy' || dateOrder === 'dmy') && { dateOrder }),
    ...((decimalMark === '.' || decimalMark === ',') && { decimalMark }),
    ...(rollUp !== undefined && { rollUp }),
    ...readRepairs(fields['repairs']),
  };
}

function readRepairs(json: Json | undefined): Pick<SheetAnswer, 'repairs'> {
  if (!Array.isArray(json)) return {};
  const repairs = json.flatMap((one: Json): readonly RepairChoice[] => {
    const { code, column, treatment } = fieldsOf(one) ?? {};
    const known = REPAIR_CODES.find((name) => name === code);
    if (!known || typeof column !== 'string' || (treatment !== 'apply' && treatment !== 'leave')) return [];
    return [{ code: known, column, treatment }];
  });
  return { repairs };
}

function readTexts(json: Json | undefined): readonly string[] | undefined {
  return Array.isArray(json) && json.every((name) => typeof name === 'string') ? json : undefined;
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
