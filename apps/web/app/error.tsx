"use client";

import { Button } from "@chat/ui/button";
import { useEffect } from "react";
import { NoticePage } from "./notice-page.tsx";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  useEffect(() => {
    console.error(error);
  }, [error]);
  return (
    <NoticePage
      title="That did not work"
      text="Something went wrong here. If it happens again, tell whoever runs this server."
      action={
        <Button variant="primary" onClick={retry}>
          Try again
        </Button>
      }
    />
  );
}
