import { createServer, type RequestListener, type Server } from "node:http";

/** How long a client may take to say what it wants, in milliseconds. */
export interface HttpPatience {
  /** For the headers of a request. */
  readonly headersMs: number;
  /** For a whole request, its body too. */
  readonly requestMs: number;
  /** How often is looked. A slow one is cut so much later at most. */
  readonly checkMs: number;
}

/** Headers are cut within 30 s, bodies within 300 s: longer than any upload needs that goes on, since large ones come in parts. */
export const patience: HttpPatience = { headersMs: 25_000, requestMs: 295_000, checkMs: 5_000 };

/** A server that clients which send byte by byte do not hold; how many they are does not slow the others. */
export function openHttp(listener: RequestListener, { headersMs, requestMs, checkMs }: HttpPatience = patience): Server {
  return createServer({ headersTimeout: headersMs, requestTimeout: requestMs, connectionsCheckingInterval: checkMs }, listener);
}
