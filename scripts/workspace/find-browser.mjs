import { existsSync } from "node:fs";
import path from "node:path";
import { inRoot, node } from "./paths.mjs";
import { run } from "./run-command.mjs";
import { showStep } from "./show-step.mjs";

/** Chromium without windows takes half the time of one that only hides them, and is what Playwright itself tests with. */
const SHELL = "chromium-headless-shell";
const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_APPS = ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"];
const DOWNLOAD_LIMIT_MS = 180_000;

/** The path of a Chromium, installed if need be; undefined when there is none to be had. @returns {Promise<string | undefined>} */
export async function findBrowser() {
  const { CI, CHROMIUM_PATH } = process.env;
  if (CI === "true" && CHROMIUM_PATH === undefined && onPath(SHELL) === undefined) await installPackage(SHELL);
  return (await findInstalled()) ?? (await install());
}

/** @param {string} name */
function onPath(name) {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  return folders.map((folder) => path.join(folder, name)).find((file) => existsSync(file));
}

/** What to tell a person when there is no browser. */
export const NO_BROWSER =
  "no Chromium was found or could be installed; install Chromium or Google Chrome, or set CHROMIUM_PATH to one";

async function findInstalled() {
  const candidates = [process.env.CHROMIUM_PATH, onPath(SHELL), await playwrightPath(), ...NAMES.map(onPath), ...MAC_APPS];
  return candidates.find((file) => file && existsSync(file));
}

async function playwrightPath() {
  const { code, output } = await run(node, ["--print", "require('playwright-core').chromium.executablePath()"], {
    cwd: inRoot("."),
    capture: true,
  });
  return code === 0 ? output.trim() : undefined;
}

/** Debian's package, where that is to be had. It brings the libraries it needs; Playwright's download does not. @param {string} name */
async function installPackage(name) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return;
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  await showStep(`Installing a browser for the tests (Debian's ${name})`, async () => {
    await run("apt-get", ["update", "-qq"], { capture: true, env });
    await run("apt-get", ["install", "-y", "--no-install-recommends", name], { capture: true, env });
  });
}

async function install() {
  await installPackage(SHELL);
  if (onPath(SHELL) === undefined) await installPackage("chromium");
  const installed = await findInstalled();
  if (installed) return installed;
  await showStep("Installing Chromium for the browser tests (Playwright's)", async () => {
    const cli = inRoot("node_modules/playwright-core/cli.js");
    await run(node, [cli, "install", "chromium"], {
      capture: true,
      onStart: (child) => void setTimeout(() => child.kill("SIGTERM"), DOWNLOAD_LIMIT_MS).unref(),
    });
  });
  return findInstalled();
}
