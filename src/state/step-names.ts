/** What the history calls a command. */
import { assumptionsText } from '../core/text/en/assumptions.ts';
import { historyText } from '../core/text/en/history.ts';
import type { Command } from './document.ts';
import type { StepName } from './history.svelte.ts';

/** The name of a command's step; undefined for what is no step: remembered answers about files. */
export function stepName(command: Command): StepName | undefined {
  const text = historyText.steps;
  const { kind } = command;
  switch (kind) {
    case 'rename':
      return { what: text.rename, mergeKey: kind };
    case 'set-as-of':
      return { what: text.asOf, mergeKey: kind };
    case 'set-horizon':
      return { what: text.horizon, mergeKey: kind };
    case 'set-est': {
      const keys = Object.keys(command.change);
      return { what: text.est(keys.map(assumptionName).join(', ')), mergeKey: `${kind} ${keys.join(' ')}` };
    }
    case 'set-scenario':
      return { what: text.scenario, mergeKey: '' };
    case 'decide-twin':
      return { what: text.twin, mergeKey: '' };
    case 'show-extras':
      return { what: text.extras, mergeKey: '' };
    case 'set-filter':
      return { what: text.filter, mergeKey: kind };
    case 'set-author':
      return { what: text.author, mergeKey: kind };
    case 'want-seats':
      return { what: command.what, mergeKey: `${kind} ${[...command.changes.keys()].join(' ')}` };
    case 'note-repairs':
    case 'remember-answer':
    case 'remember-answers':
    case 'forget-answer':
      return undefined;
    case 'set-table':
      return { what: command.what, mergeKey: `${kind} ${command.table} ${command.what}` };
    case 'set-assumptions':
    case 'set-parts':
      return { what: command.what, mergeKey: command.mergeKey ?? '' };
    case 'switch-branch':
      return { what: command.what, mergeKey: kind };
    case 'add-branch':
    case 'import-branch':
    case 'rename-branch':
    case 'note-branch':
    case 'move-branch':
    case 'delete-branch':
    case 'merge-branches':
    case 'freeze-branch':
    case 'set-repairs':
    case 'override':
    case 'set-formulas':
    case 'set-names':
    case 'set-sheets':
    case 'set-sheet':
    case 'set-pivots':
    case 'set-saved-views':
    case 'open-saved-view':
    case 'set-rule-packs':
    case 'take-recipe':
      return { what: command.what, mergeKey: '', takesAnswers: kind === 'take-recipe' };
  }
}

function assumptionName(key: string): string {
  const names: Readonly<Record<string, string>> = assumptionsText.names;
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key;
}
