import type { RuleAction, RuleMatch } from "@chat/contract";
import { describe, expect, test } from "vitest";
import { compileRules } from "./compile-rules.ts";
import { judge, scanText, type Circumstances } from "./judge-text.ts";

const calm: Circumstances = { channel: "public", accountHours: 10_000, recent: null };
const words = (list: string[], whole = true): RuleMatch => ({ type: "words", words: list, whole });
const pattern = (source: string, ignoresCase = true): RuleMatch => ({ type: "pattern", pattern: source, ignoresCase });
const links = (to: "any" | "listed" | "others", domains: string[] = []): RuleMatch => ({ type: "links", to, domains });

/** What becomes of a text: what is stored, and the names of the rules that it met. */
function run(text: string, rules: [match: RuleMatch, action: RuleAction["type"]][], about: Partial<Circumstances> = {}) {
  const compiled = compileRules(
    rules.map(([match, type], place) => ({
      id: null,
      name: `r${place}`,
      condition: { match, accountHours: null, channels: ["public", "private", "direct"] },
      action: { type, minutes: 5, text: "" } as RuleAction,
    })),
  );
  const { hits, ending, text: stored } = judge(compiled, scanText(compiled, text), { ...calm, ...about });
  return { stored, hits: hits.map(({ name }) => name), refused: ending !== null };
}
const masked = (text: string, match: RuleMatch) => run(text, [[match, "mask"]]).stored;
const isMet = (text: string, match: RuleMatch) => run(text, [[match, "reject"]]).refused;

describe("words", () => {
  test("are found whatever their case, marks, width and unseen characters, and masked with their marks", () => {
    expect(masked("Du Dümmkopf, DUMMKOPF! Ｄｕｍｍkopf, d\u200Bumm\u00ADkopf und dummköpfe", words(["dummkopf"]))).toBe(
      "Du ***, ***! ***, *** und dummköpfe",
    );
    expect(masked("cafe\u0301 Straße", words(["CAFÉ", "strasse"]))).toBe("*** ***");
  });

  test("stand alone between spaces and signs, or are parts where that is wanted", () => {
    expect(masked("ass, class, ass-hat, assé, x𝒜ass", words(["ass"]))).toBe("***, class, ***-hat, assé, x𝒜ass");
    expect(masked("class", words(["ass"], false))).toBe("cl***");
    expect(masked("是垃圾邮件吗", words(["垃圾"], false))).toBe("是***邮件吗");
  });

  test("that end inside one another are all found", () => {
    expect(masked("a ushers b", words(["he", "she", "hers", "us"], false))).toBe("a *** b");
    expect(
      run("he", [
        [words(["she"], false), "reject"],
        [words(["he"], false), "allow"],
      ]).hits,
    ).toEqual(["r1"]);
  });
});

describe("links", () => {
  const block = links("listed", ["evil.com", "münchen.example"]);

  test.each([
    "see https://evil.com/x",
    "EVIL.COM",
    "http://a.b.evil.com.",
    "https://good.org@evil.com/",
    "[click](https:\\/\\/evil.com)",
    "[x](&#104;ttps://evil&#46;com)",
    "https:/evil.com",
    "https://xn--mnchen-3ya.example/",
    "www.münchen.example",
    "https://e\u00ADvil.com",
    "https://evil。com",
  ])("to a listed domain are found: %s", (text) => expect(isMet(text, block)).toBe(true));

  test.each(["https://evil.com.good.org", "https://notevil.com", "evil", "an evil.company", "me@evil.comx"])(
    "to other domains are not: %s",
    (text) => expect(isMet(text, block)).toBe(false),
  );

  test("to others than those allowed are found, and bare names are no links", () => {
    const allow = links("others", ["example.com"]);
    expect(isMet("https://docs.example.com and www.example.com", allow)).toBe(false);
    expect(isMet("https://docs.example.com https://example.com.evil.net", allow)).toBe(true);
    expect(isMet("read file.txt", allow)).toBe(false);
    expect(masked("a https://x.yz/q, b", links("any"))).toBe("a *** b");
  });
});

describe("patterns", () => {
  test("are RE2's, by letters' case or not", () => {
    expect(masked("call 555-1234 or 555-9876", pattern(String.raw`\d{3}-\d{4}`))).toBe("call *** or ***");
    expect(isMet("FREE money", pattern("free money"))).toBe(true);
    expect(isMet("FREE money", pattern("free money", false))).toBe(false);
    expect(isMet("b", pattern("a|b|(?:c)"))).toBe(true);
  });

  test("are the same by the joint automaton and one by one", () => {
    const rules: [RuleMatch, "mask"][] = [String.raw`\bfoo\b`, "ba+r", "qu[xy]$"].map((one) => [pattern(one), "mask"]);
    for (const text of ["foo baaar quy", "food br qux ", "x foo"]) {
      const padded = `${" ".repeat(3_000)}${text}`;
      expect(run(padded, rules).hits).toEqual(run(text, rules).hits);
    }
  });
});

describe("order", () => {
  const bad = words(["bad"]);
  test("the first rule that ends decides; a mask goes on with the masked text", () => {
    expect(
      run("bad", [
        [bad, "allow"],
        [bad, "reject"],
      ]),
    ).toEqual({ stored: "bad", hits: ["r0"], refused: false });
    expect(
      run("bad", [
        [bad, "mask"],
        [bad, "reject"],
      ]),
    ).toEqual({ stored: "***", hits: ["r0"], refused: false });
    expect(
      run("bad ugly", [
        [bad, "mask"],
        [words(["ugly"]), "reject"],
      ]).hits,
    ).toEqual(["r0", "r1"]);
  });

  test("conditions of account, channel and haste are asked too", () => {
    const compiled = compileRules([
      {
        id: null,
        name: "new",
        condition: { match: links("any"), accountHours: 24, channels: ["public"] },
        action: { type: "reject", text: "" },
      },
    ]);
    const scan = scanText(compiled, "https://a.example");
    const ends = (about: Partial<Circumstances>) => judge(compiled, scan, { ...calm, ...about }).ending !== null;
    expect([ends({ accountHours: 23 }), ends({ accountHours: 24 }), ends({ accountHours: 1, channel: "direct" })]).toEqual([
      true,
      false,
      false,
    ]);
    const recent = { same: () => 3, any: () => 5 };
    expect(run("x", [[{ type: "repeats", times: 3, seconds: 60 }, "reject"]], { recent }).refused).toBe(true);
    expect(run("x", [[{ type: "repeats", times: 4, seconds: 60 }, "reject"]], { recent }).refused).toBe(false);
    expect(run("x", [[{ type: "rate", messages: 4, seconds: 60 }, "reject"]], { recent }).refused).toBe(true);
    expect(run("x", [[{ type: "rate", messages: 5, seconds: 60 }, "reject"]], { recent }).refused).toBe(false);
  });
});
