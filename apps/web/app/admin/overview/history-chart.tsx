"use client";

import type { OverviewHistory } from "@chat/contract";
import { AxisBottom, AxisLeft } from "@visx/axis";
import { ParentSize } from "@visx/responsive";
import { scaleBand, scaleLinear } from "@visx/scale";
import { Bar } from "@visx/shape";
import { useState } from "react";

type Point = OverviewHistory["points"][number];

export interface HistoryChartProps {
  title: string;
  points: readonly Point[];
  of: "messages" | "active" | "reports";
  isHourly: boolean;
}

const height = 168;
const margin = { top: 8, right: 4, bottom: 24, left: 44 };
const label = { fill: "var(--chat-muted)", fontFamily: "inherit", fontSize: 11 } as const;

/** One column an hour or a day; what stands under the pointer is told above, and all of it in a table for those who listen. */
export function HistoryChart({ title, points, of, isHourly }: HistoryChartProps) {
  const [at, setAt] = useState<number | null>(null);
  const total = points.reduce((sum, point) => sum + point[of], 0);
  const shown = at === null ? undefined : points[at];
  const name = (moment: string) => nameOf(moment, isHourly);
  return (
    <figure className="chat:m-0 chat:min-w-0 chat:rounded-xl chat:border chat:border-border chat:p-3.5">
      <figcaption className="chat:mb-2 chat:flex chat:items-baseline chat:justify-between chat:gap-3 chat:text-sm">
        <span className="chat:font-medium">{title}</span>
        <span className="chat:text-xs chat:text-muted chat:tabular-nums">
          {shown !== undefined
            ? `${name(shown.at)}: ${shown[of].toLocaleString("en")}`
            : of === "active"
              ? ""
              : `${total.toLocaleString("en")} in all`}
        </span>
      </figcaption>
      <div aria-hidden style={{ height }} onPointerLeave={() => setAt(null)}>
        <ParentSize debounceTime={50}>
          {({ width }) => width > 0 && <Columns {...{ width, points, of, name, at }} onPoint={setAt} />}
        </ParentSize>
      </div>
      <table className="chat:sr-only">
        <caption>{title}</caption>
        <tbody>
          {points.map((point) => (
            <tr key={point.at}>
              <th scope="row">{name(point.at)}</th>
              <td>{point[of]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}

interface ColumnsProps {
  width: number;
  points: readonly Point[];
  of: HistoryChartProps["of"];
  name: (at: string) => string;
  at: number | null;
  onPoint: (index: number) => void;
}

function Columns({ width, points, of, name, at, onPoint }: ColumnsProps) {
  const most = Math.max(1, ...points.map((point) => point[of]));
  const left = scaleLinear({ domain: [0, most], range: [height - margin.bottom, margin.top], nice: true });
  const bottom = scaleBand({
    domain: points.map((point) => point.at),
    range: [margin.left, width - margin.right],
    padding: 0.25,
  });
  const every = Math.max(1, Math.ceil(points.length / Math.max(2, Math.floor(width / 90))));
  const whole = left.ticks(4).filter(Number.isInteger);
  return (
    <svg width={width} height={height}>
      {whole.map((tick) => (
        <line
          key={tick}
          x1={margin.left}
          x2={width - margin.right}
          y1={left(tick)}
          y2={left(tick)}
          stroke="var(--chat-border)"
          strokeWidth={1}
        />
      ))}
      {points.map((point, index) => (
        <Bar
          key={point.at}
          x={bottom(point.at) ?? 0}
          y={left(point[of])}
          width={bottom.bandwidth()}
          height={height - margin.bottom - left(point[of])}
          rx={Math.min(2, bottom.bandwidth() / 2)}
          fill={index === at ? "var(--chat-accent-hover)" : "var(--chat-accent)"}
        />
      ))}
      {points.map((point, index) => (
        <rect
          key={point.at}
          x={(bottom(point.at) ?? 0) - (bottom.step() - bottom.bandwidth()) / 2}
          y={0}
          width={bottom.step()}
          height={height - margin.bottom}
          fill="transparent"
          onPointerEnter={() => onPoint(index)}
        />
      ))}
      <AxisLeft
        left={margin.left}
        scale={left}
        tickValues={whole}
        hideAxisLine
        hideTicks
        tickFormat={(value) => Number(value).toLocaleString("en", { notation: "compact" })}
        tickLabelProps={{ ...label, textAnchor: "end", dx: -4, dy: 4 }}
      />
      <AxisBottom
        top={height - margin.bottom}
        scale={bottom}
        tickValues={points.filter((_, index) => index % every === 0).map((point) => point.at)}
        hideTicks
        stroke="var(--chat-border)"
        tickFormat={name}
        tickLabelProps={{ ...label, textAnchor: "middle" }}
      />
    </svg>
  );
}

/** An hour in the reader's zone; a day is one of UTC. */
function nameOf(at: string, isHourly: boolean): string {
  return isHourly
    ? new Date(at).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" })
    : new Date(at).toLocaleDateString("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
}
