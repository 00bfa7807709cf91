import { IconButton, Menu, type KindComposerProps } from "@chat/ui";
import type { ShopChat } from "../../chat.config.ts";
import { useOrders } from "../orders/orders-provider.tsx";
import { ParcelIcon } from "../shop/icons.tsx";

/** The composer's button that sends one of the orders. */
export function AttachOrder({ send, isDisabled }: KindComposerProps<ShopChat>) {
  const orders = useOrders() ?? [];
  const items = orders.map(({ id, items }) => ({
    id,
    label: `Order ${id} · ${items[0]?.name}`,
    onSelect: () => send({ text: `Order ${id}`, data: {}, custom: { orderId: id } }),
  }));
  return (
    <Menu
      label="Show an order"
      items={items}
      trigger={<IconButton label="Show an order" icon={<ParcelIcon />} disabled={isDisabled} />}
    />
  );
}
