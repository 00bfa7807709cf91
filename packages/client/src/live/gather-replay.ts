import type { ChannelLiveEvent } from "@chat/contract";

/** A replay is shown at most this often, in milliseconds: a thousand missed changes are a few renders, not a thousand. */
const showEveryMs = 50;

export interface Replay {
  /** A replay begins: events are gathered until `synced`. */
  begin(): void;
  take(event: ChannelLiveEvent): void;
  flush(): void;
}

/** Hands events on: live ones at once, those of a replay in bundles. `after` is called when some were handed on. */
export function gatherReplay(apply: (event: ChannelLiveEvent) => void, after: () => void): Replay {
  let gathering = false;
  let gathered: ChannelLiveEvent[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const events = gathered;
    gathered = [];
    for (const event of events) apply(event);
    if (events.length > 0) after();
  };

  return {
    begin() {
      gathering = true;
    },
    take(event) {
      gathered.push(event);
      if (event.type === "synced") gathering = false;
      if (gathering) timer ??= setTimeout(flush, showEveryMs);
      else flush();
    },
    flush,
  };
}
