/** A named value while it is being written, and what keeping or deleting it changes. */
import { namesText as text } from '../../core/text/en/names.ts';
import { nameKey } from '../../sheet/formula/needs.ts';
import { parseFormula } from '../../sheet/formula/parse.ts';
import { FUNCTIONS } from '../../sheet/functions/index.ts';
import type { NamedValue } from '../../sheet/model/workbook-parts.ts';
import { renameNameIn } from '../../sheet/own/rename-parts.ts';
import type { DocumentParts, WorkbookDocument } from '../../state/document.ts';
import { GIVEN_NAMES } from '../calculation/given-names.ts';

/** Everything as typed, in the user's locale. */
export interface NameDraft {
  /** The name as it was; undefined for a new one. */
  readonly before: string | undefined;
  readonly name: string;
  readonly unit: string;
  readonly least: string;
  readonly most: string;
  readonly note: string;
}

export const NEW_NAME: NameDraft = { before: undefined, name: '', unit: '', least: '', most: '', note: '' };

const NAME = /^[\p{L}_][\p{L}\p{M}\p{N}_.]*$/u;
const CELL = /^(?:[A-Za-z]{1,3}\d+|[Rr]\d*(?:[Cc]\d*)?|[Cc]\d*)$/;
const LONGEST = 100;

/** What is wrong with a name, in words. */
export function nameProblem(
  { before, name }: Pick<NameDraft, 'before' | 'name'>,
  names: readonly Pick<NamedValue, 'name'>[],
): string | undefined {
  const wanted = name.trim();
  if (wanted === '') return text.needsName;
  if (wanted.length > LONGEST) return text.longName;
  if (CELL.test(wanted)) return text.likeCell(wanted);
  if (FUNCTIONS.has(wanted.toUpperCase())) return text.likeFunction(wanted.toUpperCase());
  if (!NAME.test(wanted) || !isName(wanted)) return text.badName;
  const isSame = (other: string): boolean => nameKey(other) === nameKey(wanted);
  if (GIVEN_NAMES.some(isSame)) return text.givenTaken(wanted);
  const taken = names.some(
    (one) => isSame(one.name) && (before === undefined || nameKey(one.name) !== nameKey(before)),
  );
  return taken ? text.taken(wanted) : undefined;
}

/** Whether formulas read it as a name, and not as TRUE or something else. */
function isName(name: string): boolean {
  const parsed = parseFormula(`=${name}`);
  return parsed.ok && parsed.value.kind === 'name' && parsed.value.name === name;
}

export interface Change {
  readonly parts: DocumentParts;
  readonly what: string;
}

/** The name kept; under a new name the formulas that use it follow. @param before the name as it was */
export function keepName(document: WorkbookDocument, before: string | undefined, kept: NamedValue): Change {
  const { names, formulas, sheets, savedViews } = document;
  if (before === undefined) return { parts: { names: [...names, kept] }, what: text.steps.add(kept.name) };
  const changed = names.map((one) => (nameKey(one.name) === nameKey(before) ? kept : one));
  if (before === kept.name) return { parts: { names: changed }, what: text.steps.change(kept.name) };
  return {
    parts: renameNameIn({ names: changed, formulas, sheets, savedViews }, { from: before, to: kept.name }),
    what: text.steps.rename(before, kept.name),
  };
}

export function deleteName({ names }: WorkbookDocument, name: string): Change {
  return {
    parts: { names: names.filter((one) => nameKey(one.name) !== nameKey(name)) },
    what: text.steps.remove(name),
  };
}
