/** How an action ended: done, or the reason of its refusal. */
export function Outcome({ outcome }: { outcome: unknown }) {
  const isDone = outcome === "ok";
  return (
    <span
      className={`chat:rounded-full chat:px-2 chat:py-0.5 chat:text-xs chat:font-medium ${isDone ? "chat:bg-active chat:text-text" : "chat:bg-warning-soft chat:text-warning-text"}`}
    >
      {isDone ? "Done" : `Refused: ${String(outcome)}`}
    </span>
  );
}
