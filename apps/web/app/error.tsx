"use client";

import { Button, EmptyState } from "@chat/ui/primitives";
import { useEffect } from "react";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <main className="chat:grid chat:h-full chat:place-items-center">
      <EmptyState
        title="That did not work"
        description="Something went wrong here. If it happens again, tell whoever runs this server."
        action={
          <Button variant="primary" onClick={retry}>
            Try again
          </Button>
        }
      />
    </main>
  );
}
