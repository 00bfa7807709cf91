export const stages = ["placed", "fired", "packed", "shipped", "delivered"] as const;
export type Stage = (typeof stages)[number];

export interface OrderItem {
  readonly name: string;
  readonly detail: string;
  /** Path of its picture in the shop. */
  readonly picture: string;
  readonly count: number;
  /** Of one, in cents. */
  readonly price: number;
}

export interface Order {
  readonly id: string;
  readonly customerId: string;
  readonly customerName: string;
  /** ISO date. */
  readonly placedOn: string;
  readonly stage: Stage;
  readonly address: string;
  readonly items: readonly OrderItem[];
}

/** What the chat calls the room of an order. */
export const roomOf = (orderId: string) => `order:${orderId}`;

export const totalOf = ({ items }: Order) => items.reduce((sum, { count, price }) => sum + count * price, 0);
