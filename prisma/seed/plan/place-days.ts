import type { ConversationLine } from "../read-conversation.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A line with its moment in the demo. */
export interface PlacedLine extends ConversationLine {
  readonly moment: Date;
}

/**
 * Moves the days of a slice to the days before `now`: the last one ends four minutes before it, each earlier one keeps its time of day (UTC)
 * on a date of its own. The log has minutes only, so the messages of a minute are spread over it.
 */
export function placeDays(lines: readonly ConversationLine[], now: Date): PlacedLine[] {
  const days = [...Map.groupBy(lines, (line) => line.day).values()];
  const placed: PlacedLine[][] = [];
  let before = now.getTime() - 4 * MINUTE;
  for (const [index, day] of days.toReversed().entries()) {
    const moments = spreadMinutes(day);
    const free = before - (moments.at(-1) ?? 0);
    const shift = index === 0 ? free : Math.floor(free / DAY) * DAY;
    placed.push(day.map((line, position) => ({ ...line, moment: new Date((moments[position] ?? 0) + shift) })));
    before = Math.floor(((moments[0] ?? 0) + shift) / DAY) * DAY - 1;
  }
  return placed.toReversed().flat();
}

function spreadMinutes(day: readonly ConversationLine[]): number[] {
  const minutes = [...Map.groupBy(day, (line) => Math.floor(Date.parse(line.at) / MINUTE))];
  return minutes.flatMap(([minute, lines]) =>
    lines.map((_, index) => minute * MINUTE + Math.floor(((index + 0.5) * MINUTE) / lines.length)),
  );
}
