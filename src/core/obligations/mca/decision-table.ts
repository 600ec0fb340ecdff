/** Whether an acceptance is needed, and what for: the decision table behind the wizard, as data. */

export const QUESTIONS = {
  channel: ['direct', 'indirect'],
  customer: ['new', 'existing'],
  bought: ['yes', 'no'],
  action: ['checkout', 'back-office', 'manual', 'change', 'renewal'],
} as const;
export type Question = keyof typeof QUESTIONS;
export type Answers = { readonly [Q in Question]: (typeof QUESTIONS)[Q][number] };

/**
 * `always`: the customer accepts before the order. `ask-first`: only if Microsoft does not know of an acceptance.
 * `register-first`: only if neither the own register nor Microsoft does.
 */
export const NEEDS = ['no', 'register-first', 'ask-first', 'always'] as const;
export type Need = (typeof NEEDS)[number];

/** Who may have the acceptance recorded at Microsoft. An indirect reseller cannot. */
export type Attests = 'nobody' | 'partner' | 'provider';

/** What proves it. `shop-log`: the log of the shop in which the customer clicked is enough; `own-record`: the log alone is not. */
export type Proof = 'none' | 'shop-log' | 'own-record';

/** What follows from the answers. */
export interface Outcome {
  readonly need: Need;
  readonly attests: Attests;
  readonly proof: Proof;
  readonly rules: readonly string[];
}

/** A line of the table: what is left out may be anything. */
interface Line extends Outcome {
  readonly when: Partial<Answers>;
}

const FIRST = ['R-130', 'R-133', 'R-134', 'R-136'];
/** What is known already may have to be given again. */
const AGAIN = [...FIRST, 'R-137'];

const SHOP = { proof: 'shop-log' } as const;
const OWN = { proof: 'own-record' } as const;
const PARTNER = { attests: 'partner' } as const;
const PROVIDER = { attests: 'provider' } as const;
const ALWAYS = { need: 'always', rules: FIRST } as const;
const ASK = { need: 'ask-first', rules: AGAIN } as const;
const LOOK = { need: 'register-first', rules: AGAIN } as const;

/** The first line that fits decides. */
export const DECISION_TABLE: readonly Line[] = [
  { when: { action: 'renewal' }, need: 'no', attests: 'nobody', proof: 'none', rules: ['R-130'] },
  { when: { bought: 'no', channel: 'direct', action: 'checkout' }, ...ALWAYS, ...PARTNER, ...SHOP },
  { when: { bought: 'no', channel: 'direct' }, ...ALWAYS, ...PARTNER, ...OWN },
  { when: { bought: 'no', channel: 'indirect', action: 'checkout' }, ...ALWAYS, ...PROVIDER, ...SHOP },
  { when: { bought: 'no', channel: 'indirect' }, ...ALWAYS, ...PROVIDER, ...OWN },
  { when: { customer: 'new', channel: 'direct', action: 'checkout' }, ...ASK, ...PARTNER, ...SHOP },
  { when: { customer: 'new', channel: 'direct' }, ...ASK, ...PARTNER, ...OWN },
  { when: { customer: 'new', channel: 'indirect', action: 'checkout' }, ...ASK, ...PROVIDER, ...SHOP },
  { when: { customer: 'new', channel: 'indirect' }, ...ASK, ...PROVIDER, ...OWN },
  { when: { customer: 'existing', channel: 'direct', action: 'checkout' }, ...LOOK, ...PARTNER, ...SHOP },
  { when: { customer: 'existing', channel: 'direct' }, ...LOOK, ...PARTNER, ...OWN },
  { when: { customer: 'existing', channel: 'indirect', action: 'checkout' }, ...LOOK, ...PROVIDER, ...SHOP },
  { when: { customer: 'existing', channel: 'indirect' }, ...LOOK, ...PROVIDER, ...OWN },
];

/** The line that decides, by its place in the table. */
export function decide(answers: Answers): Outcome & { readonly line: number } {
  const line = DECISION_TABLE.findIndex(({ when }) =>
    (Object.keys(when) as Question[]).every((question) => when[question] === answers[question]),
  );
  const found = DECISION_TABLE[line];
  if (!found) throw new Error('INTERNAL: the decision table has no line for these answers');
  const { need, attests, proof, rules } = found;
  return { need, attests, proof, rules, line };
}

/** Whether answers cannot be true together: a change needs something bought before, and so does a renewal. */
export function contradiction({
  bought,
  action,
  customer,
}: Answers): 'change-without-purchase' | 'new-change' | undefined {
  const changes = action === 'change' || action === 'renewal';
  if (changes && bought === 'no') return 'change-without-purchase';
  return changes && customer === 'new' ? 'new-change' : undefined;
}
