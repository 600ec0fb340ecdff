/** Messages about files that wait for an answer, where nobody can be asked (headless) or somebody has not answered yet. */
import type { MessageParams } from './message-params.ts';

export const questionMessages = {
  'question-mapping': (m: MessageParams) => {
    const missing = String(m['missing'] ?? '');
    const gap = missing === '' ? '' : ` It lacks ${missing} under their names.`;
    return `A table with unknown columns (${String(m['header'])}), most likely a ${String(m['title'])}.${gap} Drop it in the app and say which column is which, or rename them.`;
  },
  'question-date-order': (m: MessageParams) =>
    `The dates can be read as day/month or as month/day (${String(m['samples'])}). Write them as YYYY-MM-DD, or answer in the app.`,
  'question-decimal-mark': (m: MessageParams) =>
    `The numbers can be read with decimal point or decimal comma (${String(m['samples'])}). Write them with a point and without thousands marks, or answer in the app.`,
} as const; // prettier-ignore
