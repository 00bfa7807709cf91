import { totalOf, type Order } from "../../shop/order.ts";
import { useOrderUnread } from "../chat/use-order-unread.ts";
import { Link } from "../shop/link.tsx";
import { formatDay, formatPrice } from "./formats.ts";

/** An order in the list, with what is unread in its conversation. */
export function OrderRow({ order, showCustomer }: { order: Order; showCustomer: boolean }) {
  const unread = useOrderUnread(order.id);
  return (
    <Link to={`/orders/${order.id}`} className="order-row">
      <span className="goods">
        {order.items.map(({ name, picture }) => (
          <img key={name} src={picture} alt="" width="72" height="72" />
        ))}
      </span>
      <span className="order-line">
        <strong>Order {order.id}</strong>
        <span className="quiet">
          {showCustomer ? order.customerName : order.items.map(({ name }) => name).join(", ")}
          {" · "}
          {formatDay(order.placedOn)}
        </span>
      </span>
      {unread > 0 && <span className="badge">{unread} new</span>}
      <span className="pill" data-stage={order.stage}>
        {order.stage}
      </span>
      <span className="price">{formatPrice(totalOf(order))}</span>
    </Link>
  );
}
