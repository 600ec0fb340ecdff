/** A report as one static page without script or request, the same bytes for the same document. */
import { createFormat } from '../../../core/format.ts';
import type { ReportDocument, ReportSection } from '../../../core/report/document.ts';
import { reportTexts } from '../../../core/text/report-texts.ts';
import { blockHtml, type BlockContext } from './blocks.ts';
import { brandStyle, logoHtml } from './brand.ts';
import { html, type Html, trustedMarkup } from '../../markup.ts';
import { staticPage } from '../../static-page.ts';
import { printStyle, REPORT_STYLE } from './style.ts';

/** The report as one HTML file. All texts of files and users are escaped; its only date is the as-of. */
export function reportHtml(document: ReportDocument): string {
  const { title, language, footer, paper, brand } = document;
  return staticPage({
    ...{ lang: language, title, hasPictures: true },
    style: REPORT_STYLE + brandStyle(brand) + printStyle(paper, title),
    body: html`${headHtml(document)}
      <main>${contentsHtml(document)}${sectionsHtml(document)}</main>
      <footer><p>${footer}</p></footer>`,
  });
}

function headHtml({ title, subtitle, generatedFor, brand, language }: ReportDocument): Html {
  const text = reportTexts(language).report;
  return html`<header>
    ${logoHtml(brand)}
    <h1>${title}</h1>
    <p>${subtitle}</p>
    ${generatedFor === undefined ? undefined : html`<p>${text.generatedFor(generatedFor)}</p>`}
    ${brand.name === '' ? undefined : html`<p>${text.from(brand.name)}</p>`}
  </header> `;
}

/** Fewer sections are seen at a glance. */
const FEWEST_LISTED = 4;

/** The sections as links inside the page. */
function contentsHtml({ sections, language }: ReportDocument): Html | undefined {
  if (sections.length < FEWEST_LISTED) return undefined;
  return html`<nav aria-labelledby="contents">
    <h2 id="contents">${reportTexts(language).report.toc}</h2>
    <ol>
      ${sections.map(
        ({ heading }, index) => html`<li><a ${trustedMarkup(`href="#${anchorOf(index)}"`)}>${heading}</a></li> `,
      )}
    </ol>
  </nav> `;
}

function sectionsHtml({ sections, locale, language }: ReportDocument): readonly Html[] {
  const format = createFormat(locale);
  const texts = reportTexts(language);
  let drawn = 0;
  const context: BlockContext = { format, texts, nextChart: () => `chart${String(++drawn)}-` };
  return sections.map((section, index) => sectionHtml(section, index, context));
}

function sectionHtml({ heading, say, blocks }: ReportSection, index: number, context: BlockContext): Html {
  return html`<section>
    <h2 id="${anchorOf(index)}">${heading}</h2>
    ${say === undefined ? undefined : html`<p class="say">${say}</p>`}
    ${blocks.map((block) => blockHtml(block, context))}
  </section> `;
}

function anchorOf(index: number): string {
  return `part-${String(index + 1)}`;
}
