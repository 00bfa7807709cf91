import { useEffect, useState } from "react";

export type ConnectionStatus = "connecting" | "online" | "offline";
export type BannerPhase = "hidden" | "connecting" | "reconnecting" | "offline" | "back";

/** Interruptions shorter than this are nobody's business. */
const quietMs = 1_000;
const backMs = 2_500;

/** What the banner shows: nothing until a connection has been missing for a second, then why, then shortly that it is back. */
export function useBannerPhase(status: ConnectionStatus): BannerPhase {
  const [isLate, setLate] = useState(false);
  const [isBack, setBack] = useState(false);
  const [wasOnline, setWasOnline] = useState(status === "online");
  const isOnline = status === "online";

  useEffect(() => {
    if (isOnline) return;
    const timer = setTimeout(() => setLate(true), quietMs);
    return () => clearTimeout(timer);
  }, [isOnline]);

  if (isOnline && !wasOnline) setWasOnline(true);
  if (isOnline && isLate) {
    setLate(false);
    setBack(wasOnline);
  }
  if (!isOnline && isBack) setBack(false);

  useEffect(() => {
    if (!isBack) return;
    const timer = setTimeout(() => setBack(false), backMs);
    return () => clearTimeout(timer);
  }, [isBack]);

  if (isOnline) return isBack ? "back" : "hidden";
  if (!isLate) return "hidden";
  if (status === "offline") return "offline";
  return wasOnline ? "reconnecting" : "connecting";
}
