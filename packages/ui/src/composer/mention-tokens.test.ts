import { describe, expect, it } from "vitest";
import { draftToMarkdown, insertMention, markdownToDraft, pruneMentions } from "./mention-tokens.ts";

const ann = { id: "a1", name: "Ann" };
const annLee = { id: "a2", name: "Ann Lee" };

describe("draftToMarkdown", () => {
  it("links tokens and leaves other text", () => {
    expect(draftToMarkdown({ text: "hi @Ann, mail a@Ann.org", mentions: [ann] })).toBe("hi [@Ann](mention:a1), mail a@Ann.org");
  });
  it("prefers the longer name and does not cut words", () => {
    expect(draftToMarkdown({ text: "@Ann Lee @Ann @Annabel", mentions: [ann, annLee] })).toBe(
      "[@Ann Lee](mention:a2) [@Ann](mention:a1) @Annabel",
    );
  });
  it("leaves code alone", () => {
    expect(draftToMarkdown({ text: "`@Ann` @Ann\n```\n@Ann\n```", mentions: [ann] })).toBe(
      "`@Ann` [@Ann](mention:a1)\n```\n@Ann\n```",
    );
  });
  it("tells equal names apart by their order", () => {
    const twin = { id: "a9", name: "Ann" };
    expect(draftToMarkdown({ text: "@Ann and @Ann", mentions: [ann, twin] })).toBe("[@Ann](mention:a1) and [@Ann](mention:a9)");
  });
  it("escapes what would end the link", () => {
    const odd = { id: "o1", name: "O]d [one](x)" };
    const source = draftToMarkdown({ text: "@O]d [one](x) hi", mentions: [odd] });
    expect(source).toBe("[@O\\]d \\[one\\](x)](mention:o1) hi");
    expect(markdownToDraft(source)).toEqual({ text: "@O]d [one](x) hi", mentions: [odd] });
  });
});

describe("insertMention", () => {
  it("replaces what was typed and keeps one space", () => {
    expect(insertMention({ text: "hey @an you", mentions: [] }, 4, 7, ann)).toEqual({
      text: "hey @Ann you",
      mentions: [ann],
      caret: 9,
    });
  });
  it("places a namesake by its position", () => {
    const twin = { id: "a9", name: "Ann" };
    const draft = insertMention({ text: "@a and @Ann", mentions: [ann] }, 0, 2, twin);
    expect(draftToMarkdown(draft)).toBe("[@Ann](mention:a9) and [@Ann](mention:a1)");
  });
});

it("round-trips a message through the editor", () => {
  const source = "ask [@Ann Lee](mention:a2) or [@channel](mention:channel)";
  expect(draftToMarkdown(markdownToDraft(source))).toBe(source);
});

it("forgets people whose token was deleted", () => {
  expect(pruneMentions({ text: "@Ann", mentions: [ann, annLee] })).toEqual([ann]);
});
