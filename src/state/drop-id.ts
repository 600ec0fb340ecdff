/** A name for a drop. `randomUUID` is missing where a page is served over plain HTTP. */
export function newDropId(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
