import type { MessageKind } from "@chat/ui";
import type { ShopChat } from "../../chat.config.ts";
import { AttachOrder } from "./attach-order.tsx";
import { OrderCard } from "./order-card.tsx";

const orderKind: MessageKind<ShopChat> = {
  kind: "order",
  render: OrderCard,
  preview: ({ custom }) => `Order ${custom.orderId}`,
  composer: AttachOrder,
};

/** The shop's own kinds of messages. */
export const kinds = [orderKind];
