"use client";

import { Button } from "@chat/ui/button";
import { TextField } from "@chat/ui/text-field";
import { Search } from "lucide-react";
import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useDebounced } from "./use-debounced.ts";

/** A row of filters under a screen's title. */
export function FilterBar({ children, onClear }: { children: ReactNode; onClear?: (() => void) | undefined }) {
  return (
    <div
      role="search"
      className="chat-scroll chat:relative chat:flex chat:shrink-0 chat:items-center chat:gap-2 chat:px-4 chat:pt-1 chat:pb-2.5 chat:max-md:overflow-x-auto chat:md:flex-wrap"
    >
      {children}
      {onClear && (
        <Button size="sm" variant="ghost" onClick={onClear}>
          Clear filters
        </Button>
      )}
    </div>
  );
}

export interface SearchFilterProps {
  label: string;
  value: string;
  /** Why nothing can be found by what is typed. */
  error?: string | null;
  onChange: (value: string) => void;
}

/** Typed text, told on once it has stayed for 200 ms. The key / goes to it. */
export function SearchFilter({ label, value, error = null, onChange }: SearchFilterProps) {
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  const settled = useDebounced(typed);
  const field = useRef<HTMLInputElement>(null);
  // State, and no ref: a render that React gives up and starts again must find what it found before.
  const [sent, setSent] = useState<readonly string[]>([]);
  if (value !== known) {
    setKnown(value);
    // What was told comes back late, when more was typed already; all else was changed elsewhere, such as by "Clear filters".
    const back = sent.indexOf(value);
    if (back < 0) setTyped(value);
    setSent(sent.slice(back + 1));
  }
  const told = useRef({ onChange, value });
  told.current = { onChange, value };
  useEffect(() => {
    if (settled === told.current.value) return;
    setSent((before) => [...before, settled]);
    told.current.onChange(settled);
  }, [settled]);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "/" || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener("keydown", onKeyDown);
    return () => window.removeEventListener("keydown", onKeyDown);
  }, []);
  return (
    <TextField
      ref={field}
      label={label}
      hideLabel
      placeholder={label}
      icon={<Search size={15} aria-hidden />}
      value={typed}
      error={error}
      autoComplete="off"
      spellCheck={false}
      maxLength={100}
      onChange={(event) => setTyped(event.currentTarget.value)}
      className="chat:min-w-44 chat:flex-1 chat:md:max-w-72"
    />
  );
}

/** True where keys are text, and no shortcuts. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest("input, textarea, select, [contenteditable=true]") !== null;
}

export interface SelectFilterProps<V extends string> {
  label: string;
  value: V | "";
  /** "" is no filter, and stands first as `any`. */
  options: readonly { readonly value: V; readonly label: string }[];
  any?: string;
  onChange: (value: V | "") => void;
}

export function SelectFilter<V extends string>({ label, value, options, any = "Any", onChange }: SelectFilterProps<V>) {
  const id = useId();
  return (
    <span className="chat:inline-flex chat:items-center">
      <label htmlFor={id} className="chat:sr-only">
        {label}
      </label>
      <select
        id={id}
        value={value}
        data-set={value !== "" || undefined}
        onChange={(event) => onChange(event.currentTarget.value as V | "")}
        className="chat:h-9 chat:max-w-48 chat:rounded-lg chat:border chat:border-border-strong chat:bg-bg chat:px-2 chat:text-sm chat:text-text chat:data-[set]:border-accent chat:data-[set]:bg-selected"
      >
        <option value="">
          {label}: {any}
        </option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </span>
  );
}
