"use client";

import { Button } from "@chat/ui/button";
import { Skeleton } from "@chat/ui/skeleton";
import { useEffect, useRef } from "react";
import { messageOf } from "./trpc.tsx";
import type { Rows } from "./rows.ts";

const placeholders = ["a", "b", "c", "d", "e", "f", "g", "h"];

export function SkeletonRows({ columns }: { columns: number }) {
  return placeholders.map((id, index) => (
    <tr key={id} className="chat:border-b chat:border-border">
      <td colSpan={columns} className="chat:h-10 chat:px-4">
        <Skeleton className="chat:h-3.5" style={{ width: `${90 - ((index * 37) % 50)}%` }} />
        {index === 0 && <span className="chat:sr-only">Loading…</span>}
      </td>
    </tr>
  ));
}

/** Loads the next page as the end comes near; the button says so, and tries again what failed. */
export function LoadMore<T>({ rows }: { rows: Rows<T> }) {
  const end = useRef<HTMLDivElement>(null);
  const latest = useRef(rows);
  latest.current = rows;
  const { hasMore, error, items } = rows;
  useEffect(() => {
    const edge = end.current;
    if (edge === null || !hasMore || error !== null) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (entry?.isIntersecting && !latest.current.isLoadingMore) latest.current.loadMore();
      },
      { rootMargin: "400px" },
    );
    observer.observe(edge);
    return () => observer.disconnect();
    // Anew for each page: an end that stays in sight is not told twice.
  }, [hasMore, error, items]);
  if (!hasMore) return null;
  return (
    <div ref={end} className="chat:flex chat:flex-col chat:items-center chat:gap-1 chat:py-3">
      {error !== null && <p className="chat:text-sm chat:text-danger-text">{messageOf(error)}</p>}
      <Button size="sm" variant="ghost" pending={rows.isLoadingMore} onClick={rows.loadMore}>
        {error === null ? "Load more" : "Try again"}
      </Button>
    </div>
  );
}
