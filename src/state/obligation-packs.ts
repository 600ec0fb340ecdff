/** Rules of agreements that the user adds as data: each change is a step that can be undone. */
import { withPack, withRule, withoutRule } from '../core/obligations/packs.ts';
import type { ObligationPack, ObligationRule } from '../core/obligations/rules/types.ts';
import { obligationPacksText as text } from '../core/text/en/obligation-packs.ts';
import type { FileOutcome } from '../workers/engine-jobs.ts';
import type { WorkbookDocument } from './document.ts';
import type { WriteGate } from './gate.svelte.ts';

interface Target {
  readonly gate: WriteGate;
  readonly document: WorkbookDocument;
}

function setPacks({ gate, document }: Target, packs: readonly ObligationPack[], what: string): void {
  gate.dispatch({ kind: 'set-parts', parts: { obligations: { ...document.obligations, packs } }, what });
}

/** Adds rules; those of the same name are replaced. */
export function addPack(target: Target, pack: ObligationPack): void {
  setPacks(target, withPack(target.document.obligations.packs, pack), text.taken(pack.name));
}

export function removePack(target: Target, pack: ObligationPack): void {
  const packs = target.document.obligations.packs.filter((one) => one !== pack);
  setPacks(target, packs, text.removed(pack.name));
}

/** Adds a rule to rules of a name, or takes the place of the one with its id there. */
export function setRule(target: Target, name: string, rule: ObligationRule): void {
  setPacks(target, withRule(target.document.obligations.packs, name, rule), text.ruleSet(rule.id));
}

export function removeRule(target: Target, name: string, id: string): void {
  setPacks(target, withoutRule(target.document.obligations.packs, name, id), text.ruleRemoved(id));
}

/** Adds the rules that were among dropped files. */
export function addDroppedRules(target: Target, outcomes: readonly FileOutcome[]): void {
  for (const { rules } of outcomes) if (rules) addPack(target, rules);
}
