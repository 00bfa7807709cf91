// npm run chaos [name]: faults at full size, one file after another. Some take ten minutes.
import { prepare } from "./workspace/prepare.mjs";
import { runTests } from "./workspace/run-tests.mjs";
import { printFailure } from "./workspace/show-step.mjs";

const names = process.argv.slice(2);

try {
  await prepare();
  const files = names.length === 0 ? ["test/chaos/"] : names.map((name) => `test/chaos/${name}`);
  const { passed, failed } = await runTests(["chaos"], files, { CHAOS: "full" });
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
