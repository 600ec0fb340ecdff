/** The words of the import clinic: what it found, why it believes so, what becomes of it. */

export const clinicText = {
  /** A further table of a file, as its name says it. */
  part: (n: number) => `part ${String(n)}`,
} as const;
