const mention = /\[(@(?:\\.|[^\]\\\n])+)\]\(mention:[A-Za-z0-9-]+\)/g;

/** Text without its links to people: what is copied or forwarded calls nobody. */
export function withoutMentions(text: string): string {
  return text.replace(mention, (_, name: string) => name.replace(/\\(.)/g, "$1"));
}
