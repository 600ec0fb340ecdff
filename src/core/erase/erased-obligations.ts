/** What was said about agreements and programmes, without one customer. Lines of the log stay, without what they say. */
import { withoutContent } from '../obligations/mca/log.ts';
import { type Stamp, withoutCustomers } from '../obligations/mca/register-edits.ts';
import type { Contact } from '../obligations/mca/types.ts';
import type { Obligations } from '../obligations/obligations.ts';
import type { Register, RegisterEntry } from '../obligations/register.ts';
import type { Eraser } from './eraser.ts';
import { type CustomerIdentity, bareId, nameKeyOf } from './identity.ts';

/** With the names and e-mail addresses of the people who stand in the register for the customer alone. */
export function withContacts(identity: CustomerIdentity, { entries, log }: Register): CustomerIdentity {
  const ids = new Set(identity.ids);
  const isOwn = ({ customerId }: { readonly customerId: string }): boolean => ids.has(bareId(customerId));
  const said = log.lines.flatMap(({ content }) => (content && isOwn(content) ? [contactIn(content.said)] : []));
  const own = [...entries.filter(isOwn).map(({ contact }) => contact), ...said].flatMap(textsOf);
  const others = new Set(entries.filter((entry) => !isOwn(entry)).flatMap(({ contact }) => textsOf(contact)));
  const people = own.filter((text) => !others.has(text));
  return { ...identity, names: [...new Set([...identity.names, ...people])] };
}

function contactIn(said: readonly (readonly [string, string])[]): Contact {
  const text = (field: keyof Contact): string => said.find(([name]) => name === field)?.[1] ?? '';
  return { firstName: text('firstName'), lastName: text('lastName'), email: text('email'), phone: text('phone') };
}

/** The full name, the address and the number, as they are looked for. */
function textsOf({ firstName, lastName, email, phone }: Contact): readonly string[] {
  const full = firstName !== '' && lastName !== '' ? `${firstName} ${lastName}` : '';
  return [full, email, phone].map(nameKeyOf).filter((text) => text !== '');
}

/**
 * @param renamed names of files that had the customer's, by what they were called
 * @param stamp of the line of the log which says that something was erased
 */
export function erasedObligations(
  obligations: Obligations,
  eraser: Eraser,
  renamed: ReadonlyMap<string, string>,
  stamp: Stamp,
): Obligations {
  const { register, programme, ...others } = obligations;
  const units = programme.units.map((unit) => ({
    ...unit,
    files: unit.files.map((file) => renamed.get(file) ?? file),
  }));
  return {
    ...eraser.plain('obligations', others),
    programme: eraser.plain('obligations', { ...programme, units }),
    register: erasedRegister(register, eraser, stamp),
  };
}

function erasedRegister(register: Register, eraser: Eraser, stamp: Stamp): Register {
  if (!eraser.speaks(register)) return register;
  const log = withoutContent(register.log, (content) => {
    const goes = eraser.speaks([content.customerId, content.said]);
    if (goes) eraser.tally.add('obligations', JSON.stringify(content));
    return goes;
  });
  const next = {
    entries: eraser.plain<readonly RegisterEntry[]>('obligations', register.entries),
    plans: eraser.plain('obligations', register.plans),
    // Who wrote a line is in its hash: a name that is the customer's breaks the chain, and the log says where.
    log: { ...log, lines: log.lines.map((line) => ({ ...line, who: eraser.text('obligations', line.who) })) },
  };
  return withoutCustomers(next, [], stamp);
}
