"use client";

import type { ImportedWords } from "@chat/contract";
import { Button } from "@chat/ui/button";
import { useMutation } from "@tanstack/react-query";
import { Download, Upload } from "lucide-react";
import { useRef } from "react";
import { downloadText } from "../shell/download-text.ts";
import { useToast } from "../shell/toast.tsx";
import { messageOf, useTRPC } from "../shell/trpc.tsx";

/** Bytes of a file of words. */
const maxBytes = 900_000;

interface WordsCsvProps {
  /** One a line. */
  words: string;
  /** Of the rule as it is saved, whose words can be exported. */
  ruleId: string | null;
  onWords: (words: string) => void;
}

/** Brings words from a CSV file into the form, and saves a rule's words as one. */
export function WordsCsv({ words, ruleId, onWords }: WordsCsvProps) {
  const trpc = useTRPC();
  const toast = useToast();
  const file = useRef<HTMLInputElement>(null);
  const onError = (error: unknown) => toast({ text: messageOf(error), isProblem: true });
  const take = useMutation(
    trpc.admin.rule.importWords.mutationOptions({
      onSuccess: (read) => {
        const all = new Set([...words.split("\n").filter((word) => word.trim() !== ""), ...read.words]);
        onWords([...all].join("\n"));
      },
      onError,
    }),
  );
  const save = useMutation(
    trpc.admin.rule.exportWords.mutationOptions({ onSuccess: ({ csv }) => downloadText("words.csv", csv), onError }),
  );
  const choose = async (chosen: File | undefined) => {
    if (chosen === undefined) return;
    if (chosen.size > maxBytes) toast({ text: "The file is larger than 900 KB: split it.", isProblem: true });
    else take.mutate({ csv: await chosen.text() });
  };
  return (
    <div className="chat:flex chat:flex-wrap chat:gap-2">
      <input
        ref={file}
        type="file"
        accept=".csv,text/csv,text/plain"
        aria-label="CSV file of words"
        hidden
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          void choose(chosen);
          event.currentTarget.value = "";
        }}
      />
      <Button size="sm" icon={<Upload size={14} aria-hidden />} pending={take.isPending} onClick={() => file.current?.click()}>
        Import CSV
      </Button>
      {ruleId !== null && (
        <Button
          size="sm"
          icon={<Download size={14} aria-hidden />}
          pending={save.isPending}
          onClick={() => save.mutate({ ruleId })}
        >
          Export CSV
        </Button>
      )}
      {take.data && <ImportReport read={take.data} />}
    </div>
  );
}

function ImportReport({ read }: { read: ImportedWords }) {
  return (
    <div role="status" className="chat:w-full chat:text-xs">
      <p>{`${read.words.length.toLocaleString("en")} words were read. Save the rule to keep them.`}</p>
      {read.errors.length > 0 && (
        <ul className="chat:mt-1 chat:text-danger-text">
          {read.errors.slice(0, 20).map(({ line, message }) => (
            <li key={line}>{`Line ${line}: ${message}`}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
