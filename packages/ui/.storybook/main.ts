import type { StorybookConfig } from "@storybook/react-vite";
import tailwind from "@tailwindcss/postcss";
import { mergeConfig } from "vite";

const config: StorybookConfig = {
  framework: "@storybook/react-vite",
  stories: ["../docs/*.mdx", "../src/**/*.stories.tsx"],
  addons: ["@storybook/addon-docs"],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // What a host serves at the same address, so that the picker asks nobody else.
  staticDirs: ["messages.json", "data.json"].map((file) => ({
    from: `../node_modules/emojibase-data/en/${file}`,
    to: `/chat-emoji/en/${file}`,
  })),
  typescript: { reactDocgen: "react-docgen" },
  viteFinal: (vite) =>
    mergeConfig(vite, {
      css: { postcss: { plugins: [tailwind()] } },
      build: { chunkSizeWarningLimit: 2_000, sourcemap: false },
    }),
};

export default config;
