import type { ReactNode } from "react";

/** A whole page that says one thing and offers one way on. */
export function NoticePage({ title, text, action }: { title: string; text: string; action: ReactNode }) {
  return (
    <main className="chat:grid chat:h-full chat:place-items-center chat:px-6">
      <div className="chat:flex chat:max-w-90 chat:flex-col chat:items-center chat:gap-1 chat:text-center chat:text-balance">
        <h1 className="chat:text-lg chat:font-semibold">{title}</h1>
        <p className="chat:text-sm chat:text-muted">{text}</p>
        <div className="chat:mt-4">{action}</div>
      </div>
    </main>
  );
}
