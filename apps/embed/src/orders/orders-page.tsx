import type { Person } from "../../shop/person.ts";
import { OrderRow } from "./order-row.tsx";
import { useOrders } from "./orders-provider.tsx";

export function OrdersPage({ me }: { me: Person }) {
  const orders = useOrders();
  return (
    <section className="page">
      <h1>{me.role === "support" ? "The workshop's orders" : "Your orders"}</h1>
      <p className="quiet lead">
        {me.role === "support" ? "Every order has its conversation." : "Each has its own conversation with the workshop."}
      </p>
      <ul className="orders">
        {orders?.map((order) => (
          <li key={order.id}>
            <OrderRow order={order} showCustomer={me.role === "support"} />
          </li>
        ))}
      </ul>
    </section>
  );
}
