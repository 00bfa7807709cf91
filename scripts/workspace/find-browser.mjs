import { existsSync } from "node:fs";
import path from "node:path";
import { inRoot, node } from "./paths.mjs";
import { run } from "./run-command.mjs";
import { showStep } from "./show-step.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC_APPS = ["Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium"];
const DOWNLOAD_LIMIT_MS = 180_000;

/** The path of a Chromium, installed if need be; undefined when there is none to be had. @returns {Promise<string | undefined>} */
export async function findBrowser() {
  return (await findInstalled()) ?? (await install());
}

/** What to tell a person when there is no browser. */
export const NO_BROWSER =
  "no Chromium was found or could be installed; install Chromium or Google Chrome, or set CHROMIUM_PATH to one";

async function findInstalled() {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const candidates = [
    process.env.CHROMIUM_PATH,
    await playwrightPath(),
    ...NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))),
    ...MAC_APPS.map((app) => path.join("/Applications", app)),
  ];
  return candidates.find((file) => file && existsSync(file));
}

async function playwrightPath() {
  const { code, output } = await run(node, ["--print", "require('playwright-core').chromium.executablePath()"], {
    cwd: inRoot("."),
    capture: true,
  });
  return code === 0 ? output.trim() : undefined;
}

async function install() {
  const asRoot = process.getuid?.() === 0;
  // Debian's package brings the libraries it needs; Playwright's download does not, so it comes second where both are possible.
  if (asRoot && existsSync("/usr/bin/apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await showStep("Installing Chromium for the browser tests (Debian's package)", async () => {
      await run("apt-get", ["update", "-qq"], { capture: true, env });
      await run("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { capture: true, env });
    });
  }
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
