"use client";

import { Button } from "@chat/ui/button";
import { EmptyState } from "@chat/ui/empty-state";
import { Skeleton } from "@chat/ui/skeleton";
import { Plus } from "lucide-react";
import { ScreenFrame } from "../shell/screen.tsx";
import { messageOf } from "../shell/trpc.tsx";
import { useUrlState } from "../shell/use-url-state.ts";
import { RuleEditor } from "./rule-editor.tsx";
import { RuleRow } from "./rule-row.tsx";
import { useDragOrder } from "./use-drag-order.ts";
import { useRules } from "./use-rules.ts";

/** `rule`: the one that is open, or `new`. */
const closed = { rule: "" };

/** What the site looks for in messages before they are stored, in order. */
export function RulesScreen() {
  const [{ rule: openId }, setOpen] = useUrlState(closed);
  const { query, setEnabled, moveTo, remove } = useRules();
  const dragOf = useDragOrder(moveTo);
  const items = query.data?.items ?? [];
  const open = items.find(({ id }) => id === openId);
  const close = () => setOpen(closed, true);
  const add = (
    <Button size="sm" variant="primary" icon={<Plus size={14} aria-hidden />} onClick={() => setOpen({ rule: "new" }, true)}>
      New rule
    </Button>
  );
  return (
    <ScreenFrame
      title="Rules"
      note="Looked at in this order before a message is stored; staff are exempt."
      actions={add}
      panel={
        (openId === "new" || open !== undefined) && (
          <RuleEditor
            key={openId}
            rule={open ?? null}
            onClose={close}
            onCreated={(id) => setOpen({ rule: id })}
            onDelete={(rule) => {
              close();
              remove(rule);
            }}
          />
        )
      }
    >
      <div className="chat-scroll chat:min-h-0 chat:flex-1 chat:overflow-y-auto chat:border-t chat:border-border">
        {query.error !== null && query.data === undefined && (
          <EmptyState
            title="The rules could not be loaded"
            description={messageOf(query.error)}
            action={<Button onClick={() => void query.refetch()}>Try again</Button>}
          />
        )}
        {query.isPending && (
          <div role="status" aria-label="Loading…" className="chat:flex chat:flex-col chat:gap-3 chat:p-4">
            {["a", "b", "c"].map((id) => (
              <Skeleton key={id} className="chat:h-12" />
            ))}
          </div>
        )}
        {query.data !== undefined && items.length === 0 && (
          <EmptyState
            title="There are no rules yet"
            description="A rule finds words, patterns, links or haste, and allows, masks, holds or refuses the message, or mutes its author."
            action={add}
          />
        )}
        <ol aria-label="Rules">
          {items.map((rule, index) => (
            <RuleRow
              key={rule.id}
              rule={rule}
              place={index}
              isLast={index === items.length - 1}
              isOpen={rule.id === openId}
              onOpen={() => setOpen({ rule: rule.id }, true)}
              onEnable={(enabled) => setEnabled(rule, enabled)}
              onMove={(by) => moveTo(rule.id, index + by)}
              drag={dragOf(rule.id, index)}
            />
          ))}
        </ol>
      </div>
    </ScreenFrame>
  );
}
