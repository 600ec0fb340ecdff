/** The tags of an XML text that comes in pieces: enough to count what is in a workbook, in linear time, without a tree. */

/** Longer tags than this are none of those looked for; their end is cut. */
const MAX_TAG_CHARS = 4096;

/** Called for each tag with its name without prefix (`/c` for an end), its attributes as written, and the text before it. */
export type OnTag = (name: string, attributes: string, before: string) => void;

export class TagScanner {
  private rest = '';
  private readonly decoder = new TextDecoder();
  private readonly onTag: OnTag;

  constructor(onTag: OnTag) {
    this.onTag = onTag;
  }

  push(bytes: Uint8Array): void {
    const text = this.rest + this.decoder.decode(bytes, { stream: true });
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      const close = open < 0 ? -1 : text.indexOf('>', open);
      if (close < 0) break;
      this.tell(text.slice(open + 1, Math.min(close, open + MAX_TAG_CHARS)), text.slice(at, open));
      at = close + 1;
    }
    // What is kept for the next piece is bounded: neither a tag nor the text of a number is that long.
    this.rest = text.slice(Math.max(at, text.length - 2 * MAX_TAG_CHARS));
  }

  private tell(tag: string, before: string): void {
    const match = /^(\/?)(?:[\w.-]+:)?([\w.-]+)/.exec(tag);
    if (match) this.onTag(`${match[1] ?? ''}${match[2] ?? ''}`, tag.slice(match[0].length), before);
  }
}

/** The value of an attribute with its entities read; '' when it is not there. */
export function attribute(attributes: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)(?:[\\w.-]+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return (match?.[1] ?? match?.[2] ?? '').replace(/&(#x?[0-9a-f]+|\w+);/gi, (_, entity: string) => character(entity));
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'], ['lt', '<'], ['gt', '>'], ['quot', '"'], ['apos', "'"],
]); // prettier-ignore

function character(entity: string): string {
  const code = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  if (!entity.startsWith('#')) return ENTITIES.get(entity) ?? '';
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
