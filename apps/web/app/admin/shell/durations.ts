/** For how long somebody may be muted or banned. */
export const durations = [
  { minutes: 60, label: "1 hour" },
  { minutes: 1_440, label: "1 day" },
  { minutes: 10_080, label: "7 days" },
  { minutes: 43_200, label: "30 days" },
  { minutes: null, label: "No end" },
] as const;

/** How a select of the console looks. */
export const selectLook =
  "chat:h-9 chat:w-full chat:rounded-lg chat:border chat:border-border-strong chat:bg-bg chat:px-2 chat:text-sm chat:text-text";
