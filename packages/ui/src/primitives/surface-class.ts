/** What menus and popovers look like: raised, bordered, growing from the point that opened them. */
export const surfaceClass =
  "chat-root chat:z-50 chat:rounded-xl chat:border chat:border-border chat:bg-raised chat:text-text chat:shadow-overlay chat:outline-none chat:data-[state=open]:animate-[chat-pop-in_140ms_var(--chat-ease-out,ease-out)] chat:data-[state=closed]:animate-[chat-fade-out_120ms_ease-out]";
