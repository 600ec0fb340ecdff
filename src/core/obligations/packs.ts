/** Rules of agreements and programmes that the user added as data: remembered with the workbook. */
import { decodeObligationPack } from './rules/pack.ts';
import type { ObligationPack, ObligationRule } from './rules/types.ts';

/** As they were stored; rules that this build cannot read are left out. */
export function readPacks(value: unknown): readonly ObligationPack[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const read = decodeObligationPack(one);
    return read.ok ? [read.value] : [];
  });
}

/** With one more; of two with one name the later stays, in the place of the first. */
export function withPack(packs: readonly ObligationPack[], added: ObligationPack): readonly ObligationPack[] {
  const known = packs.some(({ name }) => name === added.name);
  return known ? packs.map((pack) => (pack.name === added.name ? added : pack)) : [...packs, added];
}

/** With a rule in the place of the one with its id, in rules of that name; these are begun where they are not there. */
export function withRule(
  packs: readonly ObligationPack[],
  name: string,
  rule: ObligationRule,
): readonly ObligationPack[] {
  const rules = packs.find((pack) => pack.name === name)?.rules ?? [];
  const known = rules.some(({ id }) => id === rule.id);
  return withPack(packs, {
    name,
    rules: known ? rules.map((one) => (one.id === rule.id ? rule : one)) : [...rules, rule],
  });
}

/** Without a rule; rules of which none is left are gone. */
export function withoutRule(packs: readonly ObligationPack[], name: string, id: string): readonly ObligationPack[] {
  return packs
    .map((pack) => (pack.name === name ? { name, rules: pack.rules.filter((rule) => rule.id !== id) } : pack))
    .filter(({ rules }) => rules.length > 0);
}
