/** The bytes that CSV is made of. */
export const QUOTE = 0x22;
export const NEWLINE = 0x0a;
export const RETURN = 0x0d;
