import { describe, expect, it } from "vitest";
import { useParts } from "../parts/use-parts.ts";

const parts = useParts();
const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="220"><rect width="300" height="220" fill="teal"/></svg>`;

describe("somebody who types", () => {
  it("is named under the list, which stays at its end", async () => {
    const list = await parts.open({ to: 60 });
    await list.stage("type", []);
    await list.rest();
    const before = await list.endOf(60);
    await list.stage("type", ["Ann"]);
    await list.page.getByText("Ann is typing").waitFor();
    await list.rest();
    expect(await list.distance()).toBeLessThanOrEqual(1);
    expect(await list.endOf(60)).toBe(before);
    await list.stage("type", []);
    await list.rest();
    expect(await list.distance()).toBeLessThanOrEqual(1);
    expect(await list.endOf(60)).toBe(before);
  });

  it("moves nothing for who reads above", async () => {
    const list = await parts.open({ to: 60 });
    await list.stage("type", []);
    await list.wheel(-900);
    await list.rest();
    const before = await list.anchor();
    await list.stage("type", ["Ann", "Ben"]);
    await list.page.getByText("Ann and Ben are typing").waitFor();
    await list.rest();
    expect(await list.anchor()).toEqual(before);
  });
});

describe("a picture of the last message that loads late", () => {
  const late = async (list: Awaited<ReturnType<typeof parts.open>>) => {
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    await list.page.route("**/late.svg", async (route) => {
      asked.resolve();
      await answer.promise;
      await route.fulfill({ contentType: "image/svg+xml", body: picture });
    });
    await list.row(60).evaluate((row) => row.querySelector('[data-slot="markdown"]')?.append(new Image()));
    await list
      .row(60)
      .locator("img")
      .evaluate((img: HTMLImageElement) => img.setAttribute("src", "/late.svg"));
    await asked.promise;
    await list.rest();
    return async () => {
      answer.resolve();
      await list
        .row(60)
        .locator("img")
        .evaluate((img: HTMLImageElement) => img.decode());
      await list.rest();
    };
  };

  it("leaves the list at its end", async () => {
    const list = await parts.open({ to: 60 });
    const load = await late(list);
    const height = await list.row(60).evaluate((row) => row.clientHeight);
    await load();
    expect(await list.row(60).evaluate((row) => row.clientHeight)).toBeGreaterThan(height + 200);
    expect(await list.distance()).toBeLessThanOrEqual(1);
  });

  it("moves nothing for who has begun to read above", async () => {
    const list = await parts.open({ to: 60 });
    const load = await late(list);
    await list.wheel(-120);
    await list.rest();
    const before = await list.anchor();
    await load();
    expect(await list.anchor()).toEqual(before);
    expect(await list.distance()).toBeGreaterThan(200);
  });
});
