import { ChatRoot } from "@chat/ui";
import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import type { ReactNode } from "react";
import { readPreferences } from "./preferences/read-preferences.ts";
import { RememberTimeZone } from "./preferences/remember-time-zone.tsx";
import { readSite } from "./read-site.ts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  // Nothing of it is known while pages are built.
  await connection();
  const { name } = readSite();
  return {
    title: { default: name, template: `%s — ${name.replaceAll("%s", "%")}` },
    description: "Chat that you own.",
    applicationName: name,
    robots: { index: false, follow: false },
    formatDetection: { telephone: false },
    appleWebApp: { capable: true, title: name, statusBarStyle: "default" },
  };
}

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  // The keyboard of a phone then shortens the page, and the composer stays above it.
  interactiveWidget: "resizes-content",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ffffff" },
    { media: "(prefers-color-scheme: dark)", color: "#14161b" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const { theme, timeZone } = await readPreferences();
  return (
    <html lang="en" data-theme={theme === "system" ? undefined : theme}>
      <body>
        <RememberTimeZone known={timeZone} />
        <ChatRoot className="page" timeZone={timeZone}>
          {children}
        </ChatRoot>
      </body>
    </html>
  );
}
