import { limits } from "@chat/contract";
import { describe, expect, it } from "vitest";
import { readPicture } from "./read-picture.ts";

const url = (bytes: Buffer, type = "image/png") => `data:${type};base64,${bytes.toString("base64")}`;
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2]);
const webp = Buffer.concat([Buffer.from("RIFF"), Buffer.alloc(4), Buffer.from("WEBPVP8 ")]);

describe("readPicture", () => {
  it("goes by the bytes, not by the name", () => {
    expect(readPicture(url(png)).type).toBe("image/png");
    expect(readPicture(url(jpeg, "image/png")).type).toBe("image/jpeg");
    expect(readPicture(url(webp, "image/jpeg")).type).toBe("image/webp");
    expect(readPicture(url(png)).bytes.equals(png)).toBe(true);
  });

  it.each([Buffer.from("<svg onload=alert(1)>"), Buffer.from("GIF89a"), Buffer.from("<html>"), Buffer.alloc(0)])(
    "refuses what is no picture",
    (bytes) => {
      expect(() => readPicture(url(bytes))).toThrow(expect.objectContaining({ reason: "INVALID_INPUT" }));
    },
  );

  it("refuses what is too large", () => {
    const large = Buffer.concat([png, Buffer.alloc(limits.imageBytes)]);
    expect(() => readPicture(url(large))).toThrow(expect.objectContaining({ reason: "TOO_LONG" }));
  });
});
