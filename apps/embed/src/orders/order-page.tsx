import type { Person } from "../../shop/person.ts";
import { OrderChat } from "../chat/order-chat.tsx";
import { BackIcon } from "../shop/icons.tsx";
import { Link } from "../shop/link.tsx";
import { OrderDetails } from "./order-details.tsx";
import { useOrder, useOrders } from "./orders-provider.tsx";

export function OrderPage({ orderId, me }: { orderId: string; me: Person }) {
  const isLoading = useOrders() === null;
  const order = useOrder(orderId);
  if (isLoading) return null;
  return (
    <section className="page order-page">
      <Link to="/" className="back">
        <BackIcon /> All orders
      </Link>
      {order === undefined ? (
        <p className="lead">There is no order {orderId} of yours.</p>
      ) : (
        <div className="two">
          <OrderDetails order={order} showCustomer={me.role === "support"} />
          <OrderChat orderId={order.id} me={me} />
        </div>
      )}
    </section>
  );
}
