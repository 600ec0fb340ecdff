import type { Swept } from './sweep.ts';

/**
 * Writes how much was swept and gives what is wrong: one line for each element,
 * with the first state in which it was found and how many more there are.
 */
export function said(what: string, { states, findings }: Swept): Readonly<Record<string, string>> {
  const statesOf = new Map<string, string[]>();
  for (const { state, finding } of findings) statesOf.set(finding, [...(statesOf.get(finding) ?? []), state]);
  console.log(`${what}: ${String(states.length)} states, ${String(statesOf.size)} elements with findings`);
  return Object.fromEntries(
    [...statesOf].map(([finding, [first = '', ...more]]) => [finding, `${first} and ${String(more.length)} more`]),
  );
}
