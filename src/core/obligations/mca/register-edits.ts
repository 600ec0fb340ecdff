/** Edits of the register: each writes its line of the log in the same step, so that one is never there without the other. */
import { idKey } from '../../ids.ts';
import type { PlannedAction, Register, RegisterEntry } from '../register.ts';
import { type LogContent, type LogKind, type NewLine, withLine, withoutContent } from './log.ts';

/** Who edits, when (UTC, to the second) and with which random salt: passed in from the edge. */
export type Stamp = Pick<NewLine, 'at' | 'who' | 'salt'>;

/** An entry added, or in place of the one with its id. */
export function withEntry(register: Register, entry: RegisterEntry, stamp: Stamp): Register {
  const isKnown = register.entries.some(({ id }) => id === entry.id);
  const others = register.entries.filter(({ id }) => id !== entry.id);
  const next = { ...register, entries: [...others, entry] };
  return logged(next, isKnown ? 'change' : 'entry', stamp, contentOf(entry));
}

/** An entry taken back; its line in the log stays. */
export function withoutEntry(register: Register, id: string, reason: string, stamp: Stamp): Register {
  const entry = register.entries.find((one) => one.id === id);
  if (!entry) return register;
  const next = { ...register, entries: register.entries.filter((one) => one !== entry) };
  const { customerId, said } = contentOf(entry);
  return logged(next, 'withdrawal', stamp, { customerId, said: [...said, ['reason', reason]] });
}

/** A line that changes nothing: a note, or that acceptance was asked for. */
export function withRemark(register: Register, kind: 'note' | 'request', content: LogContent, stamp: Stamp): Register {
  return logged(register, kind, stamp, content);
}

/** A plan added, or taken away. */
export function withPlan(register: Register, plan: PlannedAction, isKept: boolean, stamp: Stamp): Register {
  const others = register.plans.filter(({ id }) => id !== plan.id);
  const { customerId, kind, what, by, worth, currency } = plan;
  const said = filled({ done: isKept ? '' : 'taken away', action: kind, what, by, worth, currency });
  return logged({ ...register, plans: isKept ? [...others, plan] : others }, 'plan', stamp, { customerId, said });
}

/** Everything of some customers gone: entries, plans, and what lines of the log say of them. A line says that something was erased. */
export function withoutCustomers(register: Register, customerIds: readonly string[], stamp: Stamp): Register {
  const gone = new Set(customerIds.map(idKey));
  const stays = ({ customerId }: { readonly customerId: string }): boolean => !gone.has(idKey(customerId));
  const { entries, plans, log } = register;
  const next = {
    entries: entries.filter(stays),
    plans: plans.filter(stays),
    log: withoutContent(log, (one) => !stays(one)),
  };
  return logged(next, 'erasure', stamp, { customerId: '', said: [] });
}

/** What the form said, field by field. */
export function contentOf(entry: RegisterEntry): LogContent {
  const { customerId, type, agreed, way, contact, organisation, reseller, reference } = entry;
  return { customerId, said: filled({ type, agreed, way, ...contact, organisation, reseller, reference }) };
}

function filled(fields: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(fields).filter(([, text]) => text !== '');
}

function logged(register: Register, kind: LogKind, stamp: Stamp, content: LogContent): Register {
  return { ...register, log: withLine(register.log, { ...stamp, kind, content }) };
}
