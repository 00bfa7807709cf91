// npm run embed: the chat server and, on another origin, a shop that embeds it; with one secret between them.
import { randomBytes } from "node:crypto";
import { buildEmbed } from "./workspace/build-embed.mjs";
import { envFile, inRoot, node, serverFlags } from "./workspace/paths.mjs";
import { buildWeb, prepare } from "./workspace/prepare.mjs";
import { run } from "./workspace/run-command.mjs";
import { printFailure } from "./workspace/show-step.mjs";

const chatUrl = `http://localhost:${process.env.PORT ?? 3000}`;
const shopPort = process.env.SHOP_PORT ?? "4000";
const shopUrl = `http://127.0.0.1:${shopPort}`;
const secret = randomBytes(32).toString("base64url");

const chat = {
  NODE_ENV: "production",
  PORT: new URL(chatUrl).port,
  PUBLIC_URL: chatUrl,
  CHAT_TOKEN_SECRET: secret,
  CHAT_ALLOWED_ORIGINS: shopUrl,
  LOG_LEVEL: process.env.LOG_LEVEL ?? "warn",
};
const shop = { PORT: shopPort, SHOP_URL: shopUrl, CHAT_URL: chatUrl, CHAT_TOKEN_SECRET: secret };

/** @type {Set<import("node:child_process").ChildProcess>} */
const running = new Set();

/** Runs one of the two; its end is the end of both. @param {string[]} args @param {Record<string, string>} env */
async function runOne(args, env) {
  const { code } = await run(node, args, { env, onStart: (child) => void running.add(child) });
  for (const child of running) child.kill("SIGTERM");
  process.exitCode ||= code;
}

try {
  await prepare();
  await buildWeb();
  await buildEmbed();
  await Promise.all([
    runOne([...serverFlags, ...envFile(), inRoot("apps/web/server.ts")], chat),
    runOne([inRoot("apps/embed/server.ts")], shop),
  ]);
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
