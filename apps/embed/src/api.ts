import type { Order } from "../shop/order.ts";
import type { Person } from "../shop/person.ts";

/** What the page needs to know before anything else. */
export interface ShopInfo {
  readonly me: Person | null;
  readonly people: readonly Person[];
  readonly chatUrl: string;
}

export const loadShop = () => call<ShopInfo>("GET", "shop");
export const loadOrders = () => call<Order[]>("GET", "orders");
export const signIn = (personId: string) => call<Person>("POST", "sign-in", personId);
export const signOut = () => call<null>("POST", "sign-out");

/** Signed by the backend, for whoever the shop's own cookie names. */
export const loadChatToken = async () => (await call<{ token: string }>("POST", "chat-token")).token;

async function call<T>(method: "GET" | "POST", path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/api/${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  });
  if (!response.ok) throw new Error(`/api/${path} answered ${response.status}`);
  return (await response.json()) as T;
}
