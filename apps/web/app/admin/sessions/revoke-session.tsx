"use client";

import type { StaffSession } from "@chat/contract";
import { Badge } from "@chat/ui/badge";
import { Button } from "@chat/ui/button";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { deviceOf } from "../shell/device-of.ts";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";

/** Signs one device out at once; one's own is left by signing out. */
export function RevokeSession({ session }: { session: StaffSession }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const { id: sessionId, user, userAgent, current } = session;
  const revoke = useMutation(
    trpc.admin.session.revoke.mutationOptions({
      onSuccess: () => toast({ text: `${user.name} is signed out of ${deviceOf(userAgent)}.` }),
      onError: (error) => toast({ text: messageOf(error), isProblem: true }),
      onSettled: () => queryClient.invalidateQueries(trpc.admin.session.pathFilter()),
    }),
  );
  if (current) return <Badge tone="muted">this device</Badge>;
  return (
    <Button
      size="sm"
      pending={revoke.isPending}
      aria-label={`Sign out ${user.name}, ${deviceOf(userAgent)}`}
      onClick={() => revoke.mutate({ sessionId })}
    >
      Sign out
    </Button>
  );
}
