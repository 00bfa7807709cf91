/** What a host pays for the kit at most. Sizes are gzipped bytes; the rest counts what the compiler does, which no machine's load changes. */
export const budgets = {
  /** MessageList and Composer with all that they load at once, React left out. */
  listAndComposer: 60_000,
  styles: 12_000,
  /** Type instantiations in a host's project: the shop's own, with every entry of the kit and the examples of the guides. */
  instantiations: 900_000,
};
