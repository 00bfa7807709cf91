import type { Order, OrderItem } from "../shop/order.ts";
import type { Person } from "../shop/person.ts";

const item = (name: string, detail: string, picture: string, count: number, price: number): OrderItem => ({
  name,
  detail,
  picture: `/goods/${picture}.png`,
  count,
  price,
});

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** A real shop has a database here. */
const orders: readonly Order[] = [
  {
    id: "4711",
    customerId: "mira",
    customerName: "Mira Halloran",
    placedOn: daysAgo(3),
    stage: "packed",
    address: "14 Quay Street, Galway",
    items: [
      item("Harbour bowl", "Rust glaze, 22 cm", "bowl", 2, 4_800),
      item("Morning cup", "Oat glaze, 240 ml", "cup", 4, 2_200),
      item("Long plate", "Rust glaze, 34 cm", "plate", 1, 5_600),
    ],
  },
  {
    id: "4688",
    customerId: "mira",
    customerName: "Mira Halloran",
    placedOn: daysAgo(16),
    stage: "shipped",
    address: "14 Quay Street, Galway",
    items: [item("Tall vase", "Ash glaze, 31 cm", "vase", 1, 9_400)],
  },
  {
    id: "4702",
    customerId: "jonas",
    customerName: "Jonas Weidel",
    placedOn: daysAgo(9),
    stage: "delivered",
    address: "Lindenallee 3, Leipzig",
    items: [item("Tea pot", "Sea glaze, 900 ml", "pot", 1, 8_900), item("Morning cup", "Sea glaze, 240 ml", "cup", 2, 2_200)],
  },
];

/** A customer's own orders; the workshop sees them all. */
export const ordersOf = ({ id, role }: Person) => orders.filter((order) => role === "support" || order.customerId === id);
