import { expect, it } from "vitest";
import { call, enter } from "./fixtures/accounts.ts";
import { useStage } from "./fixtures/stage.ts";

const stage = useStage();

it("has the tab's name with the unread count in what the server sends, before any script has run", async () => {
  const [bob, ann] = await Promise.all([enter(stage, "Bob Paint"), enter(stage, "Ann Paint")]);
  await ann.chat.writeTo(bob.name);
  for (const text of ["One", "Two"]) await ann.chat.send(text);
  await bob.chat.row(ann.name).getByText("2 unread messages").waitFor();
  const group = { name: "A <b> & co", memberIds: [] };
  const { channel } = await call<{ channel: { id: string } }>(bob, "channel.createGroup", group);
  const titleAt = async (path: string) => {
    const html = await (await bob.context.request.get(path)).text();
    const head = html.slice(0, html.indexOf("</head>"));
    return [...head.matchAll(/<title>(.*?)<\/title>/g)].map(([, title]) => title);
  };
  expect(await titleAt("/")).toEqual(["(2) @chat"]);
  expect(await titleAt(`/c/${channel.id}`)).toEqual(["(2) A &lt;b&gt; &amp; co — @chat"]);
  expect(await titleAt(new URL(ann.page.url()).pathname)).toEqual(["(2) Ann Paint — @chat"]);
});

it("lets no script run that the answer did not name by its own nonce (S21)", async () => {
  const ann = await enter(stage, "Ann Nonce", { expects: /Content Security Policy|404/ });
  const { request } = ann.context;
  const seen = new Set<string>();
  for (const path of ["/", "/sign-in", "/nothing/here"]) {
    const response = await request.get(path, { headers: { "content-security-policy": "script-src 'nonce-forged'" } });
    const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic';/.exec(response.headers()["content-security-policy"] ?? "")?.[1];
    const scripts = (await response.text()).match(/<script\b[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    expect(scripts.filter((script) => !script.includes(`nonce="${nonce}"`))).toEqual([]);
    seen.add(nonce ?? "");
  }
  expect(seen.size).toBe(3);

  const run = await ann.page.evaluate(async () => {
    const blocked = new Promise((resolve) => document.addEventListener("securitypolicyviolation", resolve, { once: true }));
    const place = document.createElement("div");
    place.innerHTML = "<img src='/nothing.png' onerror='window.__ran = true'>";
    const image = place.querySelector("img");
    const failed = new Promise((resolve) => image?.addEventListener("error", resolve, { once: true }));
    document.body.append(place);
    await Promise.all([blocked, failed]);
    place.remove();
    return "__ran" in window;
  });
  expect(run).toBe(false);
});
