import { overviewRanges } from "@chat/contract";

type Range = (typeof overviewRanges)[number];
const names = { "24h": "24 hours", "7d": "7 days", "30d": "30 days", "90d": "90 days" } as const;

/** Over how long the charts look back. */
export function RangeChoice({ value, onChange }: { value: Range; onChange: (range: Range) => void }) {
  return (
    <div role="group" aria-label="Range" className="chat:flex chat:rounded-lg chat:border chat:border-border chat:p-0.5">
      {overviewRanges.map((range) => (
        <button
          key={range}
          type="button"
          aria-pressed={range === value}
          onClick={() => onChange(range)}
          className="chat:h-7 chat:rounded-md chat:px-2.5 chat:text-xs chat:text-muted chat:hover:text-text chat:aria-pressed:bg-active chat:aria-pressed:text-text"
        >
          {names[range]}
        </button>
      ))}
    </div>
  );
}
