// npm run chaos [-- <name> --medium]: faults at full size, one file after another; some take ten minutes. With --medium, a minute each.
import { prepare } from "./workspace/prepare.mjs";
import { runTests } from "./workspace/run-tests.mjs";
import { printFailure } from "./workspace/show-step.mjs";

/** Checks of CHECKS.md that stand among other tests: these grow with the size, or are as large as they have to be at any. */
const elsewhere = [
  "test/integration/nodes-bus",
  "test/integration/nodes-redis",
  "test/integration/resume",
  "test/integration/send-message",
  "test/security/revocation",
  "test/security/slow-senders",
  "test/security/wire-bodies",
  "test/security/wire-frames",
  "test/security/wire-passwords",
  "test/security/wire-strangers",
];

const given = process.argv.slice(2);
const names = given.filter((arg) => arg !== "--medium");
const size = given.includes("--medium") ? "medium" : "full";

try {
  await prepare();
  const files = names.length === 0 ? ["test/chaos/", ...elsewhere] : names.flatMap(filesOf);
  const { passed, failed, skipped } = await runTests(["chaos", "integration"], files, { CHAOS: size });
  for (const { name, reason } of skipped) console.log(`skipped: ${name} (${reason})`);
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}

/** @param {string} name */
function filesOf(name) {
  return [`test/chaos/${name}`, ...elsewhere.filter((file) => file.split("/").at(-1)?.startsWith(name))];
}
