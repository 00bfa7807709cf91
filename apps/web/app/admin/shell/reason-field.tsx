"use client";

import { limits } from "@chat/contract";
import { TextField } from "@chat/ui/text-field";
import { useEffect, useId, useRef, useState } from "react";
import { selectLook } from "./durations.ts";

/** A value that no sentence to choose from has. */
const own = "";

export interface ReasonFieldProps {
  label: string;
  /** Sentences to choose from; the first is chosen. */
  reasons: readonly string[];
  /** True once it was tried without one. */
  isMissing: boolean;
  /** The sentence, or one's own words. */
  onChange: (reason: string) => void;
}

/** Asks why: the usual reasons, and last of all one's own words. */
export function ReasonField({ label, reasons, isMissing, onChange }: ReasonFieldProps) {
  const id = useId();
  const [chosen, setChosen] = useState(reasons[0] ?? own);
  const [words, setWords] = useState("");
  const field = useRef<HTMLInputElement>(null);
  // Not as soon as it is chosen: arrow keys pass it on their way through the list.
  useEffect(() => {
    if (isMissing) field.current?.focus();
  }, [isMissing]);
  return (
    <>
      <div className="chat:flex chat:flex-col chat:gap-1">
        <label htmlFor={id} className="chat:text-xs chat:font-medium">
          {label}
        </label>
        <select
          id={id}
          autoFocus
          value={chosen}
          onChange={({ currentTarget: { value } }) => {
            setChosen(value);
            onChange(value === own ? words : value);
          }}
          className={selectLook}
        >
          {reasons.map((one) => (
            <option key={one}>{one}</option>
          ))}
          <option value={own}>Other…</option>
        </select>
      </div>
      {chosen === own && (
        <TextField
          ref={field}
          label="In your words"
          value={words}
          maxLength={limits.reasonText}
          autoComplete="off"
          error={isMissing ? "Say why, in a word or two." : null}
          onChange={({ currentTarget: { value } }) => {
            setWords(value);
            onChange(value);
          }}
        />
      )}
    </>
  );
}
