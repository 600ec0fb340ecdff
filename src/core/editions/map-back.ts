/** Puts real names back where a returned file has the codes of a report without names. */
import { guardFormula } from '../formula-guard.ts';
import { PSEUDONYM } from './pseudonyms.ts';

export const MAPPED_KINDS = ['html', 'json', 'csv', 'txt', 'xlsx'] as const;
export type MappedKind = (typeof MAPPED_KINDS)[number];

/** How often names were put in place, and which codes the key does not have. */
export interface MappedCounts {
  readonly replaced: number;
  readonly unknown: readonly string[];
}

/** The kind of file that a name says; undefined: none in which names can be put back. */
export function mappedKind(name: string): MappedKind | undefined {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return MAPPED_KINDS.find((kind) => kind === (ending === 'htm' ? 'html' : ending));
}

export class MapBack {
  private readonly names: ReadonlyMap<string, string>;
  private replaced = 0;
  private readonly unknown = new Set<string>();

  /** @param names what each code stands for */
  constructor(names: ReadonlyMap<string, string>) {
    this.names = names;
  }

  get counts(): MappedCounts {
    return { replaced: this.replaced, unknown: [...this.unknown].sort() };
  }

  /** A text with names in place of codes, written as its kind of file writes them; `xlsx` is the XML of one of its parts. */
  text(text: string, kind: MappedKind): string {
    switch (kind) {
      case 'html':
      case 'xlsx':
        return this.inPlace(text, escapeMarkup);
      case 'json':
        return this.inPlace(text, (name) => JSON.stringify(name).slice(1, -1));
      case 'txt':
        return this.inPlace(text, (name) => name);
      case 'csv':
        return text.replace(CSV_CELL, (cell) => this.csvCell(cell));
    }
  }

  private inPlace(text: string, write: (name: string) => string): string {
    return text.replace(PSEUDONYM, (code) => {
      const name = this.names.get(code);
      if (name === undefined) {
        this.unknown.add(code);
        return code;
      }
      this.replaced++;
      return write(name);
    });
  }

  /** Cells without a code stay byte for byte. */
  private csvCell(cell: string): string {
    const isQuoted = cell.startsWith('"');
    const plain = isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell;
    const mapped = this.inPlace(plain, (name) => name);
    if (mapped === plain) return cell;
    return `"${guardFormula(mapped).replaceAll('"', '""')}"`;
  }
}

/** A quoted cell, or one up to the next separator of any locale. */
const CSV_CELL = /"(?:[^"]|"")*"|[^",;\t\r\n]+/g;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeMarkup(name: string): string {
  return name.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
