/** Topics that messages are spread over. One per channel would cost the store an entry each; one alone could not be spread. */
export const topicCount = 16;

export interface TransportListener {
  /** A message of any node, this one's own too. */
  onText(text: string): void;
  /** Connected, or connected again: what was sent meanwhile is lost. */
  onUp(): void;
}

/** What carries texts between the nodes of one deployment, as well as it can: it may lose, repeat and reorder them. */
export interface Transport {
  /** Sends to every node; `topic` is below `topicCount`. Drops what it cannot send now. */
  send(topic: number, text: string): void;
  listen(listener: TransportListener): void;
  /** Its connection seems dead: it makes a new one. */
  renew(): void;
  close(): Promise<void>;
}
