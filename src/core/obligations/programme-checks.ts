/** What each role asks for besides revenue, with the rule that says so. */
import type { CheckName, Role } from './programme.ts';

const SECURITY = ['mfa', 'contact', 'mandatory'] as const satisfies readonly CheckName[];

/** In the order in which they are shown. Designations and the score are counted, not proven one by one. */
export const ROLE_CHECKS: Readonly<Record<Role, readonly CheckName[]>> = {
  'indirect-reseller': [...SECURITY, 'pla', 'endorsement'],
  'direct-bill': ['transacting', 'credit', 'support', 'assessment', 'services', ...SECURITY],
  'indirect-provider': SECURITY,
};

const RULES: Readonly<Record<CheckName, string>> = {
  mfa: 'R-143',
  contact: 'R-143',
  mandatory: 'R-143',
  own: 'R-143',
  pla: 'R-140',
  endorsement: 'R-140',
  credit: 'R-142',
  support: 'R-142',
  assessment: 'R-142',
  transacting: 'R-142',
  services: 'R-142',
};

/** Multi-factor authentication and the security contact stand in the reseller’s own rule. */
export function ruleOfCheck(check: CheckName, role: Role): string {
  return role === 'indirect-reseller' && (check === 'mfa' || check === 'contact') ? 'R-141' : RULES[check];
}

/** Whether a role asks for it; a requirement that the user names always counts. */
export function isAsked(check: CheckName, role: Role): boolean {
  return check === 'own' || ROLE_CHECKS[role].includes(check);
}
