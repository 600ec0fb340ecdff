/** Values and formats that Excel, Sheets and LibreOffice write into the attributes of a cell. */
import { shiftPoint } from '../../core/decimal-text.ts';
import { formatKind, type FormatKind } from './cell-formats.ts';
import type { RawValue } from './clip-table.ts';
import { decodeEntities } from './entities.ts';
import { type ShownMarks, shownValue } from './excel-shown.ts';
import { styleFormat } from './mso-styles.ts';

/** What holds for all cells of a clipboard. */
export interface SourceContext {
  /** Excel's number formats by class. */
  readonly formats: ReadonlyMap<string, string>;
  /** The marks of Excel's shown numbers. */
  readonly marks: ShownMarks | undefined;
  /** Excel counts days from 1904. */
  readonly is1904: boolean;
}

type Attributes = ReadonlyMap<string, string>;

const TEXT: RawValue = { kind: 'text' };
const DAYS_1904 = 1462;

/** The value of a cell as its source has it, by our own mark or by those of Sheets, LibreOffice, Excel; undefined for none. */
export function sourceValue(attributes: Attributes, text: string, context: SourceContext): RawValue | undefined {
  return (
    ownValue(attributes) ??
    sheetsValue(attributes) ??
    calcValue(attributes, text) ??
    excelValue(attributes, text, context)
  );
}

function decoded(attributes: Attributes, name: string): string | undefined {
  const written = attributes.get(name);
  return written === undefined ? undefined : decodeEntities(written);
}

const OWN_KINDS: ReadonlySet<string> = new Set<FormatKind>(['number', 'percent', 'date']);

/** `data-exact="12.5 percent"`, as `writeClipboard` writes it: digits that no double holds. */
function ownValue(attributes: Attributes): RawValue | undefined {
  const [written = '', kind = ''] = (attributes.get('data-exact') ?? '').split(' ');
  if (written === 'text') return TEXT;
  if (!/^-?\d+(?:\.\d+)?$/.test(written) || !OWN_KINDS.has(kind)) return undefined;
  return { kind: 'number', decimal: shiftPoint(written, 0), format: kind as FormatKind };
}

/** `data-sheets-value='{"1":3,"3":0.5}'`: 2 is text, 3 a number, 4 a flag. */
function sheetsValue(attributes: Attributes): RawValue | undefined {
  const value = jsonFields(decoded(attributes, 'data-sheets-value'));
  const kind = value?.get('1');
  if (kind === 2) return TEXT;
  if (kind === 4) return { kind: 'flag', flag: value?.get('4') === 1 || value?.get('4') === true };
  const number = value?.get('3');
  return kind === 3 && typeof number === 'number' ? numberValue(number, sheetsFormat(attributes)) : undefined;
}

const SHEETS_KINDS: ReadonlyMap<unknown, FormatKind> = new Map([[1, 'text'], [3, 'percent'], [5, 'date'], [6, 'time'], [7, 'date']]); // prettier-ignore

function sheetsFormat(attributes: Attributes): FormatKind {
  const format = jsonFields(decoded(attributes, 'data-sheets-numberformat'));
  const pattern = format?.get('2');
  return SHEETS_KINDS.get(format?.get('1')) ?? (typeof pattern === 'string' ? formatKind(pattern) : 'number');
}

function jsonFields(json: string | undefined): ReadonlyMap<string, unknown> | undefined {
  if (json === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

/** `sdval="0.5" sdnum="1031;0;0,00%"`: the format behind the second semicolon, written in its own language. */
function calcValue(attributes: Attributes, text: string): RawValue | undefined {
  const format = decoded(attributes, 'sdnum')?.split(';').slice(2).join(';') ?? '';
  const value = attributes.get('sdval');
  if (value === undefined) return formatKind(format) === 'text' ? TEXT : undefined;
  const number = value.trim() === '' ? NaN : Number(value);
  if ((number === 0 || number === 1) && /^\p{L}+$/u.test(text)) return { kind: 'flag', flag: number === 1 };
  return numberValue(number, formatKind(format));
}

/**
 * `x:num="0.5"`, `x:num` (the text is the number), `x:str`, `x:bool`, and the format of its class or style. Cells without
 * these are numbers when they stand at the right without being told to, which Excel writes as `align=right`.
 */
function excelValue(attributes: Attributes, text: string, context: SourceContext): RawValue | undefined {
  const flag = attributes.get('x:bool');
  if (flag !== undefined) return { kind: 'flag', flag: /^(?:true|1)$/i.test(flag || text) };
  const format = excelFormat(attributes, context);
  const kind = formatKind(format);
  const value = attributes.get('x:num')?.trim();
  if (value !== undefined && value !== '') {
    return numberValue(kind === 'date' && context.is1904 ? Number(value) + DAYS_1904 : Number(value), kind);
  }
  if (attributes.has('x:str') || kind === 'text') return TEXT;
  const isNumber = value !== undefined || attributes.get('align') === 'right';
  return isNumber && context.marks ? shownValue(text, format, context.marks) : undefined;
}

function excelFormat(attributes: Attributes, { formats }: SourceContext): string {
  const style = decoded(attributes, 'style');
  return (
    (style === undefined ? undefined : styleFormat(style)) ?? formats.get(attributes.get('class') ?? '') ?? 'General'
  );
}

/**
 * A number of the source. All three programs compute with doubles and some write 17 digits of one: the shortest text of
 * the same double is what was typed.
 */
function numberValue(number: number, format: FormatKind): RawValue | undefined {
  if (!Number.isFinite(number)) return undefined;
  const [mantissa = '', power = '0'] = String(number).split('e');
  return { kind: 'number', decimal: shiftPoint(mantissa, Number(power)), format };
}
