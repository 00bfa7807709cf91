// Run by Node in a host's project: every entry of the kit, imported and rendered where there is no DOM.
import { version } from "react";
import { renderToString } from "react-dom/server";
import { Frame, samples } from "./samples.tsx";

const html = Object.fromEntries(Object.keys(samples).map((path) => [path, renderToString(<Frame path={path} />)]));
console.log(JSON.stringify({ version, hasDom: "document" in globalThis, html }));
