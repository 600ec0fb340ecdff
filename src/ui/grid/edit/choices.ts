/** Which of a cell's choices go with what was typed. */

const MOST_SHOWN = 50;

/** Choices that hold the text, those that begin with it first; all of them for ''. */
export function matchingChoices(choices: readonly string[], typed: string): readonly string[] {
  const wanted = typed.trim().toLocaleLowerCase();
  if (wanted === '') return choices.slice(0, MOST_SHOWN);
  const places = choices.map((choice) => ({ choice, at: choice.toLocaleLowerCase().indexOf(wanted) }));
  const first = places.filter(({ at }) => at === 0);
  const others = places.filter(({ at }) => at > 0);
  return [...first, ...others].slice(0, MOST_SHOWN).map(({ choice }) => choice);
}
