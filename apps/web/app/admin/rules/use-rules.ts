import type { Rule } from "@chat/contract";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";

/** The rules, and what is done to them at once; what the server refuses is taken back. */
export function useRules() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toast = useToast();
  const query = useQuery(trpc.admin.rule.list.queryOptions(undefined, { refetchInterval: 10_000 }));
  const key = trpc.admin.rule.list.queryKey();
  const show = (change: (items: Rule[]) => Rule[]) =>
    queryClient.setQueryData(key, (before) => before && { ...before, items: change(before.items) });
  const shared = {
    onMutate: () => queryClient.cancelQueries({ queryKey: key }),
    onError: (error: unknown) => toast({ text: messageOf(error), isProblem: true }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: key }),
  };
  const update = useMutation(trpc.admin.rule.update.mutationOptions(shared));
  const order = useMutation(trpc.admin.rule.reorder.mutationOptions(shared));
  const create = useMutation(trpc.admin.rule.create.mutationOptions(shared));
  const remove = useMutation(trpc.admin.rule.delete.mutationOptions(shared));
  const setEnabled = ({ id }: Rule, enabled: boolean) => {
    show((items) => items.map((one) => (one.id === id ? { ...one, enabled } : one)));
    update.mutate({ ruleId: id, enabled });
  };
  const setOrder = (ruleIds: string[]) => {
    show((items) => items.toSorted((a, b) => ruleIds.indexOf(a.id) - ruleIds.indexOf(b.id)));
    order.mutate({ ruleIds });
  };
  return {
    query,
    setEnabled(rule: Rule, enabled: boolean) {
      setEnabled(rule, enabled);
      toast({ text: `${rule.name} is ${enabled ? "on" : "off"}.`, onUndo: () => setEnabled(rule, !enabled) });
    },
    /** To a place, counted from 0; what is no place, or is its own, changes nothing. */
    moveTo(id: string, place: number) {
      const ids = query.data?.items.map((rule) => rule.id) ?? [];
      const from = ids.indexOf(id);
      if (from < 0 || place < 0 || place >= ids.length || place === from) return;
      setOrder(ids.toSpliced(from, 1).toSpliced(place, 0, id));
    },
    remove(rule: Rule) {
      const { name, enabled, condition, action } = rule;
      const bringBack = () => create.mutate({ name, enabled, condition, action });
      remove.mutate(
        { ruleId: rule.id },
        { onSuccess: () => toast({ text: `${rule.name} is deleted. Undo puts it at the end.`, onUndo: bringBack }) },
      );
    },
  };
}
