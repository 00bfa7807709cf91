// npm run bench [-- <name> --quick]: measures our server beside its peers, each a process of its own, and prints one table.
import { availableParallelism, cpus, loadavg } from "node:os";
import { parseArgs } from "node:util";
import { openBenchDatabase } from "./bench-database.ts";
import { fullSize, quickSize } from "./bench-size.ts";
import type { Bench, Row } from "./measure.ts";
import { measureConsoleLists } from "./measures/console-lists.ts";
import { measureDurableSends, measureFullStack } from "./measures/durable-sends.ts";
import { measureIdleMemory } from "./measures/idle-memory.ts";
import { measureIdleSend } from "./measures/idle-send.ts";
import { measureJudging } from "./measures/judge-messages.ts";
import { measurePacedFanOut } from "./measures/paced-fan-out.ts";
import { measureReadPages } from "./measures/read-pages.ts";
import { measureReconnectStorm } from "./measures/reconnect-storm.ts";
import { measureSaturatedFanOut } from "./measures/saturated-fan-out.ts";
import { printTable } from "./print-table.ts";

const measures: Record<string, (bench: Bench) => Promise<Row[]>> = {
  "saturated-fan-out": measureSaturatedFanOut,
  "paced-fan-out": measurePacedFanOut,
  "durable-sends": measureDurableSends,
  "full-stack": measureFullStack,
  "idle-send": measureIdleSend,
  "read-pages": measureReadPages,
  "idle-memory": measureIdleMemory,
  "reconnect-storm": measureReconnectStorm,
  "judge-messages": measureJudging,
  "console-lists": measureConsoleLists,
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { quick: { type: "boolean", default: false } } });
const wanted = Object.keys(measures).filter(
  (name) => positionals.length === 0 || positionals.some((part) => name.includes(part)),
);
if (wanted.length === 0) {
  console.error(`No benchmark is named ${positionals.join(" ")}. There are: ${Object.keys(measures).join(", ")}`);
  process.exit(1);
}

const size = values.quick ? quickSize : fullSize;
const began = performance.now();
const say = (line: string) => console.error(`  ${Math.round((performance.now() - began) / 1_000)} s  ${line}`);
await using postgres = await openBenchDatabase();
const rows: Row[] = [];
for (const name of wanted) {
  try {
    const measured = (await measures[name]?.({ size, postgres, say })) ?? [];
    // Also as they come: a run that does not get to its end has not measured for nothing.
    printTable(measured);
    rows.push(...measured);
  } catch (error) {
    // The others are still worth their figures.
    console.error(`${name} failed:`, error);
    process.exitCode = 1;
  }
}
if (wanted.length > 1) printTable(rows);
const load = loadavg()[0]?.toFixed(1);
console.log(
  `\nNode ${process.versions.node}, PostgreSQL 18 with fsync, ${availableParallelism()} × ${cpus()[0]?.model}, load ${load}; medians of ${size.rounds}; (n×) is the ratio to the reference in the same row.`,
);
