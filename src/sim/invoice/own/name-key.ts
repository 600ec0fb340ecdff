/** Names and texts of the partner's own as they are matched: case, width and spaces do not count; everything else does. */
export function nameKey(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
}
