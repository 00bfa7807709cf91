import type { RequestListener } from "node:http";
import { setTimeout } from "node:timers/promises";
import { DatabaseNewerError, MigrationFailedError, PostgresStartError } from "@chat/db";
import { demoPeople } from "@chat/db/seed";
import { createChat, type Chat } from "@chat/server";
import { chat as definition, type AppChat } from "./chat.config.ts";
import { setChatInstance } from "./chat-instance.ts";
import { isLoopback, readSettings, SettingsError } from "./env.ts";
import { createLogger } from "./server/create-logger.ts";
import { greeting } from "./server/greet.ts";
import { keepSecret, SecretError } from "./server/keep-secret.ts";
import { listen, PortError } from "./server/listen.ts";
import { DataDirError, openDataDir } from "./server/open-data-dir.ts";
import { openHttp } from "./server/open-http.ts";
import { openPages, type Pages } from "./server/open-pages.ts";
import { openStore, StoreError, type Store } from "./server/open-store.ts";
import { answerStarting, serve } from "./server/serve.ts";
import { stopOnSignal } from "./server/stop-on-signal.ts";

const say = (line: string) => console.log(`  ${line}`);
/** What the operator can mend: the message says all, and no stack stands below it. */
const told = [
  SettingsError,
  PortError,
  DataDirError,
  SecretError,
  StoreError,
  PostgresStartError,
  MigrationFailedError,
  DatabaseNewerError,
];
/** Requests that still run at the stop get so long. */
const FINISH_MS = 5_000;

async function start(): Promise<void> {
  const settings = readSettings();
  const isTerminal = process.stdout.isTTY;
  const log = createLogger({ level: settings.logLevel, readable: isTerminal || !settings.production, colours: isTerminal });
  const running: { store?: Store; chat?: Chat<AppChat>; pages?: Pages } = {};
  let answer: RequestListener = answerStarting;
  const server = openHttp((req, res) => answer(req, res));

  stopOnSignal(async () => {
    const closed = new Promise((resolve) => server.close(resolve));
    await running.chat?.close();
    await running.pages?.close();
    // Next's own sockets of development do not end by themselves.
    await Promise.race([closed, setTimeout(settings.production ? FINISH_MS : 0)]);
    server.closeAllConnections();
    await running.store?.close();
  }, say);

  // Before anything slow, so that a taken port is told at once.
  const port = await listen(server, settings.port, settings.host);
  const publicUrl = settings.publicUrl ?? `http://localhost:${port}`;
  await openDataDir(settings.dataDir);
  const store = (running.store = await openStore(settings, say));
  const chat = (running.chat = await createChat({
    chat: definition,
    database: store.database,
    publicUrl,
    allowedOrigins: settings.allowedOrigins,
    secret: settings.secret ?? (await keepSecret(settings.dataDir, "secret")),
    tokenSecret: settings.tokenSecret ?? (await keepSecret(settings.dataDir, "token-secret")),
    directory: settings.directory,
    lockedSettings: settings.locked,
    trustedProxies: settings.trustedProxies,
    redisUrl: settings.redisUrl,
    ...(!settings.isLimited && { limits: null }),
    metricsToken: settings.metricsToken,
    log,
  }));
  const demoLogins = store.hasDemo && settings.seed === "demo" ? demoPeople : [];
  setChatInstance({ chat, demoLogins });
  const pages = (running.pages = await openPages(settings, port));
  // In production Next has no sockets, and would neither answer who asks for one nor let them go.
  chat.attach(server, settings.production ? undefined : pages.upgrade);
  answer = serve({ chat, pages, log, publicUrl, production: settings.production });
  console.log(greeting({ publicUrl, demoLogins, isNamed: settings.publicUrl !== null, host: settings.host }));
  if (store.hasDemo && !isLoopback(publicUrl)) {
    log.warn({ publicUrl }, "The demo accounts are in this database, and everybody knows their passwords");
  }
}

try {
  await start();
} catch (error) {
  const isTold = told.some((kind) => error instanceof kind);
  console.error(isTold && error instanceof Error ? `\n${error.message}\n` : error);
  process.exit(1);
}
