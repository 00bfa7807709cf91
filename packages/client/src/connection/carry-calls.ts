import type { ChatRouter } from "../chat-router.ts";
import type { TRPCLink } from "@trpc/client";
import { observable, type Unsubscribable } from "@trpc/server/observable";

export type OperationLink = ReturnType<TRPCLink<ChatRouter>>;

/** What carries calls at the moment. */
export interface Way {
  readonly link: OperationLink;
  /** Event streams end one by one, and each has to be told; a socket ends all that it carries by itself. */
  readonly isStreams: boolean;
}

export interface Carrier {
  link: TRPCLink<ChatRouter>;
  /** There is a way now: calls that wait for one go. */
  go(): void;
  /** Completes all streams: they are begun anew by whoever wants them. */
  endStreams(): void;
}

/** Of the streams, this one says whether the server is reached. */
const inboxPath = "live.inbox";

interface CarrierOptions {
  /** Null: none is open, and calls wait. */
  way(): Way | null;
  /** A call waits. */
  onWait(): void;
  /** The stream of the inbox ended by itself. `failed`: it could not be opened. */
  onLost(loss: { failed: boolean; code: undefined }): void;
}

/** Calls take the way that is open; those made while none is wait for one. */
export function createCarrier({ way, onWait, onLost }: CarrierOptions): Carrier {
  const waiting = new Set<() => void>();
  const streams = new Set<() => void>();

  const link: TRPCLink<ChatRouter> = () => (call) =>
    observable((observer) => {
      let running: Unsubscribable | undefined;
      let end: (() => void) | undefined;

      const stop = () => {
        waiting.delete(run);
        if (end !== undefined) streams.delete(end);
        running?.unsubscribe();
      };

      const run = () => {
        const open = way();
        if (open === null) {
          waiting.add(run);
          return onWait();
        }
        waiting.delete(run);
        if (!open.isStreams || call.op.type !== "subscription") {
          running = open.link(call).subscribe(observer);
          return;
        }
        end = () => {
          stop();
          observer.complete();
        };
        streams.add(end);
        const isInbox = call.op.path === inboxPath;
        running = open.link(call).subscribe({
          next: observer.next,
          complete() {
            if (isInbox) onLost({ failed: false, code: undefined });
            observer.complete();
          },
          error(error) {
            if (isInbox) onLost({ failed: true, code: undefined });
            observer.error(error);
          },
        });
      };

      run();
      return stop;
    });

  return {
    link,
    go() {
      for (const run of waiting) run();
    },
    endStreams() {
      for (const end of streams) end();
    },
  };
}
