import { useQueryClient, type QueryFilters } from "@tanstack/react-query";
import { useToast } from "./toast.tsx";
import { messageOf } from "./trpc.tsx";

/** What a call that changes something shares with others: a refusal is told, and what `shown` names is read anew. */
export function useCallOptions(shown: QueryFilters) {
  const queryClient = useQueryClient();
  const toast = useToast();
  return {
    onError: (error: unknown) => toast({ text: messageOf(error), isProblem: true }),
    onSettled: () => queryClient.invalidateQueries(shown),
  };
}
