/** Called by the search too, so that no key acts on rows that are not yet on screen. */
export const loadCompletionPopup = () => import("./completion-popup.tsx").then((module) => module.CompletionPopup);
