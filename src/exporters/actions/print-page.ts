/** A page to print: one file without script or request. */
import { type Html, type HtmlValue, html } from '../markup.ts';
import { staticPage } from '../static-page.ts';

const STYLE = `
:root { color-scheme: light dark; }
*, *::before, *::after { box-sizing: border-box; }
html { font: 14px/1.45 -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; color: light-dark(#1a1e24, #e4e7eb); background: light-dark(#ffffff, #17191d); font-variant-numeric: tabular-nums; -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 820px; padding: 32px 24px; }
body.wide { max-width: 1200px; }
h1 { font-size: 20px; line-height: 26px; margin: 0 0 4px; overflow-wrap: anywhere; }
h2 { font-size: 15px; margin: 24px 0 4px; overflow-wrap: anywhere; }
p { margin: 0 0 10px; max-width: 75ch; }
.muted { color: light-dark(#59626e, #a3abb6); }
dl { display: grid; gap: 2px 16px; grid-template-columns: minmax(9em, max-content) 1fr; margin: 0 0 12px; }
dt { color: light-dark(#59626e, #a3abb6); }
dd { margin: 0; overflow-wrap: anywhere; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; font-size: 12px; width: 100%; }
th, td { border: 1px solid light-dark(#c6ccd4, #434a54); padding: 4px 6px; text-align: left; vertical-align: top; overflow-wrap: break-word; }
thead th { background: light-dark(#f5f6f7, #1e2126); }
.mono { font: 11px/1.4 ui-monospace, Consolas, monospace; overflow-wrap: anywhere; }
.blank { min-width: 9em; }
.sign { display: grid; gap: 24px; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); margin-top: 36px; }
.sign div { border-top: 1px solid light-dark(#1a1e24, #e4e7eb); color: light-dark(#59626e, #a3abb6); font-size: 12px; margin-top: 24px; padding-top: 4px; }
@media (max-width: 500px) { body { padding: 16px; } dl { grid-template-columns: 1fr; } dd { margin-bottom: 6px; } }
@media print {
  :root { color-scheme: light; }
  @page { margin: 18mm; }
  html { font-size: 11pt; }
  body, body.wide { max-width: none; padding: 0; }
  .wide table { font-size: 7.5pt; }
  .wide .mono { font-size: 6.5pt; }
  .blank { min-width: 0; }
  .scroll { overflow: visible; }
  thead { display: table-header-group; }
  section, tr, .sign { break-inside: avoid; }
}`;

export interface PrintPage {
  readonly lang: string;
  readonly title: string;
  /** For tables: as wide as the screen, across the sheet in print. */
  readonly wide: boolean;
  readonly content: HtmlValue;
}

export function printPage({ lang, title, wide, content }: PrintPage): string {
  const across = wide ? '\n@media print { @page { size: landscape; margin: 12mm; } }' : '';
  return staticPage({
    ...{ lang, title, hasPictures: false, style: STYLE + across, bodyClass: wide ? 'wide' : 'letter' },
    body: html`<main>${content}</main>`,
  });
}

/** Lines to sign on. */
export function signLines(words: readonly string[]): Html {
  return html`<div class="sign">${words.map((word) => html`<div>${word}</div>`)}</div>`;
}
