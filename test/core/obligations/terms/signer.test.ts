import { describe, expect, it } from 'vitest';
import { checkDomain, checkSigner } from '../../../../src/core/obligations/signer/check.ts';
import { readAllowList } from '../../../../src/core/obligations/signer/domains.ts';
import { checkName } from '../../../../src/core/obligations/signer/names.ts';
import { checkPerson } from '../../../../src/core/obligations/signer/person.ts';
import { worstOf } from '../../../../src/core/obligations/signer/types.ts';
import { termsText } from '../../../../src/core/text/en/obligations-terms.ts';
import cases from '../../../fixtures/obligations/signers.json' with { type: 'json' };

describe('who may sign (R-171)', () => {
  it.each(cases.domains)('$email: $reason', ({ email, allowList, verdict, reason, evidence }) => {
    const check = checkDomain(email, readAllowList(allowList ?? cases.allowList));
    expect(check).toMatchObject({ verdict, reason, ...(evidence ? { evidence } : {}) });
  });

  it.each(cases.names)('$first $last signed as “$signed”: $reason', ({ first, last, signed, verdict, reason }) => {
    expect(checkName({ firstName: first, lastName: last, signedAs: signed })).toMatchObject({ verdict, reason });
  });

  it.each(cases.people)('$first $last $signed $email: $found', ({ first, last, signed, email, domain, found }) => {
    const person = { firstName: first, lastName: last, signedAs: signed ?? '', email: email ?? '', domain };
    expect(checkPerson(person).map(({ verdict, reason, evidence }) => [verdict, reason, ...evidence])).toEqual(found);
  });

  it('has a case for every reason, and words for it that hold the evidence', () => {
    const used = [...cases.domains, ...cases.names].map(({ reason }) => reason);
    const all = new Set([...used, ...cases.people.flatMap(({ found }) => found.map(([, reason]) => reason))]);
    expect([...all].toSorted()).toEqual(Object.keys(termsText.reasons).toSorted());
    expect(termsText.reasons['other-domain']('a.example', 'b.example')).toMatch(/a\.example.*b\.example/);
  });

  it('tells what of a pasted list is no address', () => {
    const { hosts, unreadable } = readAllowList('wopi.contoso.com\nftp://files.contoso.com\nhttps://exa mple:99999\n–');
    expect(hosts.map(({ host }) => host)).toEqual(['wopi.contoso.com', 'exa']);
    expect(unreadable).toEqual(['ftp://files.contoso.com', 'mple:99999']);
  });

  it('checks each of several signers on their own', () => {
    const list = readAllowList('https://wopi.contoso.com');
    const signer = {
      id: '1',
      firstName: 'Erika',
      lastName: 'Berg',
      email: 'erika@contoso.com',
      signedAs: 'Erika Berg',
    };
    const other = { ...signer, id: '2', email: 'info@fabrikam.com' };
    const verdicts = [signer, other].map((one) => worstOf(checkSigner(one, list).map(({ verdict }) => verdict)));
    expect(verdicts).toEqual(['ok', 'fails']);
    expect(checkSigner(signer, list).map(({ check }) => check)).toEqual(['domain', 'name', 'person']);
  });
});
