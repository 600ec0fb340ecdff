/** The check that a chart's SVG can neither run nor request anything before it goes into a report. */

const ELEMENTS = new Set('svg g path rect line text tspan defs pattern clipPath title'.split(' '));

const ATTRIBUTES = new Set(
  (
    'xmlns xmlns:xlink version viewBox width height x y x1 x2 y1 y2 d id class role transform fill stroke opacity ' +
    'fill-opacity stroke-opacity stroke-width stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin ' +
    'stroke-miterlimit text-anchor font-family font-size font-weight font-style dx dy pointer-events clip-path ' +
    'patternUnits patternTransform display aria-hidden aria-label aria-roledescription'
  ).split(' '),
);

/** References that stay inside the document, and the namespaces' names, which nobody fetches. */
const LOCAL_REFERENCE = /url\(#[\w-]+\)/g;
const NAMESPACES = new Set(['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink']);
const ACTIVE_VALUE = /url\(|javascript:|data:|expression\(|https?:|\/\//i;

const TAG = /<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+="[^"<>]*")*)\s*\/?>/g;
const ATTRIBUTE = /([\w:-]+)="([^"]*)"/g;

/** Attributes whose value is prose, which may speak of anything. */
const PROSE = new Set(['aria-label', 'aria-roledescription']);

/**
 * Throws when an SVG document holds anything but drawing: a script, link, image, foreign element, event handler, style
 * sheet, or a reference that leaves the document.
 */
export function assertInertSvg(svg: string): void {
  const text = svg.replace(TAG, (_, _close: string, element: string, attributes: string) => {
    if (!ELEMENTS.has(element)) throw new Error(`INTERNAL: element in a chart: ${element}`);
    for (const [, name = '', value = ''] of attributes.matchAll(ATTRIBUTE)) assertInertAttribute(name, value);
    return '';
  });
  if (/[<>]/.test(text)) throw new Error('INTERNAL: markup in a chart that is not an element');
}

function assertInertAttribute(name: string, value: string): void {
  if (!ATTRIBUTES.has(name)) throw new Error(`INTERNAL: attribute in a chart: ${name}`);
  if (PROSE.has(name) || NAMESPACES.has(value)) return;
  if (ACTIVE_VALUE.test(value.replace(LOCAL_REFERENCE, ''))) {
    throw new Error(`INTERNAL: reference in a chart: ${name}="${value}"`);
  }
}
