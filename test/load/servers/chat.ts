import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { defineChat } from "@chat/contract";
import { openDatabase, type Database } from "@chat/db";
import { createChat, type Transport } from "@chat/server";
import type { ServeOptions } from "../server-process.ts";
import type { Publish } from "./serve.ts";

async function start(http: Server, { databaseUrl, tokenSecret }: ServeOptions, transport?: Transport): Promise<void> {
  const database = await openDatabase({ url: databaseUrl });
  const chat = await createChat({
    chat: defineChat(),
    database: transport === undefined ? database : withoutVersions(database),
    publicUrl: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    secret: tokenSecret,
    tokenSecret,
    limits: null,
    transport,
  });
  chat.attach(http);
}

/** Events of which the database has none look like a database that was put back: it is not asked how far it is. */
function withoutVersions(database: Database): Database {
  return {
    ...database,
    query: (text, values) => (text.includes("h.version < told.version") ? Promise.resolve([]) : database.query(text, values)),
  };
}

/** The whole server. */
export function serveDurably(http: Server, options: ServeOptions): Promise<void> {
  return start(http, options);
}

/** The whole server, rights and all; the events come to its hub as another node's would, so that the database is left out. */
export async function serveHearing(http: Server, options: ServeOptions): Promise<Publish> {
  let hear: ((text: string) => void) | undefined;
  let number = 0;
  await start(http, options, {
    send: (_, text) => hear?.(text),
    listen: ({ onText, onUp }) => {
      hear = onText;
      setImmediate(onUp);
    },
    renew() {},
    close: () => Promise.resolve(),
  });
  return (events) => {
    const [first] = events;
    if (first === undefined) return;
    number += 1;
    const message = { kind: "durable", committed: [{ channelId: first.channelId, events }] };
    hear?.(JSON.stringify({ node: "bench", n: number, at: Date.now(), message }));
  };
}
