// npm run storybook: the kit's parts and its documentation, with reload: http://localhost:6006. With --build, as a static site in
// packages/ui/.storybook/dist.
import { buildStorybook, runStorybook } from "./workspace/build-storybook.mjs";
import { prepare } from "./workspace/prepare.mjs";
import { printFailure } from "./workspace/show-step.mjs";

try {
  await prepare();
  if (process.argv.includes("--build")) await buildStorybook();
  else process.exitCode = await runStorybook();
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
