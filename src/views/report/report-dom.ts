/**
 * A report inside the app, as it looks as a file. Our policy forbids frames with styles of their own, so its body goes into a shadow root, and
 * its style sheet is adopted there.
 */

/** Lets our own reports through; the pages that it parses run nothing, and tests hold them to that. */
interface HtmlPolicy {
  readonly createHTML: (html: string) => string;
}
interface TrustedTypes {
  readonly createPolicy: (name: string, rules: HtmlPolicy) => HtmlPolicy;
}

let policy: HtmlPolicy | undefined;

function htmlPolicy(): HtmlPolicy {
  const rules = { createHTML: (html: string) => html };
  const { trustedTypes } = globalThis as { readonly trustedTypes?: TrustedTypes };
  return (policy ??= trustedTypes?.createPolicy('report-preview', rules) ?? rules);
}

/** Our reports have one style sheet. */
const STYLE = /<style>([^]*?)<\/style>/;

/** Puts a report in place of what a shadow root holds. @param html from our own exporter */
export function showReport(root: ShadowRoot, html: string): void {
  // Even a page that is only parsed stands under our policy, which forbids its style element.
  const [styled, css = ''] = STYLE.exec(html) ?? [''];
  const page = new DOMParser().parseFromString(htmlPolicy().createHTML(html.replace(styled, '')), 'text/html');
  const body = document.createElement('div');
  body.className = 'page';
  body.lang = page.documentElement.lang;
  body.append(...[...page.body.childNodes].map((node) => document.importNode(node, true)));
  root.adoptedStyleSheets = [sheetOf(inShadow(css))];
  root.replaceChildren(body);
  followAnchors(root);
}

/** Links inside the page would change the app's address. */
function followAnchors(root: ShadowRoot): void {
  for (const link of root.querySelectorAll('a')) {
    link.addEventListener('click', (event) => {
      event.preventDefault();
      const target = root.getElementById(link.hash.slice(1));
      target?.scrollIntoView({ block: 'start' });
    });
  }
}

/** Rules for the root and the body of a page, for the root of a shadow tree and what stands for the body in it. */
function inShadow(css: string): string {
  return css
    .replace(/:root\b/g, ':host')
    .replace(/^(\s*)html(?=\s*\{)/gm, '$1:host')
    .replace(/^(\s*)body(?=\s*\{)/gm, '$1.page');
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** Opens the print dialog with a report alone; resolves when it is closed. */
export async function printReport(html: string): Promise<void> {
  const host = document.createElement('div');
  host.className = 'printed-report';
  showReport(host.attachShadow({ mode: 'open' }), html);
  const pageRules = /@page \{[^]*?\n\}/.exec(html)?.[0] ?? '';
  const alone = sheetOf(`${pageRules}
    @media print { body > :not(.printed-report) { display: none !important } html, body { display: block; height: auto; overflow: visible } }
    @media screen { .printed-report { display: none } }`);
  document.body.append(host);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, alone];
  const closed = new Promise((resolve) => window.addEventListener('afterprint', resolve, { once: true }));
  window.print();
  await closed;
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== alone);
  host.remove();
}
