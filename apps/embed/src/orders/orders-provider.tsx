import { createContext, useContext, useEffect, useState, type ReactNode } from "react";
import type { Order } from "../../shop/order.ts";
import { loadOrders } from "../api.ts";

const OrdersContext = createContext<readonly Order[] | null>(null);

export function OrdersProvider({ children }: { children: ReactNode }) {
  const [orders, setOrders] = useState<readonly Order[] | null>(null);
  useEffect(() => void loadOrders().then(setOrders), []);
  return <OrdersContext.Provider value={orders}>{children}</OrdersContext.Provider>;
}

/** The orders that this person may see; null until they are here. */
export const useOrders = () => useContext(OrdersContext);

export const useOrder = (orderId: string | undefined) => useOrders()?.find(({ id }) => id === orderId);
