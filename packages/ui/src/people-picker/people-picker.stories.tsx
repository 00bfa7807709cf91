import type { Meta, StoryObj } from "@storybook/react-vite";
import { fn } from "storybook/test";
import { everyone, freya, longName, makeUser, mateo, unbroken } from "../fixtures/people.ts";
import { PeoplePicker } from "./people-picker.tsx";
import { PersonRow } from "./person-row.tsx";

const people = everyone.map((person) => makeUser(person));

const meta: Meta<typeof PeoplePicker> = {
  title: "Lists/People picker",
  component: PeoplePicker,
  args: { query: "", people, onQueryChange: fn(), onPick: fn() },
  decorators: (Story) => (
    <div style={{ maxWidth: 420 }}>
      <Story />
    </div>
  ),
};
export default meta;
type Story = StoryObj<typeof PeoplePicker>;

export const One: Story = {};
export const Several: Story = {
  args: { chosen: [freya, mateo], taken: new Set([everyone[3].id]), takenNote: "Already a member" },
};
export const Loading: Story = { args: { people: [], isLoading: true } };
export const NobodyFound: Story = { args: { query: "zzz", people: [] } };
export const LongNames: Story = { args: { people: [longName, unbroken], chosen: [longName] } };
export const RightToLeft: Story = { globals: { dir: "rtl" }, args: { chosen: [freya] } };
export const Row: Story = { render: () => <PersonRow person={freya} note="you" detail="Online" end={<span>Owner</span>} /> };
