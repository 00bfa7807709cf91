import type { Locator, Page } from "playwright-core";
import { measureList, type MeasuredList } from "../fixtures/measure-list.ts";
import type { Call, ListControl } from "./list-stage.tsx";

/** What can be done to the list of the page of parts, and measured of it. */
export interface PartsList extends MeasuredList {
  row(seq: number): Locator;
  /** Calls `window.stage`. */
  stage<Name extends "set" | "append" | "prepend" | "hold" | "change" | "read" | "type">(
    name: Name,
    ...args: Parameters<ListControl[Name]>
  ): Promise<void>;
  jumpTo(seq: number): Promise<void>;
  calls(name: string): Promise<Call[]>;
}

export function listOn(page: Page): PartsList {
  return {
    ...measureList(page),
    row: (seq) => page.locator(`[data-slot="message"][data-seq="${seq}"]`),
    stage: (name, ...args) =>
      page.evaluate(
        ([verb, values]) => void (window.stage[verb as "set"] as (...all: unknown[]) => unknown)(...(values as unknown[])),
        [name, args] as const,
      ),
    jumpTo: (seq) => page.evaluate((wanted) => window.stage.handle?.jumpTo(wanted), seq),
    calls: (name) => page.evaluate((wanted) => window.stage.calls.filter((call) => call.name === wanted), name),
  };
}
