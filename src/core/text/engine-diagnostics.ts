/** Messages of what the engine finds when it puts datasets together. */
import type { MessageParams } from './message-params.ts';

export const engineMessages = {
  'cell-undecided': (m: MessageParams) =>
    `The file does not say the ${String(m['column'])}, and the price lists leave more than one${choices(m)}. ` +
    'Answer the question on the Files screen, or add the column; until then the row is left out.',
  'subscription-replaced': (m: MessageParams) =>
    `Subscription ${String(m['id'])} stands in “${String(m['other'])}” too; the later import counts.`,
} as const;

function choices(m: MessageParams): string {
  return m['choices'] ? ` (${String(m['choices'])})` : '';
}
