import type { CompileContext, Extension, Handle, Token } from "mdast-util-from-markdown";
import type { Nodes } from "mdast";

/*
 * What GitHub's additions to markdown become in the tree. The packages made for it also write trees back to markdown, which nothing here
 * does, and are ten times the size; the page waits for these.
 */

const enter = (node: () => Nodes): Handle =>
  function enterNode(this: CompileContext, token: Token) {
    this.enter(node(), token);
  };

function exit(this: CompileContext, token: Token): void {
  this.exit(token);
}

function enterAddress(this: CompileContext, token: Token): void {
  this.config.enter.autolinkProtocol?.call(this, token);
}

const delegate = (to: "autolinkEmail" | "autolinkProtocol"): Handle =>
  function exitAddress(this: CompileContext, token: Token) {
    this.config.exit[to]?.call(this, token);
  };

function exitWww(this: CompileContext, token: Token): void {
  this.config.exit.data?.call(this, token);
  const link = this.stack.at(-1);
  if (link?.type === "link") link.url = `http://${this.sliceSerialize(token)}`;
}

function exitCheck(this: CompileContext, token: Token): void {
  const item = this.stack.at(-2);
  if (item?.type === "listItem") item.checked = (token.type as string) === "taskListCheckValueChecked";
}

/** The space after a task's box is no part of its text. */
function exitParagraph(this: CompileContext, token: Token): void {
  const [item, paragraph] = this.stack.slice(-2);
  if (item?.type === "listItem" && typeof item.checked === "boolean" && item.children[0] === paragraph) {
    const first = paragraph?.type === "paragraph" ? paragraph.children[0] : undefined;
    if (first?.type === "text") first.value = first.value.trimStart();
  }
  this.exit(token);
}

export const gfmNodes: Extension = {
  canContainEols: ["delete"],
  enter: {
    literalAutolink: enter(() => ({ type: "link", title: null, url: "", children: [] })),
    literalAutolinkEmail: enterAddress,
    literalAutolinkHttp: enterAddress,
    literalAutolinkWww: enterAddress,
    strikethrough: enter(() => ({ type: "delete", children: [] })),
  },
  exit: {
    literalAutolink: exit,
    literalAutolinkEmail: delegate("autolinkEmail"),
    literalAutolinkHttp: delegate("autolinkProtocol"),
    literalAutolinkWww: exitWww,
    paragraph: exitParagraph,
    strikethrough: exit,
    taskListCheckValueChecked: exitCheck,
    taskListCheckValueUnchecked: exitCheck,
  },
};
