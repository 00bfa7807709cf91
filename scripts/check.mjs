// npm run check: what can be known without running anything.
import { checkAll } from "./workspace/check-steps.mjs";
import { prepare } from "./workspace/prepare.mjs";
import { printFailure } from "./workspace/show-step.mjs";

try {
  await prepare();
  const { failed } = await checkAll();
  process.exitCode = failed > 0 ? 1 : 0;
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
