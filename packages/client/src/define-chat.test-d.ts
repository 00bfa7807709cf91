// Checked by `tsc`, never run: a custom field declared once is known to the client, its verbs and its hooks.
import { defineChat } from "@chat/contract";
import { z } from "zod";
import { createChatClient } from "./index.ts";
import { useChatClient, useMessages, useSendMessage } from "./react/index.ts";

const chat = defineChat({
  custom: {
    message: z.object({ priority: z.enum(["normal", "urgent"]).optional() }),
    channel: z.object({ orderId: z.string() }),
  },
});
type Chat = typeof chat;

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const isTrue = <T extends true>(): T | undefined => undefined;

type Priority = "normal" | "urgent" | undefined;
const client = createChatClient<Chat>({ url: "" });

export async function theRouterKnowsIt(): Promise<void> {
  const sent = await client.trpc.message.send.mutate({
    channelId: "c",
    clientId: "1",
    text: "hi",
    custom: { priority: "urgent" },
  });
  isTrue<Same<typeof sent.custom.priority, Priority>>();
  // @ts-expect-error no such priority
  await client.trpc.message.send.mutate({ channelId: "c", clientId: "1", text: "hi", custom: { priority: "later" } });
  // @ts-expect-error no such field
  await client.trpc.message.send.mutate({ channelId: "c", clientId: "1", text: "hi", custom: { colour: "red" } });
}

export async function theVerbsKnowIt(): Promise<void> {
  const sent = await client.messages.send("c", { text: "hi", custom: { priority: "urgent" } });
  isTrue<Same<typeof sent.custom.priority, Priority>>();
  // @ts-expect-error no such priority
  client.messages.post("c", { text: "hi", custom: { priority: "later" } });
  const entry = await client.channels.ensure({ key: "order:4711", custom: { orderId: "4711" } });
  isTrue<Same<typeof entry.channel.custom.orderId, string | undefined>>();
  // @ts-expect-error orders have texts for ids
  await client.channels.update({ channelId: "c", custom: { orderId: 4711 } });
}

export function TheHooksKnowIt(): null {
  const { messages } = useMessages<Chat>("c").state;
  isTrue<Same<NonNullable<(typeof messages)[number]>["custom"]["priority"], Priority>>();
  // @ts-expect-error no such field
  void messages[0]?.custom.colour;
  const { send } = useSendMessage<Chat>("c").actions;
  send({ text: "hi", custom: { priority: "normal" } });
  // @ts-expect-error no such priority
  send({ text: "hi", custom: { priority: 1 } });
  useChatClient<Chat>().messages.post("c", { text: "hi", custom: { priority: "urgent" } });
  return null;
}

export function withoutADefinitionAnythingGoes(): void {
  createChatClient({ url: "" }).messages.post("c", { text: "hi", custom: { whatever: 1 } });
}
