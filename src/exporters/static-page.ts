/** The shell of every HTML file that leaves the app: one page that runs, loads and sends nothing. */
import { html, type HtmlValue, trustedMarkup } from './markup.ts';

export interface StaticPage {
  readonly lang: string;
  readonly title: string;
  /** From our own modules alone. */
  readonly style: string;
  /** Pictures inside the page may show. */
  readonly hasPictures: boolean;
  readonly bodyClass?: string;
  readonly body: HtmlValue;
}

/** The page may style itself, and hold pictures where it has some; it may load, run, send and frame nothing. */
function policyOf(hasPictures: boolean): string {
  const pictures = hasPictures ? ' img-src data:;' : '';
  return `default-src 'none'; style-src 'unsafe-inline';${pictures} base-uri 'none'; form-action 'none'`;
}

/** All texts are escaped. The same bytes for the same page. */
export function staticPage({ lang, title, style, hasPictures, bodyClass, body }: StaticPage): string {
  const page = html`<!doctype html>
    <html lang="${lang}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${trustedMarkup(policyOf(hasPictures))}" />
        <meta name="referrer" content="no-referrer" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        <style>
          ${trustedMarkup(style)}
        </style>
      </head>
      <body class="${bodyClass ?? 'page'}">
        ${body}
      </body>
    </html> `;
  return page.toString();
}
