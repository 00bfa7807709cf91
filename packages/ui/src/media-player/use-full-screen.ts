import { useEffect, useState, type RefObject } from "react";

/** An iPhone gives the whole screen to nothing but a video, under controls of its own. */
interface PhoneVideo extends HTMLVideoElement {
  webkitEnterFullscreen?: () => void;
}

const isStandard = () => "requestFullscreen" in Element.prototype;

/** Whether a box has the whole screen, whether this browser lets it, and the way there and back. */
export function useFullScreen(box: RefObject<HTMLElement | null>) {
  const [isFull, setFull] = useState(false);
  const [isPossible, setPossible] = useState(true);
  useEffect(() => {
    setPossible(isStandard() ? document.fullscreenEnabled : "webkitEnterFullscreen" in HTMLVideoElement.prototype);
    const note = () => setFull(document.fullscreenElement !== null && document.fullscreenElement === box.current);
    document.addEventListener("fullscreenchange", note);
    return () => document.removeEventListener("fullscreenchange", note);
  }, [box]);
  const toggle = () => {
    const element = box.current;
    if (!element) return;
    if (!isStandard()) element.querySelector<PhoneVideo>("video")?.webkitEnterFullscreen?.();
    // A refusal is the browser's: it lets nothing fill the screen that nobody asked for.
    else void (isFull ? document.exitFullscreen() : element.requestFullscreen()).catch(() => undefined);
  };
  return { isFull, isPossible, toggle };
}
