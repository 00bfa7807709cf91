import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn, screen, userEvent, within } from "storybook/test";
import { inFrame } from "../../.storybook/in-frame.ts";
import { makeItem } from "../fixtures/make-entry.ts";
import { everyone, longName, makeUser, me } from "../fixtures/people.ts";
import { rooms, thread } from "../fixtures/rooms.ts";
import { AddPeopleDialog } from "./add-people-dialog.tsx";
import { BrowseGroupsDialog } from "./browse-groups-dialog.tsx";
import { NewGroupDialog } from "./new-group-dialog.tsx";
import { NewMessageDialog, type PeopleSearch } from "./new-message-dialog.tsx";
import { ReasonDialog } from "./reason-dialog.tsx";
import { ThreadsDialog } from "./threads-dialog.tsx";

const search: PeopleSearch = {
  query: "",
  onQueryChange: fn(),
  people: everyone.filter(({ id }) => id !== me.id).map((person) => makeUser(person)),
  isLoading: false,
};
const opened = { open: true, onOpenChange: fn() };
const done = fn(async () => null);
const refused = fn(async () => "That did not work. Try again.");
const shown = async () => within(await screen.findByRole("dialog"));
const groups = rooms.map(({ entry }) => entry).filter(({ channel }) => channel.visibility === "public");

const meta: Meta = { title: "Dialogs/All", parameters: inFrame, tags: ["!autodocs"], play: async () => void (await shown()) };
export default meta;

export const NewMessage: StoryObj = { render: () => <NewMessageDialog {...opened} search={search} onPick={done} /> };
export const NewMessageNobody: StoryObj = {
  render: () => <NewMessageDialog {...opened} search={{ ...search, query: "zzz", people: [] }} onPick={done} />,
};
export const NewMessageRefused: StoryObj = {
  render: () => <NewMessageDialog {...opened} search={search} onPick={refused} />,
  play: async () => {
    await userEvent.keyboard("{Enter}");
    const dialog = await shown();
    await userEvent.click((await dialog.findAllByRole("option"))[0] as HTMLElement);
    await dialog.findByRole("alert");
  },
};
export const NewGroup: StoryObj = { render: () => <NewGroupDialog {...opened} search={search} onCreate={done} /> };
export const NewGroupWithoutName: StoryObj = {
  ...NewGroup,
  play: async () => {
    const dialog = await shown();
    await userEvent.click(dialog.getByRole("button", { name: "Create group" }));
    await dialog.findByRole("alert");
  },
};
export const AddPeople: StoryObj = {
  render: () => <AddPeopleDialog {...opened} search={search} members={new Set([everyone[1].id])} onAdd={done} />,
};
const asked = {
  title: "Mute Freya Lindqvist in this group?",
  text: "They read on, but write nothing here.",
  confirmLabel: "Mute",
};
export const Reason: StoryObj = { render: () => <ReasonDialog {...asked} hasDuration onClose={fn()} onConfirm={done} /> };
export const ReasonMissing: StoryObj = {
  ...Reason,
  play: async () => {
    const dialog = await shown();
    await userEvent.click(dialog.getByRole("button", { name: "Mute" }));
    await dialog.findByRole("alert");
  },
};
export const BrowseGroups: StoryObj = {
  render: () => (
    <BrowseGroupsDialog
      {...opened}
      query=""
      onQueryChange={fn()}
      groups={groups.map((entry, at) => (at % 2 ? { ...entry, me: null } : entry))}
      isLoading={false}
      onJoin={done}
      onOpen={fn()}
    />
  ),
};
export const BrowseNothing: StoryObj = {
  render: () => (
    <BrowseGroupsDialog {...opened} query="zzz" onQueryChange={fn()} groups={[]} isLoading={false} onJoin={done} onOpen={fn()} />
  ),
};
const item = { ...makeItem(thread.entry), channel: "Hardware" };
export const Threads: StoryObj = {
  render: () => (
    <ThreadsDialog
      {...opened}
      meId={me.id}
      items={[
        item,
        { ...item, unread: 0, channel: longName.name, entry: { ...item.entry, channel: { ...item.entry.channel, id: "t2" } } },
      ]}
      onOpen={fn()}
    />
  ),
};
export const ThreadsEmpty: StoryObj = { render: () => <ThreadsDialog {...opened} meId={me.id} items={[]} onOpen={fn()} /> };
export const ThreadsFailed: StoryObj = {
  render: () => <ThreadsDialog {...opened} meId={me.id} items={[]} hasFailed onRetry={fn()} onOpen={fn()} />,
};
export const Phone: StoryObj = { ...NewGroup, tags: ["phone"], globals: { viewport: { value: "phone" } } };
export const RightToLeft: StoryObj = { ...NewGroup, globals: { dir: "rtl" } };
