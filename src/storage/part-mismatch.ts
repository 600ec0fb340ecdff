/** Thrown when parts and layout do not belong together; the store turns it into a damaged dataset. */
export class PartMismatch extends Error {}
