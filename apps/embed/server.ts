import { createServer } from "node:http";
import { settings } from "./server/env.ts";
import { openOrderRooms } from "./server/open-order-rooms.ts";
import { people } from "./server/people.ts";
import { serveApi } from "./server/serve-api.ts";
import { servePages } from "./server/serve-pages.ts";

if (settings.tokenSecret.length < 32) {
  console.error("CHAT_TOKEN_SECRET is missing: give the shop the same one that the chat server has. “npm run embed” does.");
  process.exit(1);
}

const server = createServer((req, res) => {
  const serve = req.url?.startsWith("/api/") === true ? serveApi : servePages;
  serve(req, res, settings).catch((error: unknown) => {
    console.error(error);
    res.destroy();
  });
});

const stop = () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
};
process.on("SIGINT", stop);
process.on("SIGTERM", stop);

server.listen(settings.port, "127.0.0.1", () => {
  openOrderRooms(settings).then(
    () => console.log(greeting()),
    (error: unknown) => {
      console.error("The orders' rooms could not be opened in the chat.", error);
      process.exit(1);
    },
  );
});

function greeting(): string {
  const names = people.map(({ name, role }) => `    ${name.padEnd(14)} ${role}`);
  return [
    "",
    `  The shop is ready at ${settings.shopUrl}`,
    "",
    "  Be two of them, in two browsers:",
    ...names,
    "",
    "  Ctrl-C stops everything.",
    "",
  ].join("\n");
}
