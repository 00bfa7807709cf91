// Run by Node in a host's project: the examples of the guides, rendered where there is no DOM, with a client that holds a conversation.
import { readdirSync } from "node:fs";
import { registerHooks } from "node:module";
import { createElement, type ComponentType } from "react";
import { renderToString } from "react-dom/server";
import { ChatProvider } from "@chat/client/react";
import { ben, channelId, message, stillClient } from "./workspace.ts";

// Style sheets are the bundler's business.
registerHooks({
  load: (url, context, nextLoad) =>
    url.endsWith(".css") ? { format: "module", source: "", shortCircuit: true } : nextLoad(url, context),
});

const folder = new URL("examples/", import.meta.url);
const html: Record<string, string> = {};
for (const file of readdirSync(folder).filter((name) => name.endsWith(".js"))) {
  const { ...exported } = (await import(new URL(file, folder).href)) as Record<string, unknown>;
  for (const [name, Example] of Object.entries(exported).filter(([key]) => /^[A-Z]/.test(key))) {
    const client = stillClient();
    const props = { client, channelId, message, me: ben.id };
    const element = createElement(Example as ComponentType<typeof props>, props);
    html[name] = renderToString(createElement(ChatProvider, { client }, element));
  }
}
console.log(JSON.stringify(html));
