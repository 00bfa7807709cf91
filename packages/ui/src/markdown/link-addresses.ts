import type { Nodes, PhrasingContent, Root } from "mdast";

const address = /(?<![\da-z])https?:\/\/[^\s<>]+/gi;
// What ends a sentence or closes a bracket around the address is not of it.
const tail = "]).,:;!?'\"*_~|";

/** Links addresses in what the parser left as text, which is what stands in square brackets. */
export function linkAddresses(root: Root): Root {
  link(root);
  return root;
}

function link(node: Nodes): void {
  if (!("children" in node) || node.type === "link" || node.type === "linkReference") return;
  const children = node.children as PhrasingContent[];
  for (const child of children) link(child);
  if (children.some((child) => child.type === "text" && child.value.includes("://")))
    node.children = children.flatMap((child) =>
      child.type === "text" ? split(child.value, child.position?.start.offset ?? 0) : [child],
    );
}

function split(value: string, offset: number): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let from = 0;
  const text = (to: number) => {
    if (to > from) out.push({ type: "text", value: value.slice(from, to), ...placed(offset + from) });
    from = to;
  };
  for (const found of value.matchAll(address)) {
    let end = found[0].length;
    while (tail.includes(found[0].charAt(end - 1))) end--;
    const url = found[0].slice(0, end);
    if (!URL.canParse(url)) continue;
    text(found.index);
    out.push({ type: "link", url, children: [{ type: "text", value: url }], ...placed(offset + from) });
    from += url.length;
  }
  text(value.length);
  return out;
}

function placed(offset: number) {
  const point = { line: 1, column: 1, offset };
  return { position: { start: point, end: point } };
}
