/**
 * The messages of all diagnostics, by code: what is wrong, where, and what to do next.
 * Importers and the engine name a code and parameters; the wording lives only here.
 */

export type MessageParams = Readonly<Record<string, string | number>>;

type Message = (p: MessageParams) => string;

const p = (params: MessageParams, name: string): string => String(params[name] ?? '');

export const diagnosticMessages = {
  // files
  'empty-file': () => 'The file is empty. Download it again.',
  'not-recognised': (m) => `Not recognised. Looked for: ${p(m, 'wanted')}. Found: ${p(m, 'found')}.`,
  'unreadable': (m) => `The browser could not read the file (${p(m, 'reason')}). Check that it still exists and drop it again.`,
  'quota-short': (m) => `Needs about ${p(m, 'needed')} of storage, ${p(m, 'free')} are free. Delete datasets you no longer need, then drop it again.`,
  'duplicate-file': (m) => `The same content is already imported as “${p(m, 'other')}”. Nothing was stored twice.`,
} satisfies Record<string, Message>; // prettier-ignore

export type DiagnosticCode = keyof typeof diagnosticMessages;

/** The English message of a diagnostic. */
export function diagnosticMessage(code: DiagnosticCode, params: MessageParams): string {
  return (diagnosticMessages[code] as Message)(params);
}
