import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocket, type RawData } from "ws";
import { resolveCaller } from "../auth/resolve-caller.ts";
import type { Entrance } from "../http/entrance.ts";
import { headersOf } from "../http/send.ts";
import { addressBucket } from "../limits/address-bucket.ts";
import { Connection } from "../realtime/connection.ts";
import { pingFrame, pongFrame } from "./frame.ts";
import type { Beating, Heartbeat } from "./heartbeat.ts";
import { readConnectionToken } from "./read-frame.ts";
import { RpcConnection, type RpcServer } from "./rpc-connection.ts";
import { SocketWriter } from "./socket-writer.ts";
import type { Stranger, Strangers } from "./strangers.ts";

/** How long a closing socket may take before it is cut, in milliseconds. */
const cutMs = 2_000;

/** Bytes that a socket may send which proved nobody: as much as all calls of a client whose session just ended. More is not heard. */
const maxStrangeBytes = 65_536;

/** What all sockets of a server share. */
export interface SocketServer extends RpcServer {
  readonly entrance: Entrance;
  readonly heartbeat: Heartbeat;
  readonly strangers: Strangers;
}

/** A socket that knows its connection, so that all of them share their listeners. */
export class ChatSocket extends WebSocket {
  connection: SocketConnection | null = null;
}

/** One client's socket, from the upgrade to its end: who it is, its sign of life, and what it calls. */
export class SocketConnection extends Connection implements Beating, Stranger {
  heardAt = Date.now();
  asked = false;
  readonly #server: SocketServer;
  readonly #socket: ChatSocket;
  readonly #writer: SocketWriter;
  readonly #rpc: RpcConnection;
  /** The upgrade's, until somebody is proved by it: held by each idle socket, it would weigh as much as the socket. */
  #req: IncomingMessage | null;
  #proving: Promise<void> | null = null;
  #strangeBytes = 0;

  constructor(server: SocketServer, socket: ChatSocket, stream: Duplex, req: IncomingMessage) {
    super(server.entrance.clientIp(req));
    this.#server = server;
    this.#socket = socket;
    this.#writer = new SocketWriter(stream, this);
    this.#rpc = new RpcConnection(server, this, this.#writer);
    this.#req = req;
  }

  /** It is heard from here on. */
  enter(): void {
    const { services, heartbeat, strangers } = this.#server;
    this.#socket.connection = this;
    this.#socket.on("message", onMessage).on("close", onClose).on("error", onError);
    services.hub.connections.add(this);
    heartbeat.add(this);
    strangers.enter(this);
    if (this.#req !== null && !withParams(this.#req)) this.#proving = this.#prove(null);
  }

  get isStream(): boolean {
    return false;
  }

  queuedBytes(): number {
    return this.#writer.queuedBytes;
  }

  close(code: number, reason: string): void {
    this.ended = true;
    this.#rpc.close();
    this.#writer.flush();
    this.#socket.close(code, reason);
    setTimeout(() => this.#socket.terminate(), cutMs).unref();
  }

  onTooSlow(): void {
    this.close(4008, "too slow");
  }

  ping(): void {
    this.#writer.send(pingFrame);
  }

  giveUp(): void {
    this.close(4009, "no sign of life");
    this.#socket.terminate();
  }

  turnAway(): void {
    this.close(4401, "not signed in");
  }

  untilClosed(): Promise<void> {
    const socket = this.#socket;
    if (socket.readyState === socket.CLOSED) return Promise.resolve();
    return new Promise((resolve) => socket.once("close", () => resolve()));
  }

  receive(text: string): void {
    this.heardAt = Date.now();
    if (text === "PONG" || this.ended) return;
    if (text === "PING" && this.#strangeBytes <= maxStrangeBytes) this.#writer.send(pongFrame);
    else if (this.caller !== null) this.#rpc.receive(text);
    else if (this.#proving === null) this.#proving = this.#prove(readConnectionToken(text));
    // Who could not be proved for now is told to try again, not that they are nobody.
    else void this.#proving.then(() => this.#answerStranger(text));
  }

  #answerStranger(text: string): void {
    // What came while they were being proved is no stranger's.
    if (this.caller === null) this.#strangeBytes += text.length;
    if (!this.ended && this.#strangeBytes <= maxStrangeBytes) this.#rpc.receive(text);
  }

  /** The socket is gone. */
  leave(): void {
    const { services, heartbeat, strangers } = this.#server;
    strangers.leave(this);
    heartbeat.delete(this);
    this.#rpc.close();
    services.hub.connections.delete(this);
    if (this.caller !== null) services.presence.disconnected(this.caller.userId);
    this.ended = true;
  }

  noteError(error: Error): void {
    this.#server.services.log.debug({ err: error }, "socket error");
  }

  async #prove(token: string | null): Promise<void> {
    const { entrance, services, strangers } = this.#server;
    // What is sent meanwhile waits at the sender, not here.
    this.#socket.pause();
    // How long the database takes for it, as when thousands come back at once, is not theirs to answer for: 4401 would sign them out.
    strangers.hold(this);
    try {
      const headers = token === null && this.#req !== null ? headersOf(this.#req) : new Headers();
      this.#req = null;
      const caller = await resolveCaller(entrance, { headers, token, mayChange: true });
      if (this.ended || this.#socket.readyState !== this.#socket.OPEN) return;
      if (caller === null) {
        strangers.wait(this);
        return await this.#limitStrangers();
      }
      this.caller = caller;
      this.#proving = null;
      strangers.leave(this);
      services.presence.connected(caller.userId);
    } catch (error) {
      services.log.warn({ err: error }, "a socket could not be proved");
      this.close(1012, "try again");
    } finally {
      this.#socket.resume();
    }
  }

  /** An address with too many sockets that prove nobody has no more of them answered. They are held: a client that is closed comes back at once. */
  async #limitStrangers(): Promise<void> {
    const waitMs = await this.#server.services.limits.take("connect", addressBucket(this.ip));
    if (waitMs > 0) this.#strangeBytes = Infinity;
  }
}

function withParams(req: IncomingMessage): boolean {
  return new URLSearchParams((req.url ?? "").split("?")[1]).get("connectionParams") === "1";
}

function connectionOf(socket: WebSocket): SocketConnection | null {
  return socket instanceof ChatSocket ? socket.connection : null;
}

function onMessage(this: WebSocket, data: RawData, isBinary: boolean): void {
  // As Node's sockets bring them, since no other binaryType is set.
  connectionOf(this)?.receive(isBinary ? "" : (data as Buffer).toString());
}

function onClose(this: WebSocket): void {
  connectionOf(this)?.leave();
}

function onError(this: WebSocket, error: Error): void {
  connectionOf(this)?.noteError(error);
}
