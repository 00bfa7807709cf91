import type { Meta, StoryObj } from "@storybook/react-vite";
import { ada, everyone, layla, longName, mateo } from "../fixtures/people.ts";
import { Avatar, AvatarStack } from "./avatar.tsx";

const meta: Meta<typeof Avatar> = { title: "Primitives/Avatar", component: Avatar, args: mateo };
export default meta;
type Story = StoryObj<typeof Avatar>;

export const Initials: Story = {};
export const Picture: Story = { args: ada };
/** A picture that does not load gives way to the initials. */
export const BrokenPicture: Story = { args: { image: "data:image/png;base64,AAAA" } };
export const Online: Story = { args: { presence: "online" } };
export const Group: Story = { args: { name: "Release crew", shape: "square", size: 40 } };
export const OtherScript: Story = { args: layla };
export const Sizes: Story = {
  render: (args) => (
    <div style={{ display: "flex", gap: 12, alignItems: "center", flexWrap: "wrap" }}>
      {([20, 24, 32, 36, 40, 64] as const).map((size) => (
        <Avatar key={size} {...args} size={size} presence="online" />
      ))}
    </div>
  ),
};
/** One colour a person, the same everywhere. */
export const Colours: Story = {
  render: () => (
    <div style={{ display: "flex", gap: 8, flexWrap: "wrap" }}>
      {[...everyone, longName].map(({ id, name }) => (
        <Avatar key={id} id={id} name={name} />
      ))}
    </div>
  ),
};
export const Stack: Story = { render: () => <AvatarStack people={everyone} size={24} /> };
/** The widest letters stay whole. */
export const SmallStack: Story = {
  render: () => <AvatarStack people={[{ id: "w", name: "Wilma Wood" }, mateo, { id: "m", name: "Mona Miller" }, ada]} />,
};
/** A picture stands in a line of text as initials do. */
export const InText: Story = {
  render: () => (
    <p>
      {[ada, mateo].map((person) => (
        <span key={person.id} style={{ display: "inline-block" }}>
          <Avatar {...person} size={32} />
        </span>
      ))}
    </p>
  ),
};
