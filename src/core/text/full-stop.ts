/** Ends a sentence. A name such as `Contoso, Ltd.` brings its full stop along, and gets no second one. */
export function fullStop(sentence: string): string {
  return sentence.endsWith('.') ? sentence : `${sentence}.`;
}
