import type { NextConfig } from "next";

const config: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  devIndicators: false,
  // Loaded by server.ts outside the bundle; a page that names their types must not pull them in.
  serverExternalPackages: ["@chat/db", "@chat/server", "pino"],
};

export default config;
