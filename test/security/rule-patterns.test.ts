import { randomUUID } from "node:crypto";
import type { CreateRule } from "@chat/contract";
import { expect, test } from "vitest";
import { makeGroup } from "../fixtures/group.ts";
import { startServer, type TestServer } from "../fixtures/server.ts";
import { openSocket } from "../fixtures/socket.ts";

/** What makes an engine that backtracks run for hours, or one that builds states fill its memory (OWASP, CVE-2021-41115, CVE-2025-5892). */
const evil = [
  "(a+)+$",
  "(a|aa)+$",
  "(a|a)*b",
  "(a*)*b",
  "([a-zA-Z]+)*1",
  "(x+x+)+y",
  "(.*)*=.*",
  "(.*a){12}$",
  "(a?){20}a{20}",
  "^(([a-z])+.)+[A-Z]([a-z])+$",
  String.raw`(\w+\s?)+$`,
  String.raw`(\d+)+!`,
  "([^b]*)*c",
  "(.+)+z",
  "(?:a|b|ab)*c",
  "[ab]*a[ab]{12}c",
  String.raw`\b(\w+\b)+!`,
  "(a{1,20}){1,20}b",
  "(?:.?){50}q$",
  "((a{0,5}){0,5}){0,5}b",
  "(.*?,){11}P",
  String.raw`\s+$`,
  String.raw`(^|\s)(\S+\s+)*#$`,
  "(([^a])+)+@",
  String.raw`[\s\S]*[\s\S]*[\s\S]*#`,
  "(a|b|c|d|e|f)*[a-f]{9}g",
  "(?:(?:a*)*)*!",
  String.raw`([\w.-]+)+@([\w-]+\.)+x`,
  String.raw`^(\w+ ?)*$!`,
  "(a*?)*?b",
  "(?:a?b?){60}c",
  "(0|[1-9]|1[0-9])*!",
  "(https?://)?([a-z.]+)+/!",
  String.raw`(\(.*\))*\)!`,
  "(ab|a|b|ba)+c",
  "(?i:(k|K)+)+z",
  "(é|e)*f!",
  "([a-z]+[0-9]*)+$!",
  "(..?){30}q",
  "(.)(.)(.)(.)+!",
  "(a+b?)+c!",
  "((ab)*|(ba)*)*c",
  "(a.*b.*){8}c",
  "(.*b.*){7}d",
  "[a-z]*[a-y]*[a-x]*[a-w]*!",
  "(?:(a)|(b)|(c))*d!",
  "(z*z*z*)*y",
  String.raw`(\D+|\d)+#`,
  "(?:x?y?z?){40}!",
  "(a|b)*a(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)c",
];

const fill = (size: number): Record<string, string> => ({
  same: `${"a".repeat(size - 1)}!`,
  mixed: Array.from({ length: size }, (_, at) => "ab"[((at * at * 7 + at * 3) % 11) % 2]).join(""),
  letters: Array.from({ length: size }, (_, at) => String.fromCharCode(97 + ((at * 7_919 + (at >> 3) * 104_729) % 26))).join(""),
  spaces: `${" ".repeat(size - 1)}x`,
  links: "https://a.b.c/d, ".repeat(size / 17),
  brackets: "www.a.b))))))))".repeat(size / 15),
});

const ruleOf = (pattern: string, type: "reject" | "mask"): CreateRule => ({
  name: pattern.slice(0, 20),
  enabled: true,
  condition: {
    match: { type: "pattern", pattern, ignoresCase: true },
    accountHours: null,
    channels: ["public", "private", "direct"],
  },
  action: type === "mask" ? { type } : { type, text: "" },
});

/** Milliseconds of this process' own work, which a busy machine does not lengthen. */
async function workOf(call: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await call();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

async function writeRules(server: TestServer, type: "reject" | "mask") {
  const admin = await server.signUp("Ada Admin");
  const { admin: api } = await server.chat.callerFor(new Headers(admin.headers));
  for (const pattern of evil) await api.rule.create(ruleOf(pattern, type));
  return api.rule;
}

test.each(["reject", "mask"] as const)("S42: 50 hostile patterns (%s) hold up no send of the longest messages", async (type) => {
  await using server = await startServer();
  const rules = await writeRules(server, type);
  expect((await rules.list()).items).toHaveLength(50);
  const { owner, channelId } = await makeGroup(server);
  using at = openSocket(server, owner);
  const work: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    for (const text of [...Object.values(fill(2_000)), ...Object.values(fill(10_000))]) {
      const call = at.api.message.send.mutate({ channelId, clientId: randomUUID(), text });
      work.push(await workOf(() => call.catch(() => undefined)));
    }
  }
  expect(Math.max(...work)).toBeLessThan(250);
});

test("S42: a pattern on 100 KB of text takes time in proportion, whatever it is", async () => {
  const { compilePattern } = await import("../../packages/server/src/rules/compile-pattern.ts");
  for (const pattern of evil) {
    const compiled = compilePattern({ pattern, ignoresCase: true });
    if ("fault" in compiled) throw new Error(`${pattern}: ${compiled.fault}`);
    for (const text of Object.values(fill(100_000))) expect(await workOf(async () => compiled.re.test(text))).toBeLessThan(250);
  }
});
