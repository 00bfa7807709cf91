import { afterEach, expect, it, vi } from "vitest";
import { createChatClient } from "../index.ts";
import { me } from "../fixtures/wire.ts";

afterEach(() => vi.unstubAllGlobals());

const path = "/api/images/9c11";

/** What a client of `url` makes of an answer that names pictures, on a page of `page`. */
async function seenBy(url: string, page: string | null) {
  if (page !== null) vi.stubGlobal("location", new URL(page));
  const user = { ...me(), image: path, custom: { image: path } };
  class Source extends EventTarget {
    close() {}
  }
  const client = createChatClient({
    url,
    transport: "sse",
    EventSource: Source as unknown as typeof EventSource,
    fetch: async () => Response.json([{ result: { data: user } }]),
  });
  const { image, custom } = await client.trpc.user.me.query();
  client.close();
  return { image, custom };
}

it("makes URLs of the server's own pictures on a page of another origin, and leaves the product's fields alone", async () => {
  const whole = { image: `https://chat.example${path}`, custom: { image: path } };
  expect(await seenBy("https://chat.example", "https://shop.example/orders")).toEqual(whole);
  expect(await seenBy("https://chat.example/", null)).toEqual(whole);
});

it("leaves paths on the server's own pages", async () => {
  expect(await seenBy("https://chat.example", "https://chat.example/c/1")).toMatchObject({ image: path });
});
