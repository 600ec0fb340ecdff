/** What the linter can find: how grave it is and the rule that it stands on. The words are in the catalogue. */
import type { actionLintText } from '../text/en/action-lint.ts';

export type LintCode = keyof typeof actionLintText.codes;
/** `error`: Partner Center refuses it, or does something else than it says. `warning`: look before it is sent. */
export type LintSeverity = 'error' | 'warning';

const ERROR = 'error';
const WARNING = 'warning';

/** Severity and rule by code. */
export const LINT_CODES: Readonly<Record<LintCode, readonly [LintSeverity, string]>> = {
  'not-json': [ERROR, 'R-019'],
  'duplicate-key': [ERROR, 'R-019'],
  'no-subscription': [ERROR, 'R-019'],
  'off-without-cancel': [ERROR, 'R-014'],
  'auto-renew-missing': [ERROR, 'R-019'],
  'auto-renew-no-flag': [ERROR, 'R-019'],
  'cancel-with-auto-renew': [ERROR, 'R-017'],
  'renew-without-auto-renew': [ERROR, 'R-058'],
  'legacy-alone': [ERROR, 'R-020'],
  'legacy-ignored': [WARNING, 'R-020'],
  'actions-no-list': [ERROR, 'R-019'],
  'action-no-object': [ERROR, 'R-019'],
  'same-action-twice': [ERROR, 'R-019'],
  'conflicting-actions': [ERROR, 'R-019'],
  'unknown-action': [ERROR, 'R-019'],
  'numbered-action': [ERROR, 'R-019'],
  'word-case': [WARNING, 'R-019'],
  'unknown-schedule': [ERROR, 'R-019'],
  'schedule-missing': [ERROR, 'R-019'],
  'schedule-twice': [WARNING, 'R-019'],
  'date-missing': [ERROR, 'R-019'],
  'date-unreadable': [ERROR, 'R-019'],
  'date-past': [ERROR, 'R-013'],
  'date-after-term': [ERROR, 'R-019'],
  'date-with-term-end': [WARNING, 'R-019'],
  'instructions-with-cancel': [WARNING, 'R-017'],
  'product-missing': [ERROR, 'R-019'],
  'term-unknown': [ERROR, 'R-016'],
  'plan-unknown': [ERROR, 'R-016'],
  'not-sold-together': [ERROR, 'R-016'],
  'quantity-missing': [ERROR, 'R-019'],
  'quantity-bad': [ERROR, 'R-056'],
  'est-seats': [ERROR, 'R-022'],
  'est-promotion': [ERROR, 'R-025'],
  'est-term': [ERROR, 'R-022'],
  'est-expired': [ERROR, 'R-022'],
  'custom-end-unreadable': [ERROR, 'R-057'],
  'custom-end-not-here': [ERROR, 'R-057'],
  'custom-end-too-early': [ERROR, 'R-057'],
  'custom-end-too-late': [ERROR, 'R-057'],
  'custom-end-month-end': [ERROR, 'R-057'],
  'id-damaged': [ERROR, 'R-019'],
  'id-shape': [WARNING, 'R-019'],
  'product-id-shape': [WARNING, 'R-008'],
  'sku-id-short': [WARNING, 'R-008'],
  'suspended': [ERROR, 'R-053'],
  'not-active': [ERROR, 'R-058'],
  'lock-passed': [ERROR, 'R-013'],
  'fields-missing': [WARNING, 'R-019'],
  'unknown-subscription': [WARNING, 'R-019'],
  'seats-change-now': [WARNING, 'R-056'],
  'differs-from-decision': [WARNING, 'R-016'],
  'quantity-differs': [WARNING, 'R-056'],
  'term-differs': [WARNING, 'R-016'],
}; // prettier-ignore
