/** The user's choices about the findings of one file while the dialog is open. */
import type { Finding, RepairChoice, Treatment } from '../../state/imports.svelte.ts';

/** By position of the finding; undefined: not decided yet. */
export type Chosen = readonly (Treatment | undefined)[];

/** How the choices stand when the dialog opens: what can be read both ways is left to the user. */
export function firstChoices(found: readonly Finding[]): Chosen {
  return found.map(({ certainty, blocking, treatment }) => (certainty === 'ask' && blocking ? undefined : treatment));
}

/**
 * Nothing repaired, apart from what a file cannot be read without. What can be read both ways stays as the user decided it,
 * since neither reading is more as it is than the other.
 */
export function withoutRepairs(found: readonly Finding[], chosen: Chosen): Chosen {
  return found.map(({ certainty, blocking, treatment }, i) => {
    if (certainty === 'ask') return chosen[i];
    return blocking ? 'leave' : treatment;
  });
}

export function undecided(chosen: Chosen): number {
  return chosen.filter((treatment) => treatment === undefined).length;
}

/** Where the dialog begins: at what has to be decided, if there is such a finding. */
export function firstToDecide(chosen: Chosen): number {
  return Math.max(0, chosen.indexOf(undefined));
}

export function choicesOf(found: readonly Finding[], chosen: Chosen): readonly RepairChoice[] {
  return found.flatMap(({ code, column }, i) => {
    const treatment = chosen[i];
    return treatment === undefined ? [] : [{ code, column, treatment }];
  });
}
