// npm run build: the production build, also when nothing changed.
import { buildWeb, prepare } from "./workspace/prepare.mjs";
import { printFailure } from "./workspace/show-step.mjs";

try {
  await prepare();
  await buildWeb({ force: true });
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
