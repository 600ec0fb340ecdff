/** Charts inside a page: pictures of shapes and texts only, checked tag by tag. */
import { escapeFurther, type Html, trustedMarkup } from '../../markup.ts';

const ELEMENTS = new Set([
  ...['svg', 'g', 'defs', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon', 'text', 'tspan'],
  ...['title', 'desc', 'clipPath', 'pattern', 'linearGradient', 'radialGradient', 'stop'],
]);
const FORBIDDEN_ATTRIBUTE = /^(?:on.*|.*href|src|style|base|from|to|values|attributeName)$/i;

const TAG = /^<\/?([A-Za-z]+)((?:\s+[A-Za-z][\w:-]*="[^"<>]*")*)\s*\/?>$/;
const ATTRIBUTE = /\s+([A-Za-z][\w:-]*)="([^"]*)"/g;
const NAMESPACE = /\sxmlns(?::\w+)?="[^"]*"/g;

/**
 * The picture as markup, or undefined when it holds anything but plain shapes and texts.
 * @param prefix put before the ids inside, since several pictures share the page
 */
export function safeSvg(svg: string, prefix: string): Html | undefined {
  const picture = svg.trim().replace(NAMESPACE, '');
  const tags = picture.match(/<[^>]*>?/g) ?? [];
  const whole = picture.startsWith('<svg') && picture.endsWith('</svg>');
  if (!whole || !tags.every(isPlainTag)) return undefined;
  return trustedMarkup(
    picture
      .replace(/(?<=>)[^<>]+(?=<)/g, escapeFurther)
      .replace(/(?<=\saria-[\w-]+=")[^"]*/g, escapeFurther)
      .replace(/(?<=\sid=")/g, prefix)
      .replace(/(?<=url\(#)/g, prefix),
  );
}

function isPlainTag(tag: string): boolean {
  const [, name = '', attributes = ''] = TAG.exec(tag) ?? [];
  if (!ELEMENTS.has(name)) return false;
  return [...attributes.matchAll(ATTRIBUTE)].every(([, key = '', value = '']) => isPlainAttribute(key, value));
}

/** References stay inside the picture; `&` could spell anything. */
function isPlainAttribute(key: string, value: string): boolean {
  if (key.startsWith('aria-') || key === 'class') return true;
  if (FORBIDDEN_ATTRIBUTE.test(key)) return false;
  const outside = value.replace(/url\(#[\w-]+\)/g, '');
  return !/url\s*\(|javascript|data:|:\/\/|@import|&/i.test(outside);
}
