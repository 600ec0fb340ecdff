/** Words about files that are locked with a passphrase. */

export const lockedText = {
  make: 'Back up, locked…',
  saveReport: 'Save locked…',
  locking: 'Locking the file',
  unlocking: (file: string) => `Opening “${file}”`,
  progress: (done: string, total: string) => `${done} of ${total}`,
  save: {
    title: 'Lock with a passphrase',
    explain:
      'The file is encrypted on this machine. Whoever opens it in Termwise needs the passphrase; tell it another way than by the message that carries the file. It is stored nowhere: a forgotten passphrase cannot be recovered.',
    passphrase: 'Passphrase',
    hint: (least: number) => `At least ${String(least)} characters. Several unrelated words are strong and easy to tell.`,
    again: 'The same again',
    show: 'Show what I type',
    different: 'The two are not the same.',
    short: (least: number) => `Use at least ${String(least)} characters.`,
    confirm: 'Lock and save',
  },
  strength: {
    label: 'Strength',
    checking: 'checking…',
    scores: ['easily guessed', 'weak', 'fair', 'good', 'strong'],
    unknown: 'cannot be told without the app’s own files',
  },
  open: {
    title: (file: string) => `“${file}” is locked`,
    explain: 'Enter its passphrase. What is inside is then read as if it had come unlocked.',
    confirm: 'Open',
    refused:
      'It does not open: the passphrase is another one, or the file was changed or cut on its way. Check capitals, or ask for the file again.',
  },
  noCrypto:
    'This page came without https, so the browser offers no encryption. Open Termwise from an https address, or on this machine.',
} as const; // prettier-ignore
