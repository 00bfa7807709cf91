import { useMutation } from "@tanstack/react-query";
import { useToast } from "../shell/toast.tsx";
import { useTRPC } from "../shell/trpc.tsx";
import { useCallOptions } from "../shell/use-call-options.ts";

/** What can be done to a group at once; each says that it was done, and takes it back. */
export function useGroupActions({ id: channelId, name }: { readonly id: string; readonly name: string }) {
  const trpc = useTRPC();
  const toast = useToast();
  const options = useCallOptions(trpc.admin.group.pathFilter());
  const freezing = useMutation(trpc.admin.group.freeze.mutationOptions(options));
  const unfreezing = useMutation(trpc.admin.group.unfreeze.mutationOptions(options));
  const archiving = useMutation(trpc.admin.group.archive.mutationOptions(options));
  const unarchiving = useMutation(trpc.admin.group.unarchive.mutationOptions(options));
  const done = (text: string, onUndo: () => void) => ({ onSuccess: () => toast({ text: `${name} ${text}`, onUndo }) });
  const undoing = (text: string) => ({ onSuccess: () => toast({ text: `${name} ${text}` }) });
  const unfreeze = () => unfreezing.mutate({ channelId }, undoing("is not frozen any more."));
  const unarchive = () => unarchiving.mutate({ channelId }, undoing("is open again."));
  return {
    isPending: [freezing, unfreezing, archiving, unarchiving].some(({ isPending }) => isPending),
    freeze: () => freezing.mutate({ channelId }, done("is frozen: only its owners and moderators write.", unfreeze)),
    unfreeze,
    archive: () => archiving.mutate({ channelId }, done("is archived: nobody writes in it.", unarchive)),
    unarchive,
  };
}
