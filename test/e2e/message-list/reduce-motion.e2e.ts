import { expect, it } from "vitest";
import { useParts } from "../parts/use-parts.ts";

const parts = useParts();

it("stands at its end, and follows what comes, for a reader who asks for less motion", async () => {
  const list = await parts.open({ to: 60 }, { reducedMotion: "reduce" });
  expect(await list.distance()).toBeLessThanOrEqual(1);
  await list.stage("append", 5);
  await list.rest();
  expect(await list.distance()).toBeLessThanOrEqual(1);
});
