import { readFile } from "node:fs/promises";
import { inRoot } from "../../scripts/workspace/paths.mjs";

type Example = [name: string, text: string];

const guides = ["packages/ui/README.md", "packages/client/README.md", "packages/contract/README.md"];
const block = /^( *)```tsx? (\S+\.tsx?)\n(.*?)^ *```$/gms;

/** The examples of the packages' guides that name a file, as somebody would copy them: name and text. */
export async function readExamples(): Promise<Example[]> {
  const read = await Promise.all(guides.map(readBlocks));
  return read.flat();
}

/** What stands around the README's two pieces of a host in a product: its imports, and a server that calls handlers as Express does. */
const surroundings: Record<string, string> = {
  "chat-token.ts": `import { SignJWT } from "jose";
interface Call { user: { id: string; name: string; orders: string[] } }
interface Answer { send(text: string): void }
type Handler = (call: Call, answer: Answer) => Promise<void>;
export const routes = new Map<string, Handler>();
const app = { post: (path: string, handler: Handler) => void routes.set(path, handler) };
`,
  "order-chat.tsx": `import { createChatClient } from "@chat/client";
import { ChatProvider, useRoom } from "@chat/client/react";
import { ChannelView, ChatRoot, createDraftStore } from "@chat/ui";
import "@chat/ui/styles.css";
`,
};

/** The README's host of an embedded chat, both sides: as it stands, and with what makes it a module. */
export async function readHostExample(): Promise<{ name: string; shown: string; module: string }[]> {
  const blocks = await readBlocks("README.md");
  return Object.entries(surroundings).map(([name, around]) => {
    const shown = blocks.find(([file]) => file === name)?.[1];
    if (shown === undefined) throw new Error(`The README shows no ${name}.`);
    return { name, shown, module: around + shown };
  });
}

async function readBlocks(guide: string): Promise<Example[]> {
  const text = await readFile(inRoot(guide), "utf8");
  return [...text.matchAll(block)].map(([, indent = "", name = "", code = ""]): Example => [
    name,
    code.replaceAll(new RegExp(`^${indent}`, "gm"), ""),
  ]);
}
