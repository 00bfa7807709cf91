/** Sizes that server and client agree on. Characters are UTF-16 code units, as `String.length` counts them. */
export const limits = {
  /** Characters of a message's markdown source. */
  messageText: 10_000,
  /** Characters of a person's or a channel's name. */
  name: 80,
  /** Characters of a channel's description. */
  description: 1_000,
  /** Characters of a client's own id for a message. */
  clientId: 64,
  /** Characters of a channel's business key. */
  key: 200,
  /** Characters of a report's comment or a moderator's note, of an appeal, and of the reason that a person is given for a decision. */
  reportComment: 1_000,
  appealText: 2_000,
  reasonText: 500,
  /** People whom one person may block. */
  blocks: 1_000,
  /** Characters of a search query. */
  query: 100,
  /** Bytes of an entity's custom fields or a message's `data`, as JSON. */
  customBytes: 16_384,
  /** Bytes of a person's or group's picture. */
  imageBytes: 102_400,
  /** People added to a channel in one call. */
  memberIds: 100,
  /** Different emoji on one message. */
  emojiPerMessage: 50,
  /** People mentioned in one message; more stay text. */
  mentions: 50,
  /** People shown beside a thread's count of replies. */
  threadFaces: 5,
  /** Rows of a page: the largest and the usual. */
  page: 100,
  pageDefault: 50,
  /** Changed rows after which `message.changes` answers `reset`. */
  changesBehind: 1_000,
  /** A typing line disappears by itself after so many milliseconds. */
  typingMs: 5_000,
  /** Members above which cursors and presence are counts, not lists. */
  cursorList: 200,
} as const;

/** The number of the live protocol. One minor version apart works; unknown keys and event types are ignored. */
export const PROTOCOL = 1;

/**
 * What a server of this version can do, by name. Whatever comes later comes with a name of its own here, and a client uses it only where `start`
 * names it: so client and server may be a minor version apart, whichever of them is older.
 */
export const capabilities = [
  "reactions",
  "typing",
  "receipts",
  "presence",
  "quotes",
  "threads",
  "blocks",
  "reports",
  "mutes",
  "head",
] as const;
