import { stages, totalOf, type Order } from "../../shop/order.ts";
import { formatDay, formatPrice } from "./formats.ts";

export function OrderDetails({ order, showCustomer }: { order: Order; showCustomer: boolean }) {
  const reached = stages.indexOf(order.stage);
  return (
    <article className="details">
      <h1>Order {order.id}</h1>
      <p className="quiet lead">
        Placed on {formatDay(order.placedOn)}
        {showCustomer && ` by ${order.customerName}`}
      </p>
      <ol className="stages" aria-label={`Progress: ${order.stage}`}>
        {stages.map((stage, index) => (
          <li key={stage} data-reached={index <= reached} aria-current={index === reached ? "step" : undefined}>
            {stage}
          </li>
        ))}
      </ol>
      <ul className="items">
        {order.items.map(({ name, detail, picture, count, price }) => (
          <li key={name}>
            <img src={picture} alt="" width="64" height="64" />
            <span className="order-line">
              <strong>{name}</strong>
              <span className="quiet">{detail}</span>
            </span>
            <span className="quiet">{count} ×</span>
            <span className="price">{formatPrice(price)}</span>
          </li>
        ))}
      </ul>
      <dl className="sums">
        <dt>Goes to</dt>
        <dd>{order.address}</dd>
        <dt>Total</dt>
        <dd className="price">{formatPrice(totalOf(order))}</dd>
      </dl>
    </article>
  );
}
