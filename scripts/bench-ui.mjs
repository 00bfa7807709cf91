// npm run bench:ui [-- --quick --count=1000 --kit=chatscope]: the kit beside its peers in Chromium, in one table. Takes half an hour, or with
// --quick ten minutes. CHAT_BENCH_TEXT names another file of messages, in the form of the demo's.
import { benchInBrowser } from "./workspace/bench-in-browser.mjs";

await benchInBrowser("test/load/ui/bench-ui.ts");
