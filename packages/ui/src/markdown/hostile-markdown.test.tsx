import { renderToString } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { Markdown } from "./markdown.tsx";

const elements = new Set(
  "div p span br em strong del code pre a ul ol li blockquote hr table tbody tr td button svg path rect circle line".split(" "),
);
const attributes = new Set(
  (
    "class dir href target rel title start type tabindex role aria-label aria-hidden aria-pressed focusable xmlns width height viewBox fill stroke " +
    "stroke-width stroke-linecap stroke-linejoin d x y rx ry x1 x2 y1 y2 cx cy r"
  ).split(" "),
);

/** Every tag and attribute of the markup, by a scanner of our own: what a browser would make of it, not what React meant. */
function scan(html: string) {
  const tags = [...html.matchAll(/<(\/?)([a-zA-Z][^\s/>]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/g)];
  const names = tags.map((tag) => (tag[2] ?? "").toLowerCase());
  const given = tags.flatMap((tag) =>
    [...(tag[3] ?? "").matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map((at) => [at[1] ?? "", at[2] ?? ""] as const),
  );
  const left = html.replaceAll(/<(\/?)([a-zA-Z][^\s/>]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/g, "").replaceAll("<!-- -->", "");
  return { names, given, left };
}

const schemes = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "javascript&colon;alert(1)",
  "javascript&#58;alert(1)",
  "javascript&#x3A;alert(1)",
  "&#106;avascript:alert(1)",
  "&#x6A;&#x61;vascript:alert(1)",
  "java&Tab;script:alert(1)",
  "java&NewLine;script:alert(1)",
  "\u0001javascript:alert(1)",
  "\u00a0javascript:alert(1)",
  "%6Aavascript:alert(1)",
  "javascript://example.com/%0Aalert(1)",
  "vbscript:msgbox(1)",
  "data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==",
  "DATA:text/html,<script>alert(1)</script>",
  "data:image/svg+xml,<svg/onload=alert(1)>",
  "file:///etc/passwd",
  "blob:https://example.com/1",
  "filesystem:https://example.com/temporary/1",
  "about:blank",
  "ftp://example.com/x",
  "tel:+1",
  "intent://scan/#Intent;scheme=zxing;end",
  "x-apple-helpbasic://1",
  "ws://example.com",
  "//evil.example/x",
  "/relative",
  "\\\\evil.example\\x",
  "../up",
  "#hash",
  "?query",
  "http:",
  "http://[::1",
];

const payloads = [
  "<script>alert(1)</script>",
  "<ScRiPt src=//evil.example></ScRiPt>",
  "<img src=x onerror=alert(1)>",
  '<img src="x" onerror="alert(1)">',
  "<svg/onload=alert(1)>",
  "<svg><script>alert(1)</script></svg>",
  "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
  "<iframe src=javascript:alert(1)></iframe>",
  "<iframe srcdoc='<script>alert(1)</script>'>",
  "<object data=data:text/html,x></object>",
  "<embed src=//evil.example/x.swf>",
  "<base href=//evil.example/>",
  "<link rel=stylesheet href=//evil.example/x.css>",
  "<meta http-equiv=refresh content=0;url=javascript:alert(1)>",
  "<style>*{background:url(//evil.example)}</style>",
  "<form action=//evil.example><input name=q></form>",
  "<a href=javascript:alert(1)>x</a>",
  "<a href='&#106;avascript:alert(1)'>x</a>",
  "<body onload=alert(1)>",
  "<details open ontoggle=alert(1)>",
  "<video><source onerror=alert(1)></video>",
  "<!--><script>alert(1)</script>-->",
  "<![CDATA[<script>alert(1)</script>]]>",
  "<?xml version='1.0'?><x/>",
  "</div></p><script>alert(1)</script>",
  "text <b>bold</b> <u onmouseover=alert(1)>u</u>",
  "`<script>alert(1)</script>`",
  "```html\n<script>alert(1)</script>\n```",
  '```"><img src=x onerror=alert(1)>\ncode\n```',
  "| <script>alert(1)</script> |\n|---|\n| <img src=x onerror=alert(1)> |",
  '[x](https://example.com/"onmouseover="alert(1))',
  '[x](<https://example.com/" onmouseover="alert(1)>)',
  '[x](https://example.com "title\\" onmouseover=\\"alert(1)")',
  "[x](https://example.com '\"><script>alert(1)</script>')",
  "![x](https://evil.example/track.png)",
  '![x" onerror="alert(1)](https://evil.example/x.png)',
  "![x](javascript:alert(1))",
  "![x](data:image/svg+xml,<svg/onload=alert(1)>)",
  "[![x](https://evil.example/x.png)](javascript:alert(1))",
  "[x]: javascript:alert(1)\n\n[x]",
  "[x][y]\n\n[y]: data:text/html,x",
  "[^1]\n\n[^1]: <script>alert(1)</script>",
  "<javascript:alert(1)>",
  "<data:text/html,<script>alert(1)</script>>",
  "<mailto:a@example.com?subject=<script>alert(1)</script>>",
  "www.example.com/<script>alert(1)</script>",
  'https://example.com/"><script>alert(1)</script>',
  '[@x](mention:"><script>alert(1)</script>)',
  "[<script>alert(1)</script>](mention:channel)",
  "[@x](mention:javascript:alert(1))",
  "&lt;script&gt;alert(1)&lt;/script&gt;",
  "&#60;script&#62;alert(1)&#60;/script&#62;",
  "\u202Egnp.exe [x](https://example.com)",
  "- [ ] <input type=checkbox onclick=alert(1)>",
  "# <h1 onclick=alert(1)>",
  "> <blockquote cite=javascript:alert(1)>",
  "constructor __proto__ [x](__proto__) [y](constructor)",
  ...schemes.flatMap((scheme) => [`[x](${scheme})`, `[x](<${scheme}>)`, `![x](${scheme})`, `<${scheme}>`]),
];

describe("hostile markdown", () => {
  it("has at least sixty cases", () => expect(new Set(payloads).size).toBeGreaterThanOrEqual(60));

  it.each(payloads)("%j", (text) => {
    const html = renderToString(<Markdown text={text} />);
    const { names, given, left } = scan(html);
    expect(names.filter((name) => !elements.has(name))).toEqual([]);
    expect(given.map(([name]) => name).filter((name) => !attributes.has(name) && !name.startsWith("data-"))).toEqual([]);
    for (const [name, value] of given) if (name === "href") expect(value).toMatch(/^(?:https?:\/\/|mailto:)/);
    for (const [name, value] of given) if (name === "rel") expect(value).toBe("noopener noreferrer nofollow");
    expect(left).not.toMatch(/[<>]/);
  });

  it.each(schemes)("keeps no link to %j", (scheme) => {
    expect(renderToString(<Markdown text={`[x](<${scheme}>)`} />)).not.toContain("href=");
  });

  // Before the limit of `isIntricate` some of these took seconds or ended the stack.
  const repeated = [
    "[",
    "*a ",
    "> ",
    "`",
    "`a ",
    "<a ",
    "![](",
    "| a ",
    "- ",
    "_",
    "1. ",
    "[a](",
    "a*",
    "*_",
    "> - ",
    "- a\n",
    "|a\n",
    "a@b.c ",
  ];
  it.each(repeated)("shows ten thousand characters of %j without holding up the page", (part) => {
    const began = performance.now();
    expect(renderToString(<Markdown text={part.repeat(10_000 / part.length)} />)).toContain("data-slot");
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
