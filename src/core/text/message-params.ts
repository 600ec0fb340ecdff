/** What a message needs besides its code. */
export type MessageParams = Readonly<Record<string, string | number>>;
