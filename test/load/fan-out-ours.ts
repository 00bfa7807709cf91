import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { defineChat } from "@chat/contract";
import { openDatabase } from "@chat/db";
import { createChat } from "@chat/server";
import type { Publish } from "./fan-out-servers.ts";
import { benchChannel } from "./make-event.ts";

/** The whole server, rights and all; the events come to its hub as another node's would, so that the database is left out. */
export async function publishOurs(http: Server): Promise<Publish> {
  const [, , , databaseUrl = "", tokenSecret = ""] = process.argv;
  const database = await openDatabase({ url: databaseUrl });
  let receive: ((text: string) => void) | undefined;
  let number = 0;
  const chat = await createChat({
    chat: defineChat(),
    database,
    publicUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    secret: tokenSecret,
    tokenSecret,
    limits: null,
    transport: {
      send: (_, text) => receive?.(text),
      listen: ({ onText, onUp }) => {
        receive = onText;
        setImmediate(onUp);
      },
      renew() {},
      close: () => Promise.resolve(),
    },
  });
  chat.attach(http);
  return (event) => {
    number += 1;
    const message = { kind: "durable", committed: [{ channelId: benchChannel, events: [event] }] };
    receive?.(JSON.stringify({ node: "bench", n: number, at: Date.now(), message }));
  };
}
