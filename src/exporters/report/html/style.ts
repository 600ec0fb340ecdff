/**
 * The report's style sheet. Its tokens are those of the app (a test compares them), so that charts drawn with them look
 * the same here.
 */

const TOKENS = `:root {
  color-scheme: light dark;
  --surface: light-dark(#ffffff, #17191d);
  --chrome: light-dark(#f5f6f7, #1e2126);
  --hover: light-dark(#eef0f3, #24282f);
  --line: light-dark(#e3e6ea, #2b3037);
  --line-strong: light-dark(#c6ccd4, #434a54);
  --text: light-dark(#1a1e24, #e4e7eb);
  --muted: light-dark(#59626e, #a3abb6);
  --accent: light-dark(#3a45b0, #a6b1ff);
  --focus: light-dark(#1f4fd8, #9db8ff);
  --selection: light-dark(#e8eafa, #282e52);
  --positive: light-dark(#12693c, #74d39c);
  --negative: light-dark(#b0271c, #ff9188);
  --part-current: light-dark(#8b93a0, #6f7886);
  --part-promotion: light-dark(#c2500e, #f08a4b);
  --part-list: light-dark(#3b7de0, #6aa2ff);
  --part-commitment: light-dark(#075e54, #52d6c0);
  --part-uplift: light-dark(#75207f, #b95cc4);
  --part-currency: light-dark(#b28c00, #ead06a);
  --pays-passed: light-dark(#14633a, #7fd49a);
  --pays-delayed: light-dark(#a98f6a, #b7a27c);
  --pays-absorbed: light-dark(#c03a70, #d8476f);
  --grid-rule: light-dark(#e9ebee, #292e35);
  --axis: light-dark(#858d98, #7c8591);
  --font: -apple-system, 'Segoe UI Variable Text', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, system-ui, sans-serif;
}`;

const PAGE = `
*, *::before, *::after { box-sizing: border-box; }
html { font: 13px/1.4 var(--font); color: var(--text); background: var(--surface); font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 1200px; padding: 24px; }
h1, h2, h3, p, dl, dd, figure { margin: 0; }
h1 { font-size: 22px; line-height: 28px; overflow-wrap: anywhere; }
h2 { font-size: 16px; padding-top: 24px; margin-top: 24px; border-top: 1px solid var(--line-strong); }
h3 { font-size: 13px; margin: 12px 0 6px; }
header p, footer, .muted, .unit, .say { color: var(--muted); }
.say { max-width: 80ch; text-wrap: pretty; margin: 2px 0 8px; }
.unit { font-size: 11px; }
.worse { color: var(--negative); white-space: nowrap; }
.better { color: var(--positive); white-space: nowrap; }
.kpis { display: grid; grid-template-columns: repeat(auto-fill, minmax(150px, 1fr)); border: 1px solid var(--line-strong); margin-bottom: 16px; }
.kpis div { padding: 8px 12px; border-right: 1px solid var(--line); border-bottom: 1px solid var(--line); }
.kpis dt { color: var(--muted); font-size: 11px; }
.kpis dd { font-size: 16px; font-weight: 600; }
.kpis dd .unit { font-weight: 400; }
.scroll { overflow-x: auto; border: 1px solid var(--line-strong); }
.scroll:focus-visible, summary:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 12px; }
th, td { padding: 3px 8px; text-align: left; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--line); unicode-bidi: isolate; }
thead th { background: var(--chrome); font-weight: 600; border-bottom-color: var(--line-strong); vertical-align: bottom; }
tfoot th, tfoot td { background: var(--chrome); font-weight: 600; border-top: 1px solid var(--line-strong); border-bottom: 0; }
.text { min-width: 7em; overflow-wrap: break-word; }
.id { min-width: 12em; overflow-wrap: anywhere; }
tr > :first-child { position: sticky; left: 0; min-width: 9em; max-width: 24em; background: var(--surface); }
thead tr > :first-child, tfoot tr > :first-child { background: var(--chrome); }
.mono { color: var(--muted); display: block; font: 10px/1.3 ui-monospace, 'Cascadia Mono', Consolas, monospace; overflow-wrap: anywhere; }
.figure { text-align: right; white-space: nowrap; }
.code { white-space: nowrap; }
figure { margin: 16px 0; }
figure > svg { display: block; max-width: 100%; height: auto; }
ul { list-style: none; margin: 0; padding: 0; }
.legend { display: flex; flex-wrap: wrap; gap: 2px 16px; font-size: 12px; margin-bottom: 6px; }
details { margin-top: 6px; }
summary { color: var(--accent); min-height: 24px; padding: 3px 0; }
nav ol { margin: 0; padding-left: 20px; columns: 260px 3; }
nav li { min-height: 24px; break-inside: avoid; }
a { color: var(--accent); text-underline-offset: 2px; }
a:focus-visible { outline: 2px solid var(--focus); outline-offset: 1px; }
header { border-top: 3px solid var(--brand, var(--line-strong)); padding-top: 12px; }
.logo { display: block; max-width: 240px; max-height: 64px; margin-bottom: 12px; }
footer { margin-top: 24px; padding-top: 12px; border-top: 1px solid var(--line-strong); font-size: 11px; }
@media (max-width: 600px) {
  body { padding: 12px; }
  .kpis { grid-template-columns: 1fr 1fr; }
}
@media (forced-colors: active) {
  figure > svg, .legend svg { forced-color-adjust: none; background: var(--surface); }
}
@media print {
  :root { color-scheme: light; }
  html { font-size: 11px; }
  body { max-width: none; padding: 0; }
  h2 { margin-top: 16px; padding-top: 12px; }
  table { font-size: 9px; }
  .wide { font-size: 8px; }
  .mono { font-size: 6.5px; }
  th, td { padding: 2px 4px; }
  thead th { white-space: normal; }
  .text, .id { min-width: 8em; }
  .wide .text, .wide .id { min-width: 6em; }
  tbody .text, tbody .id { overflow-wrap: anywhere; }
  .wide .named, .named { min-width: 12em; }
  tr > :first-child { position: static; min-width: 0; max-width: 16em; }
  tr > .text:first-child { min-width: 9em; }
  thead th, tfoot > tr > *, tr > :first-child, thead tr > :first-child, tfoot tr > :first-child { background: none; }
  .scroll { overflow: visible; border: 0; }
  thead { display: table-header-group; }
  tfoot { display: table-row-group; }
  tr, p, figcaption, figure > svg, .kpis div { break-inside: avoid; }
  h2, h3, .say, figcaption, .legend { break-after: avoid; }
  tbody tr:nth-child(-n+2) { break-after: avoid; }
  tbody tr:nth-last-child(-n+2), tfoot, footer { break-before: avoid; }
  details::details-content { content-visibility: visible; display: block; }
  summary, nav { display: none; }
}`;

/** Page size, and in the margins the title and the page's number where the browser prints such. */
export function printStyle(paper: 'a4' | 'letter', title: string): string {
  const small = 'font: 8px system-ui, sans-serif; color: #59626e;';
  return `
@page {
  size: ${paper === 'a4' ? 'A4' : 'letter'};
  margin: 14mm 14mm 16mm;
  @bottom-left { content: ${cssString(title)}; ${small} }
  @bottom-right { content: counter(page) ' / ' counter(pages); ${small} }
}`;
}

/** A text as a string of a style sheet: whatever is no letter, digit or space is written by its number. */
function cssString(text: string): string {
  const characters = Array.from(text.slice(0, LONGEST_TITLE), (character) =>
    /^[\p{L}\p{N} ]$/u.test(character) ? character : `\\${(character.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `'${characters.join('')}'`;
}

const LONGEST_TITLE = 120;

export const REPORT_STYLE = TOKENS + PAGE;
