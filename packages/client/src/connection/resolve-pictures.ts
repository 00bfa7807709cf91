import { map } from "@trpc/server/observable";
import type { TRPCLink } from "@trpc/client";
import type { ChatRouter } from "../chat-router.ts";
import { originOf } from "./origin-of.ts";

/** Where a server names pictures that it serves itself; those of a host product are whole URLs already. */
const picturePath = "/api/images/";

/** Makes URLs of the paths of pictures, for pages of another origin than the server's: there a path would be the page's own. */
export function resolvePictures(url: string): TRPCLink<ChatRouter> {
  const origin = originOf(url);
  const isOwn = origin === originOf("");
  return () =>
    ({ op, next }) =>
      isOwn
        ? next(op)
        : next(op).pipe(
            map((envelope) => {
              if ("data" in envelope.result) resolveIn(envelope.result.data, origin);
              return envelope;
            }),
          );
}

/** In place: what was just parsed is nobody else's, and a page of messages is not copied for it. */
function resolveIn(value: unknown, origin: string): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "image" && typeof inner === "string" && inner.startsWith(picturePath)) Reflect.set(value, key, origin + inner);
    else if (key !== "custom") resolveIn(inner, origin);
  }
}
