// npm run build:packages: what hosts install, into packages/*/dist; with a folder, also packed into it.
import path from "node:path";
import { buildPackages, packPackages } from "./workspace/build-packages.mjs";
import { prepare } from "./workspace/prepare.mjs";
import { printFailure, showStep } from "./workspace/show-step.mjs";

const [folder] = process.argv.slice(2);

try {
  await prepare();
  await showStep("Building the packages", buildPackages);
  if (folder !== undefined) await showStep("Packing them", () => packPackages(path.resolve(folder)));
} catch (error) {
  printFailure(error);
  process.exitCode = 1;
}
