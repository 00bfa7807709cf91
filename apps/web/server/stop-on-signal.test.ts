import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";

/** A process that stops as the server does, whose work takes `ms`. */
async function start(ms: number) {
  const code = `
    const { stopOnSignal } = await import(${JSON.stringify(new URL("stop-on-signal.ts", import.meta.url).href)});
    stopOnSignal(() => new Promise((resolve) => setTimeout(resolve, ${ms})), console.log);
    setInterval(() => {}, 1000);
    console.log("running");`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", code], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = child.stdout.setEncoding("utf8");
  await once(lines, "data");
  return { child, lines };
}

it("lets the work end, and takes an echo of the signal for the same one", async () => {
  const { child, lines } = await start(100);
  child.kill("SIGTERM");
  await once(lines, "data");
  child.kill("SIGINT");
  expect(await once(child, "exit")).toEqual([0, null]);
});

it("ends at once with a second signal", async () => {
  const { child, lines } = await start(9_000);
  child.kill("SIGINT");
  await once(lines, "data");
  const stopping = performance.now();
  const again = setInterval(() => child.kill("SIGINT"), 100);
  expect(await once(child, "exit")).toEqual([130, null]);
  clearInterval(again);
  expect(performance.now() - stopping).toBeLessThan(5_000);
});
