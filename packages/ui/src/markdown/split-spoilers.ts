import type { Parent, PhrasingContent, Root } from "mdast";

/** `||text||`: hidden until it is asked for. */
export interface Spoiler extends Parent {
  type: "spoiler";
  children: PhrasingContent[];
}

declare module "mdast" {
  interface PhrasingContentMap {
    spoiler: Spoiler;
  }
  interface RootContentMap {
    spoiler: Spoiler;
  }
}

const BARS = "||";

/** Gathers what stands between two pairs of bars, in all paragraphs and other lines of a tree. Code keeps its bars. */
export function splitSpoilers(root: Root): Root {
  split(root);
  return root;
}

function split(parent: { children: unknown[] }): void {
  const children = parent.children as PhrasingContent[];
  for (const child of children) if ("children" in child) split(child);
  if (children.some((child) => child.type === "text" && child.value.includes(BARS))) parent.children = gather(children);
}

function gather(children: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = [];
  let open: { at: number; offset: number } | null = null;
  for (const child of children) {
    if (child.type !== "text" || !child.value.includes(BARS)) {
      out.push(child);
      continue;
    }
    const parts = child.value.split(BARS);
    let offset = child.position?.start.offset ?? 0;
    parts.forEach((value, at) => {
      if (at > 0) {
        // Nothing between the bars is no spoiler: `||||` is how it was written.
        if (open !== null && out.length > open.at) {
          const inside = out.splice(open.at);
          out.push({ type: "spoiler", children: inside, ...placed(open.offset) });
          open = null;
        } else if (open === null) open = { at: out.length, offset };
        else out.push(text(BARS, offset));
        offset += BARS.length;
      }
      if (value !== "") out.push(text(value, offset));
      offset += value.length;
    });
  }
  if (open !== null) out.splice((open as { at: number }).at, 0, text(BARS, (open as { offset: number }).offset));
  return out;
}

function text(value: string, offset: number): PhrasingContent {
  return { type: "text", value, ...placed(offset) };
}

function placed(offset: number) {
  const point = { line: 1, column: 1, offset };
  return { position: { start: point, end: point } };
}
