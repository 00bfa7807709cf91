import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { saveBot, startBot } from "../fixtures/start-bot.ts";
import { makeGroup } from "../fixtures/group.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";
import { signToken } from "../fixtures/sign-token.ts";

async function botRoom(server: TestServer) {
  const bot = await server.tokenUser("bot");
  const { owner, channelId } = await makeGroup(server, { owner: bot });
  const token = await signToken("bot");
  const caller = await server.chat.callerFor(new Headers(owner.headers));
  const say = (texts: string[]) =>
    Promise.all(texts.map((text) => caller.message.send({ channelId, clientId: text.replaceAll(" ", "-"), text })));
  const pongs = async () => {
    const all: string[] = [];
    for (let after = 0, more = true; more;) {
      const { items } = await caller.message.list({ channelId, after, limit: 100 });
      all.push(...items.map(({ text }) => text).filter((text) => text.startsWith("pong")));
      after = items.at(-1)?.seq ?? after;
      more = items.length === 100;
    }
    return all;
  };
  return { token, channelId, caller, say, pongs };
}

const numbered = (word: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => `${word} ${from + i}`);

async function botFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), "chat-bot-"));
  await saveBot(folder);
  const file = path.join(folder, "bot.at");
  return {
    folder,
    untilPoint: () => expect.poll(() => existsSync(file), { timeout: 20_000 }).toBe(true),
    point: () => readFile(file, "utf8"),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  };
}

it("the README's bot, killed while it works, answers everything once, in order, when it is started again", async () => {
  await using server = await startServer();
  await using stored = await botFolder();
  const { token, channelId, caller, say, pongs } = await botRoom(server);
  const start = () => startBot(stored.folder, server.url, token, channelId);
  const untilAnswered = (text: string) => expect.poll(pongs, { timeout: 20_000, interval: 100 }).toContain(text);
  {
    await using bot = start();
    await stored.untilPoint();
    await say(numbered("ping", 1, 20));
    await untilAnswered("pong 7");
    await bot.kill();
  }
  await say(numbered("ping", 21, 150));
  // Edited while nobody listened: by version it stands behind the others, by number it does not.
  const { items } = await caller.message.list({ channelId, limit: 100 });
  const edited = items.find(({ text }) => text === "ping 60");
  await caller.message.edit({ messageId: edited?.id ?? "", text: "ping 60, edited" });
  {
    await using bot = start();
    await untilAnswered("pong 90");
    await bot.kill();
  }
  await using bot = start();
  await untilAnswered("pong 150");
  await say(["ping 151"]);
  const expected = numbered("pong", 1, 151).map((text) => (text === "pong 60" ? "pong 60, edited" : text));
  await expect.poll(pongs, { timeout: 20_000 }).toEqual(expected);
  expect(bot).toBeDefined();
});

it("a bot that was away while more was written than is told row by row reads the messages themselves", async () => {
  await using server = await startServer();
  await using stored = await botFolder();
  const { token, channelId, say, pongs } = await botRoom(server);
  const start = () => startBot(stored.folder, server.url, token, channelId);
  {
    await using bot = start();
    await stored.untilPoint();
    await say(["ping 0"]);
    await expect.poll(pongs, { timeout: 20_000 }).toEqual(["pong 0"]);
    await bot.kill();
  }
  await say([...numbered("ping", 1, 3), ...numbered("noise", 1, 1_100), "ping 4"]);
  await using bot = start();
  await expect.poll(pongs, { timeout: 20_000 }).toEqual(numbered("pong", 0, 4));
  expect((await stored.point()).split(".")[0]).toMatch(/^[0-9a-f]+$/);
  expect(bot).toBeDefined();
});
