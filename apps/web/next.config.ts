import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The title waits for what the page waits for anyway; otherwise it would come after the page, in its body.
  htmlLimitedBots: /./,
  // Browsers ask for the icon again at every change of the address, unless told how long it keeps.
  headers: async () => [
    {
      source: "/:icon(icon.svg|apple-icon.png|icon-192.png|icon-512.png|icon-maskable-512.png)",
      headers: [{ key: "Cache-Control", value: "public, max-age=86400" }],
    },
  ],
  // "npm run check" does that; who starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Loaded by server.ts outside the bundle; a page that names their types must not pull them in.
  serverExternalPackages: ["@chat/db", "@chat/server", "pino"],
};

export default config;
