// npm run bench:console [-- --quick]: the console in Chromium, on a site with a year of messages. Takes three minutes, or with --quick a half.
import { benchInBrowser } from "./workspace/bench-in-browser.mjs";
import { buildWeb } from "./workspace/prepare.mjs";

await benchInBrowser("test/load/console/bench-console.ts", buildWeb);
