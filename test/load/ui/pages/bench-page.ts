import { flushSync } from "react-dom";

/** A line of somebody, as every kit gets it. */
export interface Line {
  /** 1, 2, 3 …; negative ones were prepended. */
  id: number;
  author: string;
  text: string;
}

/** What the bench does with the page of a kit, as `window.bench`. */
export interface BenchPage {
  append(): void;
  prepend(count: number): void;
}

declare global {
  interface Window {
    bench: BenchPage;
    lines: readonly string[];
  }
}

const people = ["Ada", "Ben", "Cleo", "Dan"] as const;
export const me = people[0];

function lineOf(id: number): Line {
  const { lines } = window;
  const at = ((id % lines.length) + lines.length) % lines.length;
  return { id, author: people[Math.floor(at / 3) % people.length] ?? me, text: lines[at] ?? "" };
}

/**
 * Mounts a kit with as many messages as `?count=` says and lets the bench change them. `render` draws the whole kit anew from all messages, which
 * `toMessage` has made once each.
 */
export async function runPage<M>(toMessage: (line: Line) => M, render: (messages: readonly M[]) => void): Promise<void> {
  const query = new URLSearchParams(location.search);
  const count = Number(query.get("count"));
  const response = await fetch("/lines.json");
  window.lines = (await response.json()) as string[];
  let messages = Array.from({ length: count }, (_, at) => toMessage(lineOf(at + 1)));
  let [first, last] = [1, count];
  render(messages);
  window.bench = {
    append() {
      messages = [...messages, toMessage(lineOf(++last))];
      flushSync(() => render(messages));
    },
    prepend(more) {
      const added = Array.from({ length: more }, (_, at) => toMessage(lineOf(first - more + at)));
      first -= more;
      messages = [...added, ...messages];
      flushSync(() => render(messages));
    },
  };
}
