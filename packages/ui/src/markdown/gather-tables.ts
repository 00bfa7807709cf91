import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, TableRow } from "mdast";

// Stands for a bar that was written with a backslash until the table is found: it ends no cell. No character of any text.
const ESCAPED = "\uFDD0";
const rule = /^ *:?-+:? *$/;

/** What is to be parsed, so that `gatherTables` can tell bars from escaped bars. */
export function markBars(source: string): string {
  return source.includes("|") && source.includes("-") ? source.replaceAll("\\|", ESCAPED) : source;
}

/**
 * GitHub's tables, found in the paragraphs that they are without them: a line of cells, a line of as many rules, and the lines after. A
 * tokenizer for them would be a third of the parser's size.
 */
export function gatherTables(root: Root): Root {
  gather(root);
  return root;
}

function gather(parent: { children: RootContent[] }): void {
  parent.children = parent.children.flatMap((child): RootContent[] => {
    if (child.type === "paragraph") return split(child) ?? [restore(child, false)];
    if (child.type === "blockquote" || child.type === "list" || child.type === "listItem") gather(child);
    else restore(child, false);
    return [child];
  });
}

function split(paragraph: Paragraph): RootContent[] | null {
  if (!paragraph.children.some((child) => child.type === "text" && child.value.includes("|"))) return null;
  const lines = splitAt(paragraph.children, "\n");
  const at = lines.findIndex((line, index) => index > 0 && isRule(line, cellsOf(lines[index - 1] ?? []).length));
  if (at < 0) return null;
  const before = lines.slice(0, at - 1).flatMap((line, index) => (index > 0 ? [text("\n", -index), ...line] : line));
  const rows = lines.filter((_, index) => index === at - 1 || index > at).map(rowOf);
  const table: RootContent = { type: "table", children: rows };
  return before.length > 0 ? [restore({ ...paragraph, children: before }, false), table] : [table];
}

function isRule(line: readonly PhrasingContent[], cells: number): boolean {
  const [only, ...others] = line;
  if (only?.type !== "text" || others.length > 0 || !only.value.includes("|")) return false;
  const rules = cellsOf(line).map((cell) => (cell[0]?.type === "text" ? cell[0].value : ""));
  return rules.length === cells && rules.every((value) => rule.test(value));
}

// Without places: a cell is known by its number.
function rowOf(line: readonly PhrasingContent[]): TableRow {
  const children = cellsOf(line).map((cell) => restore({ type: "tableCell" as const, children: trim(cell) }, true));
  return { type: "tableRow", children };
}

/** Between the bars, without what a bar at either end leaves. */
function cellsOf(line: readonly PhrasingContent[]): PhrasingContent[][] {
  const cells = splitAt(line, "|");
  const isBlank = (cell: readonly PhrasingContent[] | undefined) =>
    cell?.every((node) => node.type === "text" && node.value.trim() === "");
  return cells.slice(isBlank(cells[0]) ? 1 : 0, cells.length > 1 && isBlank(cells.at(-1)) ? -1 : undefined);
}

function splitAt(nodes: readonly PhrasingContent[], mark: "|" | "\n"): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  for (const node of nodes) {
    if (mark === "\n" && node.type === "break") parts.push([]);
    else if (node.type !== "text") parts.at(-1)?.push(node);
    else {
      let offset = node.position?.start.offset ?? 0;
      node.value.split(mark).forEach((value, index) => {
        if (index > 0) parts.push([]);
        if (value !== "") parts.at(-1)?.push(text(value, offset));
        offset += value.length + mark.length;
      });
    }
  }
  return parts;
}

function trim(cell: PhrasingContent[]): PhrasingContent[] {
  const [first, last] = [cell[0], cell.at(-1)];
  if (first?.type === "text") first.value = first.value.trimStart();
  if (last?.type === "text") last.value = last.value.trimEnd();
  return cell;
}

/** Puts bars back; only in a table is the backslash of one in code no part of it. */
function restore<N extends Nodes>(node: N, isInTable: boolean): N {
  if ("value" in node) node.value = node.value.replaceAll(ESCAPED, node.type === "text" || isInTable ? "|" : "\\|");
  if ("url" in node) node.url = node.url.replaceAll(ESCAPED, "|");
  if ("children" in node) for (const child of node.children) restore(child, isInTable);
  return node;
}

function text(value: string, offset: number): PhrasingContent {
  const point = { line: 1, column: 1, offset };
  return { type: "text", value, position: { start: point, end: point } };
}
