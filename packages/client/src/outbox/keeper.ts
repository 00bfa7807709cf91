import type { Message } from "@chat/contract";
import { waitForLead, type Lead } from "./lead-tab.ts";
import type { OutboxOwner, OutboxStorage, StoredMessage } from "./outbox-storage.ts";
import { within } from "./within.ts";

/** What one tab tells the others of the same person. */
export type OutboxNews =
  /** Written, failed, or to be sent again. */
  | { type: "kept"; message: StoredMessage }
  | { type: "sent"; channelId: string; message: Message }
  | { type: "discarded"; channelId: string; clientId: string }
  /** A tab that somebody looks at would like to lead: a hidden one is slowed down by its browser. */
  | { type: "wanted" };

export interface KeeperHandlers {
  onStored(messages: readonly StoredMessage[]): void;
  onNews(news: Exclude<OutboxNews, { type: "wanted" }>): void;
  onLead(): void;
}

/** Keeps one person's unsent messages where they outlive the page, and decides which tab sends them. */
export interface Keeper {
  /** True while this client is the one that sends. Alone, or with nothing begun, it always is. */
  readonly leads: boolean;
  begin(owner: OutboxOwner, handlers: KeeperHandlers): void;
  end(): void;
  /** Resolves when the message is written and the other tabs know it; never rejects. Undefined where nothing is kept. */
  keep(message: StoredMessage): Promise<void> | undefined;
  /** The message needs no keeping any more. `news`: what the other tabs are told of it, if they do not know. */
  release(clientId: string, news?: OutboxNews): Promise<void> | undefined;
}

export interface KeeperOptions {
  storage: OutboxStorage;
  /** How tabs agree; null where there is one client. */
  tabs: { locks: LockManager; BroadcastChannel: typeof BroadcastChannel } | null;
}

/** A storage that does not answer within so many milliseconds is broken: some browsers' databases hang for ever. */
const patienceMs = 3_000;

/** Nothing outlives the page, and every client sends its own. */
export const noKeeper: Keeper = {
  leads: true,
  begin: (_, handlers) => handlers.onLead(),
  end() {},
  keep: () => undefined,
  release: () => undefined,
};

export function createKeeper({ storage, tabs }: KeeperOptions): Keeper {
  let current: Keeping | undefined;
  return {
    get leads() {
      return current?.leads ?? true;
    },
    begin(owner, handlers) {
      current?.end();
      current = new Keeping({ storage, tabs }, owner, handlers);
    },
    end() {
      current?.end();
      current = undefined;
    },
    keep: (message) => current?.keep(message),
    release: (clientId, news) => current?.release(clientId, news),
  };
}

class Keeping {
  leads = false;
  readonly #storage: OutboxStorage;
  readonly #owner: OutboxOwner;
  readonly #handlers: KeeperHandlers;
  readonly #channel: BroadcastChannel | null;
  readonly #lead: Lead | null;
  readonly #onVisible = (): void => this.#want();
  #broken = false;
  #ended = false;
  /** Uses of the storage run one after another. */
  #tail: Promise<unknown> = Promise.resolve();

  constructor({ storage, tabs }: KeeperOptions, owner: OutboxOwner, handlers: KeeperHandlers) {
    this.#storage = storage;
    this.#owner = owner;
    this.#handlers = handlers;
    const name = `chat-outbox ${owner.server} ${owner.userId}`;
    this.#channel = tabs === null ? null : new tabs.BroadcastChannel(name);
    this.#channel?.addEventListener("message", (event: MessageEvent<OutboxNews>) => this.#take(event.data));
    const onLead = () => void this.#loadThen(() => this.#begin());
    // Every tab shows what is stored; the one that leads reads it again, since another may have written meanwhile.
    if (tabs !== null) void this.#loadThen(() => {});
    this.#lead =
      tabs === null
        ? null
        : waitForLead(tabs.locks, name, { onLead, onLost: () => (this.leads = false), onRefused: () => this.#begin() });
    if (tabs === null) onLead();
    if (typeof document === "undefined") return;
    document.addEventListener("visibilitychange", this.#onVisible);
    this.#want();
  }

  end(): void {
    this.#ended = true;
    this.leads = false;
    if (typeof document !== "undefined") document.removeEventListener("visibilitychange", this.#onVisible);
    this.#lead?.stop();
    this.#channel?.close();
  }

  async keep(message: StoredMessage): Promise<void> {
    await this.#use(() => this.#storage.put(this.#owner, message));
    this.#tell({ type: "kept", message });
  }

  async release(clientId: string, news?: OutboxNews): Promise<void> {
    if (news !== undefined) this.#tell(news);
    await this.#use(() => this.#storage.remove(this.#owner, clientId));
  }

  #take(news: OutboxNews): void {
    if (this.#ended) return;
    if (news.type !== "wanted") this.#handlers.onNews(news);
    else if (this.leads && document.hidden) this.#lead?.yield();
  }

  #want(): void {
    if (!this.leads && !document.hidden) this.#tell({ type: "wanted" });
  }

  #begin(): void {
    if (this.#ended) return;
    this.leads = true;
    this.#handlers.onLead();
  }

  async #loadThen(then: () => void): Promise<void> {
    const stored = await this.#use(() => this.#storage.load(this.#owner));
    if (this.#ended) return;
    if (stored !== undefined) this.#handlers.onStored(stored);
    then();
  }

  #tell(news: OutboxNews): void {
    if (!this.#ended) this.#channel?.postMessage(news);
  }

  /** Undefined once the storage is broken: then what is unsent lives as long as the page. */
  #use<T>(work: () => Promise<T>): Promise<T | undefined> {
    const used = this.#tail.then(async () => {
      if (this.#broken) return undefined;
      try {
        return await within(patienceMs, work());
      } catch {
        this.#broken = true;
        return undefined;
      }
    });
    this.#tail = used;
    return used;
  }
}
