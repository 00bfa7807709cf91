"use client";

import { useReports } from "@chat/client/react";
import { Suspense, useState, type ReactNode } from "react";
import type { TimelineMessage } from "../message/timeline-message.ts";
import { lazyPart } from "../primitives/lazy-part.ts";
import type { Reported } from "./report-screen.tsx";

const ReportScreen = lazyPart(() => import("./report-screen.tsx").then((module) => module.ReportScreen), "first-use");

/** Reporting from a timeline or a profile: how to begin, left out where the server takes no reports, and the dialog that then opens. */
export function useReporting(): {
  reportMessage: ((message: TimelineMessage) => void) | undefined;
  report: ((reported: Reported) => void) | undefined;
  dialog: ReactNode;
} {
  const { isAvailable } = useReports().state;
  const [reported, setReported] = useState<Reported | null>(null);
  return {
    reportMessage: isAvailable ? (message) => setReported({ name: message.author.name, messageId: message.id }) : undefined,
    report: isAvailable ? setReported : undefined,
    dialog: reported && (
      <Suspense fallback={null}>
        <ReportScreen reported={reported} onClose={() => setReported(null)} />
      </Suspense>
    ),
  };
}
