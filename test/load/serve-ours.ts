// Our server in a process of its own: node serve-ours.ts <database url> <token secret>. Prints its URL.
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { defineChat } from "@chat/contract";
import { openDatabase } from "@chat/db";
import { createChat } from "@chat/server";

const [, , databaseUrl = "", tokenSecret = ""] = process.argv;
const database = await openDatabase({ url: databaseUrl });
const http = createServer();
await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
const chat = await createChat({ chat: defineChat(), database, publicUrl: url, secret: tokenSecret, tokenSecret, limits: null });
chat.attach(http);
console.log(url);
