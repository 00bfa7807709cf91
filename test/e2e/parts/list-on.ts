import type { Locator, Page } from "playwright-core";
import type { Call, ListControl } from "./list-stage.tsx";

/** What can be done to the list of the page of parts, and measured of it. */
export interface PartsList {
  readonly scroller: Locator;
  row(seq: number): Locator;
  /** Calls `window.stage`. */
  stage<Name extends "set" | "append" | "prepend" | "hold" | "change" | "read">(
    name: Name,
    ...args: Parameters<ListControl[Name]>
  ): Promise<void>;
  jumpTo(seq: number): Promise<void>;
  calls(name: string): Promise<Call[]>;
  /** Pixels left below what is on screen. */
  distance(): Promise<number>;
  wheel(pixels: number): Promise<void>;
  /** The first message wholly on screen, and where it ends; a name above it may go with a page before. */
  anchor(): Promise<{ seq: number; end: number }>;
  endOf(seq: number): Promise<number | null>;
  /** Resolves when the position has been the same for ten frames. */
  rest(): Promise<void>;
}

export function listOn(page: Page): PartsList {
  const scroller = page.locator('[data-slot="message-scroller"]');
  return {
    scroller,
    row: (seq) => page.locator(`[data-slot="message"][data-seq="${seq}"]`),
    stage: (name, ...args) =>
      page.evaluate(
        ([verb, values]) => void (window.stage[verb as "set"] as (...all: unknown[]) => unknown)(...(values as unknown[])),
        [name, args] as const,
      ),
    jumpTo: (seq) => page.evaluate((wanted) => window.stage.handle?.jumpTo(wanted), seq),
    calls: (name) => page.evaluate((wanted) => window.stage.calls.filter((call) => call.name === wanted), name),
    distance: () => scroller.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight),
    async wheel(pixels) {
      await scroller.hover({ force: true });
      await page.mouse.wheel(0, pixels);
    },
    anchor: () =>
      scroller.evaluate((box) => {
        const edge = box.getBoundingClientRect().top;
        const found = [...box.querySelectorAll<HTMLElement>('[data-slot="message"]')]
          .map((row) => ({ seq: Number(row.dataset["seq"]), rect: row.getBoundingClientRect() }))
          .filter(({ rect }) => rect.top >= edge)
          .toSorted((a, b) => a.rect.top - b.rect.top)[0];
        if (!found) throw new Error("No message is on screen.");
        return { seq: found.seq, end: found.rect.bottom };
      }),
    endOf: (seq) =>
      scroller.evaluate(
        (box, wanted) => box.querySelector(`[data-slot="message"][data-seq="${wanted}"]`)?.getBoundingClientRect().bottom ?? null,
        seq,
      ),
    rest: () =>
      scroller.evaluate(
        (box) =>
          new Promise<void>((resolve) => {
            let still = 0;
            let before = "";
            const look = () => {
              const now = `${box.scrollTop} ${box.scrollHeight}`;
              still = now === before ? still + 1 : 0;
              before = now;
              if (still >= 10) resolve();
              else requestAnimationFrame(look);
            };
            look();
          }),
      ),
  };
}
