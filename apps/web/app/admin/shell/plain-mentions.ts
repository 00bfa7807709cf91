/** A message's source with each mention as the name that it was written with. */
export function plainMentions(text: string): string {
  return text.replace(/\[([^\]\n]*)\]\(mention:[^)\s]*\)/g, "$1");
}
