/** A proxy may take a connection and say nothing; browsers wait minutes for it. */
const openMs = 10_000;
/** Over a network that swallows everything the other side never agrees to close; browsers wait a minute for it. */
const closeMs = 1_000;

/**
 * A WebSocket that gives up where it is not open in time, as one that was refused; and that counts as closed soon after `close`, whatever the
 * other side says. So a connection that died in silence is noticed by the keep-alive alone.
 */
export function impatient(Base: typeof WebSocket | undefined): typeof WebSocket | undefined {
  if (Base === undefined) return undefined;
  return class extends Base {
    /** How its end was told before it was closed. */
    #end: Event | null = null;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      const timer = setTimeout(() => this.close(), openMs);
      this.addEventListener("open", () => clearTimeout(timer));
      // The first of its listeners, so that the others hear of one end only.
      this.addEventListener("close", (event) => {
        clearTimeout(timer);
        if (this.#end !== null && this.#end !== event) event.stopImmediatePropagation();
      });
    }

    override close(code?: number, reason?: string): void {
      super.close(code, reason);
      setTimeout(() => this.#abandon(), closeMs);
    }

    #abandon(): void {
      if (this.readyState === this.CLOSED || this.#end !== null) return;
      // The `ws` package can cut the line itself, and tells of it.
      if ("terminate" in this && typeof this.terminate === "function") return void this.terminate();
      this.#end = Object.assign(new Event("close"), { code: 1006, reason: "", wasClean: false });
      this.dispatchEvent(this.#end);
    }
  };
}
