import type { Node, PhrasingContent, RootContent } from "mdast";
import { Fragment, type ReactNode } from "react";
import { CodeBlock } from "./code-block.tsx";
import { MentionChip } from "./mention-context.tsx";
import { safeHref } from "./safe-href.ts";
import { SpoilerText } from "./spoiler.tsx";
import { TaskBox } from "./task-box.tsx";

const MENTION = "mention:";

/**
 * One markdown node as React. The switch names every node that the kit shows; there is no HTML string anywhere, so text can only ever
 * become text, and what is not named here shows its source text or nothing.
 */
function renderNode(node: RootContent): ReactNode {
  switch (node.type) {
    case "paragraph":
      return <p dir="auto">{renderAll(node.children)}</p>;
    case "heading":
      return (
        <p dir="auto" data-level={node.depth} className="chat:font-semibold">
          {renderAll(node.children)}
        </p>
      );
    case "blockquote":
      return (
        <blockquote className="chat:my-1 chat:border-s-2 chat:border-border-strong chat:ps-3 chat:text-muted">
          {renderAll(node.children)}
        </blockquote>
      );
    case "list":
      return node.ordered ? (
        <ol start={node.start ?? 1} className="chat:my-0.5 chat:list-decimal">
          {renderAll(node.children)}
        </ol>
      ) : (
        <ul className="chat:my-0.5 chat:list-disc">{renderAll(node.children)}</ul>
      );
    case "listItem":
      // Its text and its number run the same way; the room for the number is on the side where that way begins.
      return typeof node.checked === "boolean" ? (
        <li dir="auto" data-checked={node.checked} className="chat:ms-1 chat:flex chat:list-none chat:gap-1.5">
          <TaskBox isDone={node.checked} />
          <div className="chat:min-w-0">{renderItem(node.children)}</div>
        </li>
      ) : (
        <li dir="auto" className="chat:ms-6">
          {renderItem(node.children)}
        </li>
      );
    case "code":
      return <CodeBlock code={node.value} language={node.lang ?? null} />;
    case "thematicBreak":
      return <hr className="chat:my-2 chat:border-t chat:border-border" />;
    case "table":
      return (
        <table className="chat:my-1 chat:max-w-full chat:border-collapse chat:text-sm">
          <tbody>{renderAll(node.children)}</tbody>
        </table>
      );
    case "tableRow":
      return <tr className="chat:first:font-semibold">{renderAll(node.children)}</tr>;
    case "tableCell":
      return (
        <td dir="auto" className="chat:border chat:border-border chat:px-2 chat:py-1 chat:align-top">
          {renderAll(node.children)}
        </td>
      );
    case "text":
      return withBreaks(node.value);
    case "emphasis":
      return <em className="chat:italic">{renderAll(node.children)}</em>;
    case "strong":
      return <strong className="chat:font-semibold">{renderAll(node.children)}</strong>;
    case "delete":
      return <del>{renderAll(node.children)}</del>;
    case "spoiler":
      return <SpoilerText plain={plainText(node.children)}>{renderAll(node.children)}</SpoilerText>;
    case "inlineCode":
      return (
        <code className="chat:rounded-sm chat:border chat:border-border chat:bg-surface chat:px-1 chat:py-px chat:text-[0.875em] chat:wrap-anywhere">
          {node.value}
        </code>
      );
    case "break":
      return <br />;
    case "link":
      return renderLink(node.url, node.children);
    case "image":
      // A picture from elsewhere would tell its host who read the message: only a link.
      return renderLink(node.url, [{ type: "text", value: node.alt || node.url }]);
    case "html":
      return withBreaks(node.value);
    case "linkReference":
      return renderAll(node.children);
    case "imageReference":
      return node.alt ?? "";
    case "definition":
    case "footnoteDefinition":
    case "footnoteReference":
    case "yaml":
      return null;
  }
}

export function renderAll(nodes: readonly RootContent[]): ReactNode {
  return nodes.map((node, at) => <Fragment key={keyOf(node, at)}>{renderNode(node)}</Fragment>);
}

/** What stands in a list's item: a paragraph with a direction of its own would keep the item from finding its. */
function renderItem(nodes: readonly RootContent[]): ReactNode {
  return nodes.map((node, at) =>
    node.type === "paragraph" ? <p key={keyOf(node, at)}>{renderAll(node.children)}</p> : renderAll([node]),
  );
}

// Where a node starts is as steady as its text, and unlike its index it is not shared by what replaces it.
function keyOf(node: Node, at: number): string {
  return `${node.type}:${node.position?.start.offset ?? at}`;
}

function withBreaks(value: string): ReactNode {
  if (!value.includes("\n")) return value;
  return value.split("\n").map((line, at) => (
    <Fragment key={`${at}:${line}`}>
      {at > 0 && <br />}
      {line}
    </Fragment>
  ));
}

function plainText(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => ("value" in node ? node.value : "children" in node ? plainText(node.children) : "")).join("");
}

function renderLink(url: string, children: readonly PhrasingContent[]): ReactNode {
  if (url.startsWith(MENTION)) return <MentionChip target={url.slice(MENTION.length)} written={plainText(children)} />;
  const href = safeHref(url);
  const text = plainText(children);
  // Without a safe address the words stay, and where they do not show it the address too: nothing that was written gets lost.
  if (!href) return text === url ? withBreaks(text) : <>{[renderAll(children), ` (${url})`]}</>;
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer nofollow"
      title={text === url || text === href ? undefined : href}
      className="chat:text-accent-text chat:underline chat:decoration-current/40 chat:underline-offset-2 chat:wrap-anywhere chat:hover:decoration-current"
    >
      {renderAll(children)}
    </a>
  );
}
