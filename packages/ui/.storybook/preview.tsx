import type { Preview } from "@storybook/react-vite";
import { configure } from "storybook/test";
import "../src/styles/fonts.css";
import "../src/styles/styles.css";
import "./page.css";
import { inRoot } from "./in-root.tsx";
import { choice } from "./toolbar.ts";

// A busy machine may need longer than the usual second.
configure({ asyncUtilTimeout: 10_000, getElementError: (message) => new Error(message?.split("\n")[0] ?? "Nothing was found.") });

const preview: Preview = {
  tags: ["autodocs"],
  decorators: [inRoot],
  globalTypes: {
    theme: choice("Theme", "contrast", ["system", "light", "dark"]),
    contrast: choice("Contrast", "eye", ["system", "more", "standard"]),
    density: choice("Density", "listunordered", ["comfortable", "compact"]),
    dir: choice("Direction", "transfer", ["ltr", "rtl"]),
  },
  initialGlobals: { theme: "system", contrast: "system", density: "comfortable", dir: "ltr" },
  parameters: {
    layout: "fullscreen",
    // As it is written: to make it of what was rendered costs as much as the story.
    docs: { source: { type: "code" } },
    controls: { expanded: true, hideNoControlsWarning: true },
    backgrounds: { disable: true },
    viewport: {
      options: {
        phone: { name: "Phone", styles: { width: "390px", height: "844px" }, type: "mobile" },
        tablet: { name: "Tablet", styles: { width: "820px", height: "1180px" }, type: "tablet" },
        desktop: { name: "Desktop", styles: { width: "1280px", height: "800px" }, type: "desktop" },
      },
    },
    options: {
      storySort: {
        order: [
          "Getting started",
          "Three depths",
          "Theming",
          "Slots",
          "Message kinds",
          "Strings and direction",
          "Accessibility",
          "Screens",
          "Conversation",
          "Composer",
          "Lists",
          "Dialogs",
          "Accounts",
          "Primitives",
        ],
      },
    },
  },
};

export default preview;
