"use client";

import type { Rule } from "@chat/contract";
import { IconButton } from "@chat/ui/icon-button";
import { ArrowDown, ArrowUp, GripVertical } from "lucide-react";
import { Moment } from "../shell/moment.tsx";
import type { DragProps } from "./use-drag-order.ts";
import { describeAction, describeCondition } from "./rule-words.ts";

interface RuleRowProps {
  rule: Rule;
  place: number;
  isLast: boolean;
  isOpen: boolean;
  onOpen: () => void;
  onEnable: (enabled: boolean) => void;
  /** Alt with an arrow key, on the rule's name, does the same as the buttons. */
  onMove: (by: -1 | 1) => void;
  drag: DragProps;
}

export function RuleRow({ rule, place, isLast, isOpen, onOpen, onEnable, onMove, drag }: RuleRowProps) {
  const { name, enabled, hits } = rule;
  return (
    <li
      data-rule={rule.id}
      data-open={isOpen || undefined}
      {...drag.row}
      className="chat:relative chat:flex chat:items-center chat:gap-3 chat:border-b chat:border-border chat:px-4 chat:py-2 chat:hover:bg-hover chat:data-[open]:bg-selected chat:data-[dragged]:opacity-50 chat:data-[drop=after]:shadow-[inset_0_-2px_var(--chat-accent)] chat:data-[drop=before]:shadow-[inset_0_2px_var(--chat-accent)]"
    >
      <span
        {...drag.handle}
        data-slot="drag-handle"
        title="Drag to another place"
        className="chat:-me-2 chat:shrink-0 chat:cursor-grab chat:text-muted chat:active:cursor-grabbing chat:pointer-coarse:hidden"
      >
        <GripVertical size={15} aria-hidden />
      </span>
      <span className="chat:w-5 chat:shrink-0 chat:text-end chat:text-xs chat:text-muted chat:tabular-nums">{place + 1}</span>
      <button
        type="button"
        role="switch"
        aria-checked={enabled}
        aria-label={`${name} is on`}
        onClick={() => onEnable(!enabled)}
        className={`chat:flex chat:h-5 chat:w-9 chat:shrink-0 chat:items-center chat:rounded-full chat:p-0.5 ${enabled ? "chat:bg-accent" : "chat:bg-border-strong"}`}
      >
        <span
          className={`chat:size-4 chat:rounded-full chat:bg-accent-contrast chat:shadow-raised chat:transition-transform ${enabled ? "chat:translate-x-4 chat:rtl:-translate-x-4" : ""}`}
        />
      </button>
      <button
        type="button"
        onClick={onOpen}
        onKeyDown={(event) => {
          const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
          if (!event.altKey || by === null) return;
          event.preventDefault();
          onMove(by);
        }}
        className={`chat:min-w-0 chat:flex-1 chat:text-start chat:text-sm ${enabled ? "" : "chat:text-muted"}`}
      >
        <span dir="auto" className="chat:block chat:truncate chat:font-medium">
          {name}
        </span>
        <span dir="auto" className="chat:block chat:truncate chat:text-muted">
          <span className="chat:sm:hidden">{describeAction(rule.action)} · </span>
          {describeCondition(rule.condition)}
        </span>
      </button>
      <span
        data-action={rule.action.type}
        className="chat:shrink-0 chat:rounded-full chat:bg-active chat:px-2 chat:py-0.5 chat:text-xs chat:font-medium chat:max-sm:hidden"
      >
        {describeAction(rule.action)}
      </span>
      <span className="chat:w-28 chat:shrink-0 chat:text-end chat:text-xs chat:text-muted chat:tabular-nums chat:max-md:hidden">
        {hits === 1 ? "1 hit" : `${hits.toLocaleString("en")} hits`}
        <span className="chat:block">
          <Moment at={rule.lastHitAt} fallback="" />
        </span>
      </span>
      <span className="chat:flex chat:shrink-0">
        <IconButton
          label={`Move ${name} up`}
          icon={<ArrowUp size={15} aria-hidden />}
          size="sm"
          tooltip={false}
          disabled={place === 0}
          onClick={() => onMove(-1)}
        />
        <IconButton
          label={`Move ${name} down`}
          icon={<ArrowDown size={15} aria-hidden />}
          size="sm"
          tooltip={false}
          disabled={isLast}
          onClick={() => onMove(1)}
        />
      </span>
    </li>
  );
}
