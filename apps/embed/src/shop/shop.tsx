import { ChatProvider } from "@chat/client/react";
import { useState } from "react";
import type { Person } from "../../shop/person.ts";
import { createShopChat } from "../chat/create-shop-chat.ts";
import { ChatUrlContext } from "../chat/use-emoji-url.ts";
import { FloatingMessenger } from "../chat/floating-messenger.tsx";
import { OrderPage } from "../orders/order-page.tsx";
import { OrdersPage } from "../orders/orders-page.tsx";
import { OrdersProvider } from "../orders/orders-provider.tsx";
import { Header } from "./header.tsx";
import { usePath } from "./path.ts";

/** The shop of somebody who is signed in, with the chat around all of it. */
export function Shop({ me, chatUrl, onLeave }: { me: Person; chatUrl: string; onLeave: () => void }) {
  const [client] = useState(() => createShopChat(chatUrl));
  const [isChatOpen, setChatOpen] = useState(false);
  const orderId = /^\/orders\/(\w+)$/.exec(usePath())?.[1];
  return (
    <ChatUrlContext value={chatUrl}>
      <ChatProvider client={client}>
        <OrdersProvider>
          <Header me={me} onMessages={() => setChatOpen(!isChatOpen)} onLeave={onLeave} />
          <main>{orderId === undefined ? <OrdersPage me={me} /> : <OrderPage key={orderId} orderId={orderId} me={me} />}</main>
          <FloatingMessenger
            client={client}
            title={me.role === "support" ? "All customers" : "Ask the workshop"}
            isOpen={isChatOpen}
            onOpenChange={setChatOpen}
          />
        </OrdersProvider>
      </ChatProvider>
    </ChatUrlContext>
  );
}
