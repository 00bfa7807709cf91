"use client";

import { siteBanOf } from "@chat/client";
import { useConnection, useSanctions } from "@chat/client/react";
import { Suspense, type ReactElement, type ReactNode } from "react";
import { lazyPart } from "../primitives/lazy-part.ts";

const BanScreen = lazyPart(() => import("./ban-screen.tsx").then((module) => module.BanScreen), "first-use");

/**
 * Its children, or for a reader who is banned from the whole site why, until when, and how to appeal. Messenger and ChannelView have one inside; put
 * one around what a product shows before it has a channel.
 */
export function BanGate({ children }: { children: ReactNode }): ReactElement {
  const { reason } = useConnection().state;
  const { items } = useSanctions().state;
  const ban = reason === "UNAUTHENTICATED" ? siteBanOf(items) : null;
  if (ban === null) return <>{children}</>;
  return (
    <Suspense fallback={null}>
      <BanScreen ban={ban} />
    </Suspense>
  );
}
