import type { ChatDefinition, CustomInput, Message } from "@chat/contract";

/** What a person wrote. */
export interface Draft<D extends ChatDefinition = ChatDefinition> {
  /** Markdown source, at most `limits.messageText` characters. */
  text: string;
  /** The message that it quotes. */
  replyTo?: Message<D> | undefined;
  /** The last seq that was on screen: moves the read cursor. A bot leaves it out. */
  readSeq?: number | undefined;
  /** `text` when absent. */
  kind?: string | undefined;
  data?: Record<string, unknown> | undefined;
  custom?: CustomInput<D, "message"> | undefined;
  /**
   * What makes it one message however often it is sent; made when absent. A bot derives it from what it answers, so that an answer is stored
   * once though the bot was killed before it knew. Letters, digits and `. _ : -`, at most `limits.clientId`.
   */
  clientId?: string | undefined;
}
