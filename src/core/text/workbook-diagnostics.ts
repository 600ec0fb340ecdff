/** Diagnostics about what cells of workbooks hide. */
import type { MessageParams } from './message-params.ts';

const p = (params: MessageParams, name: string): string => String(params[name] ?? '');

/** `1 cell`, `2 cells`. */
function cells(params: MessageParams): string {
  return Number(params['count']) === 1 ? '1 cell' : `${p(params, 'count')} cells`;
}

export const workbookMessages = {
  'zeros-only-shown': (m: MessageParams) => `${cells(m)} (the first is ${p(m, 'cell')}) show leading zeros that they do not hold: Excel made numbers of them. If they are ids, export them again as text.`,
  'no-such-day': (m: MessageParams) => `${cells(m)} with 29 February 1900, a day that only Excel counts (the first is ${p(m, 'cell')}), read as 1900-02-28. Correct them if the day matters.`,
  'error-cells': (m: MessageParams) => `${cells(m)} with an error of Excel such as #DIV/0! (the first is ${p(m, 'cell')}), read as that text. Correct the formulas.`,
  'formulas-without-value': (m: MessageParams) => `${cells(m)} with a formula whose result was not saved (the first is ${p(m, 'cell')}), read as empty. Open the workbook in Excel and save it again.`,
  'merged-cells': (m: MessageParams) => `${p(m, 'count')} merged ranges (the first is ${p(m, 'cell')}). Only their first cell holds a value; the others are read as empty.`,
  'hidden-sheets': (m: MessageParams) => `Hidden sheets were not read: ${p(m, 'sheets')}. Show them in Excel if they matter.`,
  'binary-workbook': () => 'A binary workbook (XLSB). Open it in Excel and save it as XLSX.',
  'open-document': () => 'An OpenDocument file (ODS). Save it as XLSX or CSV.',
  'web-page': () => 'A web page or XML, whatever its name says. Open it in Excel and save it as XLSX.',
}; // prettier-ignore
