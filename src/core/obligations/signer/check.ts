/** The checks of a signer: domain, name, and a person. Pure; nothing is looked up anywhere. */
import type { Signer } from '../terms/types.ts';
import { type AllowList, hostOfEmail } from './domains.ts';
import { checkName } from './names.ts';
import { checkPerson } from './person.ts';
import type { SignerCheck, SignerReason, Verdict } from './types.ts';

/** Every check of a signer against the partner's addresses in the WOPI allow list; what is missing is told as such. */
export function checkSigner(signer: Signer, list: AllowList): readonly SignerCheck[] {
  const domain = hostOfEmail(signer.email)?.domain;
  return [checkDomain(signer.email, list), checkName(signer), ...checkPerson({ ...signer, domain })];
}

/** The domain of the e-mail address is one of the domains of the list: that of a listed host, or what was registered above it. */
export function checkDomain(email: string, { hosts }: AllowList): SignerCheck {
  const say = (verdict: Verdict, reason: SignerReason, ...evidence: readonly string[]): SignerCheck => ({
    ...{ check: 'domain', verdict, reason, evidence },
  });
  if (email.trim() === '') return say('missing', 'no-email');
  const mail = hostOfEmail(email);
  if (!mail) return say('fails', 'not-an-email', email.trim());
  if (hosts.length === 0) return say('missing', 'no-list', mail.host);
  const domains = [...new Set(hosts.flatMap(({ domain }) => domain ?? []))];
  if (domains.length === 0) return say('missing', 'no-domain-in-list', hosts.map(({ host }) => host).join(', '));
  if (mail.domain === undefined) return say('fails', 'mail-domain-shared', mail.host);
  if (!domains.includes(mail.domain)) return say('fails', 'other-domain', mail.host, domains.join(', '));
  if (mail.host === mail.domain || hosts.some(({ host }) => host === mail.host)) {
    return say('ok', 'same-domain', mail.host);
  }
  return say('look', 'sub-domain', mail.host, mail.domain);
}
