import { renderToString } from "react-dom/server";
import { expect, it } from "vitest";
import { isEmojiOnly } from "./emoji-only.ts";
import { Markdown } from "./markdown.tsx";
import { MentionProvider } from "./mention-context.tsx";

const html = (text: string) =>
  renderToString(<Markdown text={text} />)
    .replaceAll(/ (?:class|dir)="[^"]*"/g, "")
    .replaceAll("<!-- -->", "");
const inside = (text: string) =>
  html(text)
    .replace(/^<div data-slot="markdown">/, "")
    .replace(/<\/div>$/, "");

it.each([
  ["plain", "<p>plain</p>"],
  ["a\nb", "<p>a<br/>b</p>"],
  ["a\n\nb", "<p>a</p><p>b</p>"],
  ["**a** _b_ ~~c~~ `d`", "<p><strong>a</strong> <em>b</em> <del>c</del> <code>d</code></p>"],
  ["`||a||` ||", "<p><code>||a||</code> ||</p>"],
  ["||||", "<p>||||</p>"],
  ["> a", "<blockquote><p>a</p></blockquote>"],
  ["- a\n- b", "<ul><li>a</li><li>b</li></ul>".replaceAll(/<li>(.)<\/li>/g, "<li><p>$1</p></li>")],
  ["    four spaces", "<p>four spaces</p>"],
  ["title\n---", "<p>title</p><hr/>"],
  [
    "[x]: https://example.com",
    '<p>[x]: <a href="https://example.com/" target="_blank" rel="noopener noreferrer nofollow">https://example.com</a></p>',
  ],
  ["<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>"],
  ["[x](javascript:y)", "<p>x (javascript:y)</p>"],
])("%j", (text, expected) => {
  expect(inside(text)).toBe(expected);
});

it.each([
  ["[https://example.com/a_b]", "[", "https://example.com/a_b", "]"],
  ["(https://example.com/a).", "(", "https://example.com/a", ")."],
  ["see **https://example.com/x**!", "see <strong>", "https://example.com/x", "</strong>!"],
  ["[draft https://example.com/a, and", "[draft ", "https://example.com/a", ", and"],
])("links an address wherever it stands: %j", (text, before, url, after) => {
  const link = `<a href="${url}" target="_blank" rel="noopener noreferrer nofollow">${url}</a>`;
  expect(inside(text)).toBe(`<p>${before}${link}${after}</p>`);
});

it("puts what follows a text into its last line, which keeps its direction", () => {
  const html = renderToString(<Markdown text={"مرحبا\n\nبالعالم"} suffix={<i>edited</i>} />);
  expect(html).toContain('<p dir="auto">مرحبا</p><p dir="auto">بالعالم<i>edited</i></p>');
});

it("links www and mail addresses, and draws tasks and tables", () => {
  expect(inside("www.example.com")).toContain('href="http://www.example.com/"');
  expect(inside("a@example.com")).toContain('href="mailto:a@example.com"');
  expect(inside("- [x] done\n- [ ] open")).toMatch(
    /data-checked="true".*aria-label="Done">☑.*<p>done<\/p>.*data-checked="false".*aria-label="Not done">☐.*<p>open<\/p>/,
  );
  expect(inside("| a | `b\\|c` |\n|---|---|\n| ~~d~~ | e |")).toBe(
    "<table><tbody><tr><td>a</td><td><code>b|c</code></td></tr><tr><td><del>d</del></td><td>e</td></tr></tbody></table>",
  );
});

const table = (...rows: string[][]) =>
  `<table><tbody>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</tbody></table>`;
it.each([
  ["a | b\n--|--\nc | **d**", table(["a", "b"], ["c", "<strong>d</strong>"])],
  ["|a|b|\n|:-:|--:|\n|c\\|d||", table(["a", "b"], ["c|d", ""])],
  ["before\n| a |\n|---|\n| c |", `<p>before</p>${table(["a"], ["c"])}`],
  ["> | a |\n> |---|\n> | c |", `<blockquote>${table(["a"], ["c"])}</blockquote>`],
  ["| a | b |\n|---|\n| c |", "<p>| a | b |<br/>|---|<br/>| c |</p>"],
  ["a \\| b - `c\\|d`", "<p>a | b - <code>c\\|d</code></p>"],
  ["a | b - c", "<p>a | b - c</p>"],
])("draws tables, and nothing else as one: %j", (text, expected) => {
  expect(inside(text)).toBe(expected);
});

it("links addresses in a new tab, and shows where words lead", () => {
  expect(inside("see https://example.com")).toContain(
    '<a href="https://example.com/" target="_blank" rel="noopener noreferrer nofollow">https://example.com</a>',
  );
  expect(inside("[bank](https://evil.example/)")).toContain('title="https://evil.example/"');
  expect(inside("![cat](https://example.com/cat.png)")).toContain(">cat</a>");
});

it.each([
  ["the end: ||he _did_ it||!", "the end: ", "he did it", "!"],
  ["||a|| b ||c", "", "a", " b ||c"],
  ["a || b ||**c** d|| e", "a ", " b ", "<strong>c</strong> d|| e"],
])("hides spoilers, and keeps them from screen readers: %j", (text, before, hidden, after) => {
  const said = inside(text).replaceAll(/ type="button"|<span>Show hidden text<\/span>/g, "");
  expect(said).toBe(
    `<p>${before}<button data-slot="spoiler" data-state="hidden"><span aria-hidden="true">${hidden}</span></button>${after}</p>`,
  );
});

it("makes chips of mentions, by the current name, and marks the reader's own", () => {
  const text = "[@Ann](mention:a) [@Ben](mention:b) [@channel](mention:channel)";
  const said = renderToString(
    <MentionProvider me="a" nameOf={(id) => (id === "b" ? "Benjamin" : undefined)}>
      <Markdown text={text} />
    </MentionProvider>,
  );
  expect(
    [...said.matchAll(/data-slot="mention"( data-mine="true")?[^>]*>([^<]*)</g)].map((chip) => [chip[2], chip[1] !== undefined]),
  ).toEqual([
    ["@Ann", true],
    ["@Benjamin", false],
    ["@channel", true],
  ]);
});

it.each([
  ["🎉", true],
  ["👍🏽 👨‍👩‍👧 🇩🇪", true],
  ["1️⃣", true],
  ["😀😀😀😀😀😀😀", false],
  ["1", false],
  ["12 3", false],
  ["🎉 yes", false],
  ["", false],
])("big emoji: %j is %s", (text, big) => {
  expect(isEmojiOnly(text)).toBe(big);
});
