import { useMutation } from "@tanstack/react-query";
import { useToast } from "../shell/toast.tsx";
import { useTRPC } from "../shell/trpc.tsx";
import { useCallOptions } from "../shell/use-call-options.ts";

type Role = "user" | "moderator" | "admin";
const roleNames = { user: "a user", moderator: "a moderator", admin: "an admin" } as const;

interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
}

/** What can be done to one person; each says that it was done, and takes it back where that can be. */
export function useUserActions(person: Person) {
  const trpc = useTRPC();
  const toast = useToast();
  const options = useCallOptions(trpc.admin.user.pathFilter());
  const deactivation = useMutation(trpc.admin.user.deactivate.mutationOptions(options));
  const reactivation = useMutation(trpc.admin.user.reactivate.mutationOptions(options));
  const signingOut = useMutation(trpc.admin.user.signOut.mutationOptions(options));
  const roleChange = useMutation(trpc.admin.user.setRole.mutationOptions(options));
  const { id: userId, name, role: roleBefore } = person;
  const reactivate = () => reactivation.mutate({ userId }, { onSuccess: () => toast({ text: `${name} can sign in again.` }) });
  return {
    isPending: [deactivation, reactivation, signingOut, roleChange].some(({ isPending }) => isPending),
    reactivate,
    deactivate: () =>
      deactivation.mutate(
        { userId },
        {
          onSuccess: ({ isChanged }) =>
            toast({ text: `${name} is deactivated and signed out.`, ...(isChanged && { onUndo: reactivate }) }),
        },
      ),
    signOut: () =>
      signingOut.mutate(
        { userId },
        { onSuccess: ({ ended }) => toast({ text: `${name} is signed out of ${ended} ${ended === 1 ? "device" : "devices"}.` }) },
      ),
    setRole: (role: Role) =>
      roleChange.mutate(
        { userId, role },
        {
          onSuccess: () =>
            toast({ text: `${name} is ${roleNames[role]} now.`, onUndo: () => roleChange.mutate({ userId, role: roleBefore }) }),
        },
      ),
  };
}
