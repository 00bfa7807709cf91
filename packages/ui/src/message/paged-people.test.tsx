// @vitest-environment happy-dom
import type { UserRef } from "@chat/contract";
import { createRoot } from "react-dom/client";
import { expect, it, vi } from "vitest";
import { peoplePages } from "../channel-view/people-pages.ts";
import { PagedPeople } from "./paged-people.tsx";

const members: readonly UserRef[] = Array.from({ length: 7 }, (_, at) => ({
  id: `u${at}`,
  name: `Person ${at}`,
  image: null,
  version: 1,
}));

/** A server that gives three at a time, and is out of reach once. */
function pagesOf(people: readonly UserRef[]) {
  let isDown = true;
  return peoplePages(async (cursor) => {
    const from = Number(cursor ?? 0);
    if (from === 6 && isDown) {
      isDown = false;
      throw new Error("No network");
    }
    const items = people.slice(from, from + 3).map((user) => ({ user }));
    return { items, cursor: from + 3 < people.length ? String(from + 3) : null };
  });
}

const names = () => [...document.querySelectorAll("bdi")].map((name) => name.textContent);
const press = (name: string) => [...document.querySelectorAll("button")].find(({ textContent }) => textContent === name)?.click();

it("shows all who are there, page by page, and asks again for a page that did not come", async () => {
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.querySelector("#root") as Element);
  root.render(<PagedPeople load={() => pagesOf(members)} me="u6" empty="Nobody" />);
  await vi.waitFor(() => expect(names()).toHaveLength(3));
  press("Show more");
  await vi.waitFor(() => expect(names()).toHaveLength(6));
  press("Show more");
  await vi.waitFor(() => expect(document.querySelector('[role="alert"]')).not.toBeNull());
  expect(names()).toHaveLength(6);
  press("Retry");
  await vi.waitFor(() => expect(names()).toEqual([...members.slice(0, 6).map(({ name }) => name), "You"]));
  expect(document.querySelector("button")).toBeNull();
  root.unmount();
});

it("says that there is nobody", async () => {
  document.body.innerHTML = '<div id="root"></div>';
  const root = createRoot(document.querySelector("#root") as Element);
  root.render(<PagedPeople load={() => pagesOf([])} empty="Nobody" />);
  await vi.waitFor(() => expect(document.body.textContent).toBe("Nobody"));
  root.unmount();
});
