import type { Message } from "@chat/contract";
import type { ShopChat } from "../../chat.config.ts";
import { totalOf } from "../../shop/order.ts";
import { formatPrice } from "../orders/formats.ts";
import { useOrder } from "../orders/orders-provider.tsx";
import { ParcelIcon } from "../shop/icons.tsx";
import { Link } from "../shop/link.tsx";

/** A message that shows an order: its id is in the message, the rest is the shop's, as it is now. */
export function OrderCard({ message }: { message: Pick<Message<ShopChat>, "custom"> }) {
  const { orderId } = message.custom;
  const order = useOrder(orderId);
  return (
    <Link to={`/orders/${orderId}`} className="order-card">
      {order === undefined ? <ParcelIcon /> : <img src={order.items[0]?.picture} alt="" width="56" height="56" />}
      <span className="order-line">
        <strong>Order {orderId}</strong>
        {order && <span className="quiet">{order.items.map(({ count, name }) => `${count} × ${name}`).join(", ")}</span>}
        {order && (
          <span className="card-foot">
            <span className="pill" data-stage={order.stage}>
              {order.stage}
            </span>
            <span className="price">{formatPrice(totalOf(order))}</span>
          </span>
        )}
      </span>
    </Link>
  );
}
