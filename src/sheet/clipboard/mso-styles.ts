/** Number formats in the style sheets and style attributes that Excel writes. */

const RULE_HEAD = /\.([\w-]+)\s*\{/y;
const FORMAT = /mso-number-format:\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^;}]*)/i;

/** Formats by class name: `.xl65 {mso-number-format:"0\.00";}`. */
export function classFormats(css: string): readonly [string, string][] {
  const found: [string, string][] = [];
  let at = css.indexOf('.');
  while (at >= 0) {
    RULE_HEAD.lastIndex = at;
    const name = RULE_HEAD.exec(css)?.[1];
    const from = name === undefined ? at + 1 : RULE_HEAD.lastIndex;
    const to = name === undefined ? from : blockEnd(css, from);
    const format = name === undefined ? undefined : styleFormat(css.slice(from, to));
    if (name !== undefined && format !== undefined) found.push([name, format]);
    at = css.indexOf('.', to);
  }
  return found;
}

/** The place of the `}` of a block that begins at `from`, quotes passed over. */
function blockEnd(css: string, from: number): number {
  let quote = '';
  for (let at = from; at < css.length; at += 1) {
    const character = css[at] ?? '';
    if (character === '\\') at += 1;
    else if (quote !== '') quote = character === quote ? '' : quote;
    else if (character === '}') return at;
    else if (character === '"' || character === "'") quote = character;
  }
  return css.length;
}

/** The number format that declarations such as `mso-number-format:"\@"` set; undefined for none. */
export function styleFormat(declarations: string): string | undefined {
  const written = FORMAT.exec(declarations)?.[1]?.trim();
  if (written === undefined || written === '') return undefined;
  const inner = /^["']/.test(written) ? written.slice(1, -1) : written;
  return inner.replace(/\\([\dA-Fa-f]{4})|\\(.)/g, (_, code?: string, character?: string) =>
    code === undefined ? (character ?? '') : String.fromCharCode(parseInt(code, 16)),
  );
}
