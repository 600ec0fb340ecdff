/** What the cells of a workbook hide from whoever only reads their values, found while its parts are inflated under guard. */
import { TagScanner, attribute } from './tags.ts';

/** Cells with one trait: how many, and the first of them (`A3`). */
export interface Spotted {
  readonly count: number;
  readonly first: string;
}

export interface SheetOddities {
  /** Numbers shown with leading zeros that they do not have. */
  readonly zeros: Spotted;
  /** Cells that hold an error such as #DIV/0!. */
  readonly errors: Spotted;
  /** Formulas whose result was not saved. */
  readonly formulas: Spotted;
  readonly merged: Spotted;
  /** Dates that hold 29 February 1900, which only Excel counts (serial 60). */
  readonly noDays: Spotted;
  /** Cells that refer to a text which the workbook does not have. */
  readonly lostTexts: Spotted;
}

const NONE: Spotted = { count: 0, first: '' };

function spot(spotted: Spotted | undefined, cell: string): Spotted {
  return spotted ? { count: spotted.count + 1, first: spotted.first } : { count: 1, first: cell };
}

/** The counts of one sheet, before styles and texts of the workbook are known. */
class SheetSurvey {
  errors = NONE;
  formulas = NONE;
  merged = NONE;
  /** Cells that hold plain numbers, by the number of their style. */
  readonly numbers = new Map<number, Spotted>();
  /** Of these, the cells that hold 60 and a fraction. */
  readonly sixties = new Map<number, Spotted>();
  /** The cell with the highest number of a shared text, and those whose number is none. */
  highestText = { index: -1, cell: '' };
  badTexts = NONE;
  private cell = { name: '', type: '', style: 0, hasFormula: false, value: '' };

  readonly onTag = (name: string, attributes: string, before: string): void => {
    if (name === 'c') this.start(attributes);
    else if (name === 'f') this.cell.hasFormula = true;
    else if (name === '/v') this.cell.value = before;
    else if (name === '/c') this.end();
    else if (name === 'mergeCell') this.merged = spot(this.merged.count > 0 ? this.merged : undefined, attribute(attributes, 'ref'));
  }; // prettier-ignore

  private start(attributes: string): void {
    const style = Number(attribute(attributes, 's'));
    this.cell = { name: attribute(attributes, 'r'), type: attribute(attributes, 't'), style, hasFormula: false, value: '' };
  } // prettier-ignore

  private end(): void {
    const { name, type, style, hasFormula, value } = this.cell;
    if (hasFormula && value === '' && type !== 'str') this.formulas = spot(counted(this.formulas), name);
    if (type === 'e') this.errors = spot(counted(this.errors), name);
    if (type === 's') this.noteText(value, name);
    if (value === '' || (type !== '' && type !== 'n')) return;
    this.numbers.set(style, spot(this.numbers.get(style), name));
    if (Math.floor(Number(value)) === 60) this.sixties.set(style, spot(this.sixties.get(style), name));
  }

  private noteText(value: string, cell: string): void {
    const index = /^\d+$/.test(value) ? Number(value) : -1;
    if (index < 0) this.badTexts = spot(counted(this.badTexts), cell);
    else if (index > this.highestText.index) this.highestText = { index, cell };
  }
}

function counted(spotted: Spotted): Spotted | undefined {
  return spotted.count > 0 ? spotted : undefined;
}

/** Takes the parts of a workbook as they are inflated, and tells afterwards what is odd about each sheet. */
export class WorkbookSurvey {
  private readonly sheets = new Map<string, SheetSurvey>();
  private readonly paths = new Map<string, string>();
  private readonly ids = new Map<string, string>();
  private readonly formats = new Map<string, string>();
  private readonly styles: string[] = [];
  private texts = 0;
  private isInStyles = false;
  private countsFrom1904 = false;

  /** What to do with the bytes of a part; undefined: nothing. */
  scannerOf(path: string): TagScanner | undefined {
    if (/^xl\/worksheets\/[^/]+\.xml$/i.test(path)) {
      const sheet = new SheetSurvey();
      this.sheets.set(path.toLowerCase(), sheet);
      return new TagScanner(sheet.onTag);
    }
    const onTag = this.readers.get(path.toLowerCase());
    return onTag && new TagScanner(onTag);
  }

  /** What is odd, by the name of the sheet. */
  oddities(): ReadonlyMap<string, SheetOddities> {
    const found = new Map<string, SheetOddities>();
    for (const [name, id] of this.ids) {
      const sheet = this.sheets.get((this.paths.get(id) ?? '').toLowerCase());
      if (sheet) found.set(name, this.odditiesOf(sheet));
    }
    return found;
  }

  private odditiesOf(sheet: SheetSurvey): SheetOddities {
    const { errors, formulas, merged, highestText, badTexts } = sheet;
    const zeros = this.cellsOf(sheet.numbers, (_, code) => showsZeros(code));
    const noDays = this.countsFrom1904 ? NONE : this.cellsOf(sheet.sixties, showsDay);
    const beyond = highestText.index >= this.texts ? { count: 1, first: highestText.cell } : NONE;
    return { zeros, errors, formulas, merged, noDays, lostTexts: badTexts.count > 0 ? badTexts : beyond };
  }

  /** The cells whose number format is such, which is a number or has a code. */
  private cellsOf(byStyle: ReadonlyMap<number, Spotted>, isSuch: (format: string, code: string) => boolean): Spotted {
    let all = NONE;
    for (const [style, { count, first }] of byStyle) {
      const format = this.styles[style] ?? '';
      if (!isSuch(format, this.formats.get(format) ?? '')) continue;
      all = { count: all.count + count, first: all.first === '' ? first : all.first };
    }
    return all;
  }

  private readonly readers: ReadonlyMap<string, (name: string, attributes: string) => void> = new Map([
    ['xl/workbook.xml', (name: string, attributes: string) => {
      if (name === 'workbookPr') this.countsFrom1904 = /^(1|true)$/.test(attribute(attributes, 'date1904'));
      if (name === 'sheet') this.ids.set(attribute(attributes, 'name'), attribute(attributes, 'id'));
    }],
    ['xl/_rels/workbook.xml.rels', (name: string, attributes: string) => {
      if (name === 'Relationship') this.paths.set(attribute(attributes, 'Id'), partPath(attribute(attributes, 'Target')));
    }],
    ['xl/styles.xml', (name: string, attributes: string) => {
      if (name === 'numFmt') this.formats.set(attribute(attributes, 'numFmtId'), attribute(attributes, 'formatCode'));
      if (name === 'cellXfs' || name === '/cellXfs') this.isInStyles = name === 'cellXfs';
      if (name === 'xf' && this.isInStyles) this.styles.push(attribute(attributes, 'numFmtId'));
    }],
    ['xl/sharedstrings.xml', (name: string) => {
      if (name === 'si') this.texts++;
    }],
  ]); // prettier-ignore
}

function partPath(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Whether a number format shows a day: those that every workbook has, or one with a code of its own. */
function showsDay(format: string, code: string): boolean {
  return /^(1[4-7]|22|2[7-9]|3[0-6]|5[0-8])$/.test(format) || /[dy]/i.test(plainCode(code));
}

function plainCode(code: string): string {
  return code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, '');
}

/** Whether a number format fills up with zeros on the left, as for ids: `00000`. */
function showsZeros(code: string): boolean {
  const [positive = ''] = plainCode(code).split(';');
  return /^[^#?0]*0{2,}(?![.0])/.test(positive) && !/[dmyhs]/i.test(positive);
}
