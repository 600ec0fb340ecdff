/**
 * Start tags, end tags and text of an HTML clipboard. A tokenizer of our own, since a table needs little of HTML, and what
 * is pasted may be anything: it builds nothing, runs nothing, and its time grows with the length alone.
 */

export interface TokenSink {
  /** `attributes`: what stands between name and `>`, as written; see `readAttributes`. */
  start(name: string, attributes: string): void;
  end(name: string): void;
  /** Text between tags, character references not yet decoded. */
  text(text: string): void;
  /** What a `<style>` holds. */
  style(css: string): void;
}

const NAME = /[A-Za-z][^\s/>]*/y;
/** Elements whose content is no markup. */
const RAW = new Set(['style', 'script', 'title', 'textarea', 'xml', 'noscript', 'template', 'comment']);
/** Excel's row of empty cells for old browsers, which is no row of the table. */
const MISALIGNED = '<![if supportMisalignedColumns]>';
const END_IF = '<![endif]>';

/** Hands the tokens of `html` to `sink`, in order. Comments, declarations, scripts and titles are passed over. */
export function readTokens(html: string, sink: TokenSink): void {
  const tags = new TagEnds(html);
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open !== at) sink.text(html.slice(at, open < 0 ? undefined : open));
    if (open < 0) return;
    at = readMarkup(html, open, tags, sink);
  }
}

/** Reads what begins with the `<` at `open`, and gives the place behind it. */
function readMarkup(html: string, open: number, tags: TagEnds, sink: TokenSink): number {
  const next = html[open + 1] ?? '';
  if (next === '!' || next === '?') return behindDeclaration(html, open);
  const isEnd = next === '/';
  NAME.lastIndex = open + (isEnd ? 2 : 1);
  const name = NAME.exec(html)?.[0];
  if (name === undefined) {
    if (isEnd) return behind(html, '>', open);
    sink.text('<');
    return open + 1;
  }
  const close = tags.endOf(NAME.lastIndex);
  const lower = name.toLowerCase();
  if (isEnd) sink.end(lower);
  else sink.start(lower, html.slice(NAME.lastIndex, close));
  return !isEnd && RAW.has(lower) ? behindRaw(html, close + 1, lower, sink) : close + 1;
}

function behindDeclaration(html: string, open: number): number {
  if (html.startsWith('<!--', open)) return behind(html, '-->', open + 2);
  if (html.startsWith(MISALIGNED, open)) return behind(html, END_IF, open);
  return behind(html, '>', open);
}

function behindRaw(html: string, from: number, name: string, sink: TokenSink): number {
  const end = new RegExp(`</${name}[\\s/>]`, 'gi');
  end.lastIndex = from;
  const stop = end.exec(html)?.index ?? html.length;
  if (name === 'style') sink.style(html.slice(from, stop));
  return stop;
}

/** The place behind the next `mark`, or the end. */
function behind(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

/** Finds where tags end: at the first `>` that is in no quotes. */
class TagEnds {
  private readonly html: string;
  /** Quotes that do not occur any more: looking for them again and again would take quadratic time. */
  private readonly used = new Set<string>();

  constructor(html: string) {
    this.html = html;
  }

  /** The place of the `>` of a tag whose name ends at `from`; the end of the text when it has none. */
  endOf(from: number): number {
    const { html } = this;
    for (let at = from; at < html.length; at += 1) {
      const character = html[at];
      if (character === '>') return at;
      if (character === '"' || character === "'") at = this.closing(character, at);
    }
    return html.length;
  }

  /** The place of the closing quote; that of the opening one when it is never closed. */
  private closing(quote: string, at: number): number {
    if (this.used.has(quote)) return at;
    const close = this.html.indexOf(quote, at + 1);
    if (close >= 0) return close;
    this.used.add(quote);
    return at;
  }
}

const ATTRIBUTE = /([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

/** Attributes by their names in lower case, '' for those without a value; character references not yet decoded. */
export function readAttributes(written: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  ATTRIBUTE.lastIndex = 0;
  for (let found = ATTRIBUTE.exec(written); found !== null; found = ATTRIBUTE.exec(written)) {
    const value = found[2] ?? found[3] ?? found[4] ?? '';
    attributes.set((found[1] ?? '').toLowerCase(), value);
  }
  return attributes;
}
