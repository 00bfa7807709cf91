import type { ClientContext } from "../client-context.ts";
import { roomSlices } from "../cache/slices.ts";
import { chatErrorOf } from "../connection/chat-error.ts";
import { readAgain } from "../connection/read-again.ts";
import { indexOfSeq } from "./apply-rows.ts";
import type { Place } from "./timeline.ts";

/** Rows of a page, and of a page around one message. */
const pageSize = 50;

let lastRead = 0;

/** Reads a page into the window. Never rejects: what failed is in the timeline's `error`. */
async function loadPage(context: ClientContext, channelId: string, place: Place): Promise<void> {
  const { store, trpc } = context;
  const read = (lastRead += 1);
  store.dispatch({ type: "page.started", channelId, read, place });
  try {
    const page = await readAgain(context, () => trpc.message.list.query({ channelId, limit: pageSize, ...boundsOf(place) }));
    store.dispatch({ type: "page.arrived", channelId, read, place, page, limit: pageSize });
  } catch (error) {
    store.dispatch({ type: "page.failed", channelId, read, place, error: chatErrorOf(error) });
  }
}

/** The latest messages, in place of what is on screen. */
export function loadLatest(context: ClientContext, channelId: string): Promise<void> {
  return loadPage(context, channelId, { at: "latest" });
}

/** The page before the window; nothing while one is on its way or where the window begins at the first message. */
export async function loadOlder(context: ClientContext, channelId: string): Promise<void> {
  const timeline = context.store.read(roomSlices.timeline(channelId));
  const before = timeline.rows[0]?.seq;
  if (before === undefined || timeline.atStart || timeline.reads.some(({ place }) => place.at !== "newer")) return;
  await loadPage(context, channelId, { at: "older", before });
}

/** The page after the window; nothing while one is on its way or where the window follows the channel's end. */
export async function loadNewer(context: ClientContext, channelId: string): Promise<void> {
  const timeline = context.store.read(roomSlices.timeline(channelId));
  if (timeline.following || timeline.version === null || timeline.reads.some(({ place }) => place.at !== "older")) return;
  await loadPage(context, channelId, { at: "newer", after: timeline.endSeq });
}

/** Shows the message with this seq and highlights it: in the window if it holds it, else in a new one around it. */
export async function jumpTo(context: ClientContext, channelId: string, seq: number): Promise<void> {
  const { rows } = context.store.read(roomSlices.timeline(channelId));
  if (rows[indexOfSeq(rows, seq)]?.seq === seq) context.store.dispatch({ type: "timeline.highlighted", channelId, seq });
  else await loadPage(context, channelId, { at: "around", seq });
}

/** Back to the channel's end. */
export async function jumpToLatest(context: ClientContext, channelId: string): Promise<void> {
  const { following } = context.store.read(roomSlices.timeline(channelId));
  if (following) context.store.dispatch({ type: "timeline.highlighted", channelId, seq: null });
  else await loadLatest(context, channelId);
}

function boundsOf(place: Place): { before?: number; after?: number; around?: number } {
  switch (place.at) {
    case "latest":
      return {};
    case "older":
      return { before: place.before };
    case "newer":
      return { after: place.after };
    case "around":
      return { around: place.seq };
  }
}
