/** The lines of the dialog of remembered mappings. */
import { filesText } from '../../core/text/en/files.ts';
import { recipesText } from '../../core/text/en/recipes.ts';
import type { SheetAnswer } from '../../state/imports.svelte.ts';

export interface RememberedLine {
  readonly hash: string;
  readonly header: string;
  readonly kind: string;
  readonly said: string;
}

/** One line for each header, in the order in which it was answered. */
export function rememberedLines(answers: ReadonlyMap<string, SheetAnswer>): readonly RememberedLine[] {
  return [...answers].map(([hash, answer]) => ({
    hash,
    header: answer.header?.filter((name) => name !== '').join(', ') ?? recipesText.noHeader(hash),
    kind: kindText(answer),
    said: saidText(answer),
  }));
}

function kindText({ kind, mapping }: SheetAnswer): string {
  if (kind) return filesText.kinds[kind];
  return mapping ? filesText.kinds.portfolio : recipesText.asHeaderSays;
}

function saidText({ mapping, dateOrder, decimalMark }: SheetAnswer): string {
  const columns = Object.keys(mapping?.columns ?? {}).length;
  const constants = Object.keys(mapping?.constants ?? {}).length;
  return [
    columns > 0 ? recipesText.mapped(columns) : '',
    constants > 0 ? recipesText.constants(constants) : '',
    dateOrder ? recipesText.dateOrder[dateOrder] : '',
    decimalMark ? recipesText.decimalMark[decimalMark] : '',
  ]
    .filter(Boolean)
    .join(', ');
}
