/** Somebody whom the shop knows. The chat has no account of them: it meets them by the tokens that the shop signs. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: "customer" | "support";
  /** Path of their picture in the shop. */
  readonly picture: string;
  /** What the sign-in page says of them. */
  readonly about: string;
}
