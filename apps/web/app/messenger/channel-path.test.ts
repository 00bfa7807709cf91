import { expect, it } from "vitest";
import { channelOfPath, channelPath, seqOfFragment } from "./channel-path.ts";

const id = "01998f2e-7a4c-7e1f-9b7e-2f0d3c5a9b11";

it("finds the channel of its own addresses", () => {
  expect(channelOfPath(channelPath(id))).toBe(id);
  expect(channelOfPath(channelPath(null))).toBeNull();
  expect(channelOfPath("/c/nothing")).toBeNull();
  expect(channelOfPath(`/c/${id}/more`)).toBeNull();
});

it("reads a message's number, and nothing else", () => {
  expect(seqOfFragment("#m17")).toBe(17);
  for (const fragment of ["", "#", "#m", "#m0", "#m-1", "#m1.5", "#17"]) expect(seqOfFragment(fragment)).toBeNull();
});
