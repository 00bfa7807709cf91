// npm run chaos [-- <name> --medium]: faults at full size, one file after another; some take ten minutes. With --medium, a minute each.
import { prepare } from "./workspace/prepare.mjs";
import { runTests } from "./workspace/run-tests.mjs";
import { printFailure } from "./workspace/show-step.mjs";

const given = process.argv.slice(2);
const names = given.filter((arg) => arg !== "--medium");
const size = given.includes("--medium") ? "medium" : "full";

try {
  await prepare();
  const files = names.length === 0 ? ["test/chaos/"] : names.map((name) => `test/chaos/${name}`);
  const { passed, failed, skipped } = await runTests(["chaos"], files, { CHAOS: size });
  for (const { name, reason } of skipped) console.log(`skipped: ${name} (${reason})`);
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
