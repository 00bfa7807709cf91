// Checked by `tsc`, never run: the shop's fields, said once, reach every hook, screen, slot and part; a wrong one does not compile.
import { createChatClient } from "@chat/client";
import {
  useChannel,
  useChannels,
  useMe,
  useMembers,
  useMessages,
  useRoom,
  useSendMessage,
  useThread,
  useThreads,
  useUserSearch,
} from "@chat/client/react";
import {
  ChannelDetails,
  ChannelHeader,
  ChannelList,
  ChannelView,
  Composer,
  MemberPanel,
  Message,
  MessageKinds,
  MessageList,
  Messenger,
  ThreadView,
  createDraftStore,
  type ComposerExtra,
  type MessageActions,
  type Slots,
  type MessageKind,
} from "@chat/ui";
import type { Shop } from "./chat.config.ts";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const isTrue = <T extends true>(): T | undefined => undefined;

type Priority = "normal" | "urgent" | undefined;
const client = createChatClient<Shop>({ url: "" });
const drafts = createDraftStore("me");

export function Hooks() {
  const { items } = useChannels<Shop>().state;
  isTrue<Same<(typeof items)[number]["entry"]["channel"]["custom"]["orderId"], string | undefined>>();
  isTrue<Same<NonNullable<(typeof items)[number]["entry"]["lastMessage"]>["custom"]["priority"], Priority>>();
  isTrue<Same<NonNullable<(typeof items)[number]["entry"]["peer"]>["custom"]["company"], string | undefined>>();
  // @ts-expect-error no such field
  void items[0]?.entry.channel.custom.colour;

  const { messages } = useMessages<Shop>("c").state;
  isTrue<Same<(typeof messages)[number]["custom"]["total"], number | undefined>>();
  // @ts-expect-error no such field
  void messages[0]?.custom.colour;

  const { entry } = useChannel<Shop>("c").state;
  isTrue<Same<NonNullable<typeof entry>["channel"]["custom"]["orderId"], string | undefined>>();
  const { update } = useChannel<Shop>("c").actions;
  void update({ custom: { orderId: "4711" } });
  // @ts-expect-error orders have texts for ids
  void update({ custom: { orderId: 4711 } });

  const { me } = useMe<Shop>().state;
  isTrue<Same<NonNullable<typeof me>["custom"]["company"], string | undefined>>();
  // @ts-expect-error no such field
  void useMe<Shop>().actions.update({ custom: { colour: "red" } });

  const members = useMembers<Shop>("c").state.items;
  isTrue<Same<(typeof members)[number]["custom"]["part"], "buyer" | "seller" | undefined>>();

  const people = useUserSearch<Shop>("").state.items;
  isTrue<Same<(typeof people)[number]["custom"]["company"], string | undefined>>();

  const thread = useThread<Shop>("m").state;
  isTrue<Same<NonNullable<typeof thread.parent>["custom"]["priority"], Priority>>();
  const threads = useThreads<Shop>().state.items;
  isTrue<Same<(typeof threads)[number]["entry"]["channel"]["custom"]["orderId"], string | undefined>>();

  const read = client.trpc.message.get.query({ messageId: "m" });
  isTrue<Same<Awaited<typeof read>["custom"]["priority"], Priority>>();
  const room = useRoom<Shop>({ key: "order:4711", custom: { orderId: "4711" } }).state.entry;
  isTrue<Same<NonNullable<typeof room>["channel"]["custom"]["orderId"], string | undefined>>();

  const { send } = useSendMessage<Shop>("c").actions;
  send({ text: "", custom: { priority: "urgent", total: 12 } });
  // @ts-expect-error no such priority
  send({ text: "", custom: { priority: "later" } });
  return null;
}

export function Screens() {
  return (
    <>
      <Messenger
        client={client}
        linkTo={(message) => `/orders/${message.custom.total?.toFixed() ?? ""}`}
        composerExtra={({ custom, setCustom }) => (
          <button type="button" onClick={() => setCustom({ priority: custom.priority === "urgent" ? "normal" : "urgent" })} />
        )}
        components={{ MessageExtra: ({ message }) => <b>{message.custom.priority}</b> }}
      />
      <Messenger
        client={client}
        // @ts-expect-error no such priority
        composerExtra={({ setCustom }) => <button type="button" onClick={() => setCustom({ priority: "later" })} />}
      />
      <Messenger
        client={client}
        // @ts-expect-error no such field
        components={{ MessageExtra: ({ message }) => <b>{message.custom.colour}</b> }}
      />
      <ChannelView<Shop>
        channelId="c"
        drafts={drafts}
        linkTo={({ custom }) => custom.priority ?? ""}
        composerExtra={({ custom }) => custom.total?.toFixed(2)}
        components={{ MessageExtra: ({ message: { custom } }) => <i>{custom.total?.toFixed(2)}</i> }}
      />
      <ThreadView<Shop>
        messageId="m"
        drafts={drafts}
        onClose={() => undefined}
        onShowParent={({ custom }) => custom.priority}
        composerExtra={({ custom }) => custom.priority}
        // @ts-expect-error no such field
        linkTo={({ custom }) => custom.colour ?? ""}
      />
      <ChannelDetails channelId="c" onClose={() => undefined} />
    </>
  );
}

export function Parts() {
  const { messages } = useMessages<Shop>("c").state;
  const { items } = useChannels<Shop>().state;
  const { entry } = useChannel<Shop>("c").state;
  const members = useMembers<Shop>("c").state.items;
  const { send } = useSendMessage<Shop>("c").actions;
  const [first] = messages;
  if (first === undefined || entry === undefined) return null;
  return (
    <>
      <ChannelList items={items} meId="me" onSelect={() => undefined} />
      <ChannelHeader entry={entry} />
      <MessageList
        messages={messages}
        me="me"
        actions={{ onReply: ({ custom }) => void custom.total?.toFixed(), canEdit: ({ custom }) => custom.priority !== "urgent" }}
        components={{ MessageExtra: ({ message }) => <b>{message.custom.priority}</b> }}
        renderMessage={(message, usual) => (message.custom.priority === "urgent" ? <mark>{usual}</mark> : usual)}
      />
      <MessageList
        messages={messages}
        me="me"
        // @ts-expect-error no such field
        renderMessage={(message, usual) => (message.custom.colour === "red" ? <mark>{usual}</mark> : usual)}
      />
      <Message message={first} me="me" actions={{ onReply: ({ custom }) => void custom.total?.toFixed() }} />
      <Composer<Shop>
        channelId="c"
        title="Order"
        drafts={drafts}
        onSend={send}
        renderExtra={({ custom, setCustom }) => (
          <button type="button" onClick={() => setCustom(custom.priority ? null : { priority: "urgent" })} />
        )}
      />
      <Composer<Shop>
        channelId="c"
        title="Order"
        drafts={drafts}
        onSend={send}
        // @ts-expect-error no such priority
        renderExtra={({ setCustom }) => <button type="button" onClick={() => setCustom({ priority: "later" })} />}
      />
      <MessageKinds kinds={[invoice]}>{null}</MessageKinds>
      <MemberPanel
        entry={entry}
        meId="me"
        members={members}
        isLoading={false}
        onClose={() => undefined}
        onUpdate={async () => null}
        onRemove={async () => null}
        onSetRole={async () => null}
        onTransfer={async () => null}
        onArchive={async () => null}
        onLeave={async () => null}
      />
    </>
  );
}

const invoice: MessageKind<Shop> = {
  kind: "invoice",
  render: ({ message }) => <output>{message.custom.total?.toFixed(2)}</output>,
  preview: ({ custom }) => `Invoice of ${custom.total?.toFixed(2) ?? ""}`,
  actions: ({ custom }) => (custom.priority === "urgent" ? [] : [{ id: "pay", label: "Pay", onSelect: () => undefined }]),
  composer: ({ send }) => (
    <>
      <button type="button" onClick={() => send({ data: { sum: 12 }, custom: { total: 12 } })} />
      {/* @ts-expect-error totals are numbers */}
      <button type="button" onClick={() => send({ data: { sum: 12 }, custom: { total: "12" } })} />
    </>
  ),
};

// Slots and callbacks that stand alone.
export const components: Slots<Shop> = {
  // @ts-expect-error no such field
  MessageExtra: ({ message }) => <b>{message.custom.colour}</b>,
  ChannelHeader: (props) => <ChannelHeader {...props} actions={props.entry.channel.custom.orderId} />,
  Message: (props) => <Message {...props} key={props.message.custom.priority} />,
  Composer: (props) => (
    <Composer<Shop>
      {...props}
      onSend={(draft) => props.onSend({ ...draft, custom: { ...draft.custom, priority: "urgent" } })}
      // @ts-expect-error no such priority
      onVoice={() => props.onSend({ text: "", custom: { priority: "later" } })}
    />
  ),
};
export const actions: MessageActions<Shop> = {
  onEdit: ({ custom }) => void custom.priority,
  // @ts-expect-error no such field
  onReply: ({ custom }) => void custom.colour,
};
export function Urgent({ custom, setCustom }: ComposerExtra<Shop>) {
  isTrue<Same<typeof custom.priority, Priority>>();
  return <button type="button" onClick={() => setCustom({ ...custom, priority: "urgent" })} />;
}
