const { env } = process;

/** What the shop's backend is told at its start; `npm run embed` sets all of it. */
export const settings = {
  port: Number(env["PORT"] ?? 4000),
  /** Where browsers reach the shop. */
  shopUrl: env["SHOP_URL"] ?? `http://127.0.0.1:${env["PORT"] ?? 4000}`,
  chatUrl: env["CHAT_URL"] ?? "http://localhost:3000",
  /** The key that the chat server has too, as CHAT_TOKEN_SECRET. */
  tokenSecret: env["CHAT_TOKEN_SECRET"] ?? "",
  /** How long a token lives, in seconds; the chat takes at most 900. */
  tokenSeconds: Number(env["CHAT_TOKEN_SECONDS"] ?? 600),
};

export type Settings = typeof settings;
