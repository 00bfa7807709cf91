import type { Decorator } from "@storybook/react-vite";
import type { CSSProperties } from "react";
import { ChatRoot, type ChatRootProps } from "../src/root/chat-root.tsx";

/** What the toolbar, or a story's own `globals`, chose. */
export function rootProps({ theme, contrast, density, dir }: Record<string, unknown>): RootProps {
  return { theme, contrast, density, dir } as RootProps;
}

type RootProps = Pick<ChatRootProps, "theme" | "contrast" | "density" | "dir">;

/**
 * Puts a story inside a ChatRoot. `parameters.root`: `padded` (the default) stands it on a page, `full` gives it the whole height as a column, and
 * `none` leaves it alone, for what brings a root of its own.
 */
export const inRoot: Decorator = (Story, { globals, parameters, viewMode }) => {
  const look: unknown = parameters["root"] ?? "padded";
  if (look === "none") return <Story />;
  return (
    <ChatRoot {...rootProps(globals)} style={look === "full" ? column(viewMode) : padded}>
      <Story />
    </ChatRoot>
  );
};

const padded: CSSProperties = { minHeight: "100%", padding: 24 };

/** On a documentation page many stories stand under each other. */
function column(viewMode: string): CSSProperties {
  return { height: viewMode === "docs" ? 480 : "100dvh", display: "flex", flexDirection: "column" };
}
