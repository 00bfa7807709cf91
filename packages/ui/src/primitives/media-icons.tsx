// Shapes from Lucide (https://lucide.dev), ISC licence, copyright (c) Lucide Icons and Contributors.
import { icon } from "./icon.tsx";

export const PlayIcon = /* @__PURE__ */ icon("PlayIcon", [
  ["path", { d: "M5 5a2 2 0 0 1 3.008-1.728l11.997 6.998a2 2 0 0 1 .003 3.458l-12 7A2 2 0 0 1 5 19z", fill: "currentColor" }],
]);
export const PauseIcon = /* @__PURE__ */ icon("PauseIcon", [
  ["rect", { x: "14", y: "3", width: "5", height: "18", rx: "1", fill: "currentColor" }],
  ["rect", { x: "5", y: "3", width: "5", height: "18", rx: "1", fill: "currentColor" }],
]);
export const SoundIcon = /* @__PURE__ */ icon("SoundIcon", [
  [
    "path",
    {
      d: "M11 4.702a.7.7 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.7.7 0 0 0 11 19.298z",
    },
  ],
  ["path", { d: "M16 9a5 5 0 0 1 0 6" }],
  ["path", { d: "M19.364 18.364a9 9 0 0 0 0-12.728" }],
]);
export const SilentIcon = /* @__PURE__ */ icon("SilentIcon", [
  [
    "path",
    {
      d: "M11 4.702a.7.7 0 0 0-1.203-.498L6.413 7.587A1.4 1.4 0 0 1 5.416 8H3a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2.416a1.4 1.4 0 0 1 .997.413l3.383 3.384A.7.7 0 0 0 11 19.298z",
    },
  ],
  ["path", { d: "m22 9-6 6" }],
  ["path", { d: "m16 9 6 6" }],
]);
export const ExpandIcon = /* @__PURE__ */ icon("ExpandIcon", [
  ["path", { d: "M8 3H5a2 2 0 0 0-2 2v3" }],
  ["path", { d: "M21 8V5a2 2 0 0 0-2-2h-3" }],
  ["path", { d: "M3 16v3a2 2 0 0 0 2 2h3" }],
  ["path", { d: "M16 21h3a2 2 0 0 0 2-2v-3" }],
]);
export const ShrinkIcon = /* @__PURE__ */ icon("ShrinkIcon", [
  ["path", { d: "M8 3v3a2 2 0 0 1-2 2H3" }],
  ["path", { d: "M21 8h-3a2 2 0 0 1-2-2V3" }],
  ["path", { d: "M3 16h3a2 2 0 0 1 2 2v3" }],
  ["path", { d: "M16 21v-3a2 2 0 0 1 2-2h3" }],
]);
export const MicIcon = /* @__PURE__ */ icon("MicIcon", [
  ["path", { d: "M12 19v3" }],
  ["path", { d: "M19 10v2a7 7 0 0 1-14 0v-2" }],
  ["rect", { x: "9", y: "2", width: "6", height: "13", rx: "3" }],
]);
export const PaperclipIcon = /* @__PURE__ */ icon("PaperclipIcon", [
  [
    "path",
    {
      d: "m16 6-8.414 8.586a2 2 0 0 0 2.829 2.829l8.414-8.586a4 4 0 1 0-5.657-5.657l-8.379 8.551a6 6 0 1 0 8.485 8.485l8.379-8.551",
    },
  ],
]);
export const FileIcon = /* @__PURE__ */ icon("FileIcon", [
  ["path", { d: "M15 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7z" }],
  ["path", { d: "M14 2v5a1 1 0 0 0 1 1h5" }],
]);
export const RetryIcon = /* @__PURE__ */ icon("RetryIcon", [
  ["path", { d: "M21 12a9 9 0 1 1-9-9c2.52 0 4.93 1 6.74 2.74L21 8" }],
  ["path", { d: "M21 3v5h-5" }],
]);
export const ForwardIcon = /* @__PURE__ */ icon(
  "ForwardIcon",
  [
    ["path", { d: "m15 17 5-5-5-5" }],
    ["path", { d: "M4 18v-2a4 4 0 0 1 4-4h12" }],
  ],
  true,
);
export const SelectIcon = /* @__PURE__ */ icon("SelectIcon", [
  ["rect", { x: "3", y: "3", width: "18", height: "18", rx: "2" }],
  ["path", { d: "m9 12 2 2 4-4" }],
]);
