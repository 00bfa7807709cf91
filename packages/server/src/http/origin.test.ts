import { describe, expect, it } from "vitest";
import { createOrigins } from "./origin.ts";

describe("createOrigins", () => {
  const origins = createOrigins("https://chat.example.com/path", ["https://shop.example.org", "http://127.0.0.1:5173"]);

  it("takes cookies from its own pages only", () => {
    expect(origins.own).toBe("https://chat.example.com");
    expect(origins.isAllowed("https://chat.example.com", "cookie")).toBe(true);
    expect(origins.isAllowed("https://shop.example.org", "cookie")).toBe(false);
  });

  it("takes tokens from its own and the allowed pages", () => {
    expect(origins.isAllowed("https://chat.example.com", "token")).toBe(true);
    expect(origins.isAllowed("https://shop.example.org", "token")).toBe(true);
    expect(origins.isAllowed("http://127.0.0.1:5173", "token")).toBe(true);
  });

  it.each([
    "null",
    "",
    "*",
    "https://evil.example",
    "https://chat.example.com.evil.example",
    "https://evil.chat.example.com",
    "https://chat.example.com:8443",
    "http://chat.example.com",
    "https://chat.example.com/",
    "HTTPS://CHAT.EXAMPLE.COM",
    "https://chаt.example.com",
    "https://xn--cht-5cd.example.com",
    "https://chat.example.com@evil.example",
    "http://127.0.0.1:5174",
    "http://localhost:5173",
  ])("refuses %j", (origin) => {
    expect(origins.isAllowed(origin, "cookie")).toBe(false);
    expect(origins.isAllowed(origin, "token")).toBe(false);
  });

  it("knows the twins of a loopback address, at its own port", () => {
    const local = createOrigins("http://localhost:3000");
    for (const origin of ["http://localhost:3000", "http://127.0.0.1:3000", "http://[::1]:3000"])
      expect(local.isAllowed(origin, "cookie")).toBe(true);
    for (const origin of ["http://localhost:3001", "https://localhost:3000", "http://localhost", "http://0.0.0.0:3000"]) {
      expect(local.isAllowed(origin, "cookie")).toBe(false);
    }
  });

  it("refuses settings that are no origins", () => {
    expect(() => createOrigins("chat.example.com")).toThrow(TypeError);
    expect(() => createOrigins("https://chat.example.com", ["file:///tmp"])).toThrow(TypeError);
  });
});
