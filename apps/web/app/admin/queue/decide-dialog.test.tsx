// @vitest-environment happy-dom
import type { ActOnCase, CaseAction, ReportCase } from "@chat/contract";
import { createRoot, type Root } from "react-dom/client";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { DecideDialog } from "./decide-dialog.tsx";

const una = { id: "019a0000-0000-7000-8000-000000000001", name: "Una Unruly", image: null, version: 1 };
const found: ReportCase = {
  id: "019a0000-0000-7000-8000-000000000002",
  target: "message",
  state: "open",
  priority: 0,
  reportCount: 1,
  reasons: [{ reason: "spam", count: 1 }],
  isEscalated: false,
  isHidden: false,
  user: una,
  messageId: "019a0000-0000-7000-8000-000000000003",
  channel: null,
  text: "Buy",
  assignee: null,
  holder: null,
  heldUntil: null,
  dueAt: "2026-01-01T00:00:00.000Z",
  createdAt: "2026-01-01T00:00:00.000Z",
  lastReportedAt: "2026-01-01T00:00:00.000Z",
  resolvedAt: null,
  resolvedBy: null,
  resolution: null,
  version: 1,
};

let root: Root;
let decided: Omit<ActOnCase, "caseId">[];

beforeEach(() => {
  document.body.innerHTML = '<div id="root"></div>';
  root = createRoot(document.querySelector("#root") as Element);
  decided = [];
});
afterEach(() => root.unmount());

/** The dialog's own code is fetched the first time. */
async function open(action: CaseAction, isConfirmed = false): Promise<void> {
  root.render(
    <DecideDialog
      found={found}
      action={action}
      isConfirmed={{ current: isConfirmed }}
      onClose={() => {}}
      onDecide={(input) => decided.push(input)}
    />,
  );
  await vi.waitFor(() => expect(reason()).not.toBeNull(), { timeout: 10_000 });
}
const reason = () => document.querySelector("select") as HTMLSelectElement;
const words = () => document.querySelector("form input") as HTMLInputElement;
const enter = (element: HTMLElement) => element.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true }));
const choose = async (value: string) => {
  reason().value = value;
  reason().dispatchEvent(new Event("change", { bubbles: true }));
  await vi.waitFor(() => expect(words()).not.toBeNull());
};
const write = (text: string) => {
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(words(), text);
  words().dispatchEvent(new Event("input", { bubbles: true }));
};

it.each([
  ["dismiss", "No rule is broken"],
  ["escalate", "An admin should decide"],
  ["warn", "Spam or advertising"],
] as const)("asks why for %s too, and Enter takes the usual reason", async (action, usual) => {
  await open(action);
  enter(reason());
  expect(decided).toEqual([expect.objectContaining({ action, reason: usual, note: "" })]);
});

it("takes the usual reason where Enter came before the dialog", async () => {
  await open("dismiss", true);
  await vi.waitFor(() => expect(decided).toHaveLength(1));
  expect(decided).toEqual([{ action: "dismiss", reason: "No rule is broken", note: "" }]);
});

it("takes one's own words as a reason, and none that is empty", async () => {
  await open("mute");
  expect([...reason().options].at(-1)?.text).toBe("Other…");
  await choose("");
  write("  ");
  await vi.waitFor(() => expect(words().value).toBe("  "));
  enter(words());
  await vi.waitFor(() => expect(document.activeElement).toBe(words()));
  expect(document.querySelector("[role=alert]")?.textContent).toBe("Say why, in a word or two.");
  expect(decided).toEqual([]);
  write("Third time this week");
  await vi.waitFor(() => expect(words().value).toBe("Third time this week"));
  enter(words());
  expect(decided).toEqual([expect.objectContaining({ action: "mute", reason: "Third time this week" })]);
});
