import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  devIndicators: false,
  // "npm run check" does that; who starts the product need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Loaded by server.ts outside the bundle; a page that names their types must not pull them in.
  serverExternalPackages: ["@chat/db", "@chat/server", "pino"],
};

export default config;
