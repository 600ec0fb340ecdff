/** A small reader of HTML as a browser's tokeniser would see it: start tags with their attributes, and the texts. */

export interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface Tokens {
  readonly tags: readonly Tag[];
  readonly text: string;
}

const TOKEN = /<!--[\s\S]*?-->|<!?\/?([A-Za-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;

export function tokens(page: string): Tokens {
  const tags: Tag[] = [];
  const text = page.replace(TOKEN, (whole, name: string | undefined, rest: string | undefined) => {
    if (name === undefined || whole.startsWith('</')) return ' ';
    const attributes = [...(rest ?? '').matchAll(ATTRIBUTE)].map(
      ([, key = '', double, single, bare]) => [key.toLowerCase(), decoded(double ?? single ?? bare ?? '')] as const,
    );
    tags.push({ name: name.toLowerCase(), attributes: new Map(attributes) });
    return ' ';
  });
  return { tags, text: decoded(text) };
}

function decoded(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replace(/&(?:#(\d+)|(\w+));/g, (whole, code: string | undefined, name: string | undefined) =>
    code === undefined ? (named[name ?? ''] ?? whole) : String.fromCodePoint(Number(code)),
  );
}
