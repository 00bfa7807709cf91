import { expect, it } from "vitest";
import { channelPath, placeOfPath, seqOfFragment } from "./channel-path.ts";

const id = "01998f2e-7a4c-7e1f-9b7e-2f0d3c5a9b11";

const messageId = "01998f2e-7a4c-7e1f-9b7e-2f0d3c5a9b12";

it("finds the channel and the thread of its own addresses", () => {
  const nowhere = { channelId: null, threadOf: null };
  expect(placeOfPath(channelPath(id))).toEqual({ channelId: id, threadOf: null });
  expect(placeOfPath(channelPath(id, messageId))).toEqual({ channelId: id, threadOf: messageId });
  expect(placeOfPath(channelPath(null))).toEqual(nowhere);
  for (const path of ["/c/nothing", `/c/${id}/more`, `/c/${id}/t/`, `/c/${id}/t/${messageId}/more`])
    expect(placeOfPath(path)).toEqual(nowhere);
});

it("reads a message's number, and nothing else", () => {
  expect(seqOfFragment("#m17")).toBe(17);
  for (const fragment of ["", "#", "#m", "#m0", "#m-1", "#m1.5", "#17"]) expect(seqOfFragment(fragment)).toBeNull();
});
