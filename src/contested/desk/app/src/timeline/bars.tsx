import { useId } from "preact/hooks";
import type { Shapes } from "../api/client";
import { count, day, many } from "../shell/format";
import { binEnd, moment, scalesOf, type Unit } from "./scale";

type Bin = Shapes["Bin"];
const GAP = 1;

interface Asked {
  bins: readonly Bin[];
  unit: Unit;
  width: number;
  height: number;
  scales: ReturnType<typeof scalesOf>;
}

/** Incidents a bar, their disputed part hatched and darker at the foot of it. */
export function Bars({ bins, unit, width, height, scales: { x, y } }: Asked) {
  const hatch = useId();
  // Bins are of days at least: an hour between two days would say more than is known.
  const ticks = x.ticks(Math.max(2, Math.floor(width / 90))).filter((tick) => Number(tick) % 86_400_000 === 0);
  const label = x.tickFormat();
  return (
    <>
      <defs>
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="4" height="4" class="bar-plain" /><rect width="1.8" height="4" class="bar-hatch" />
        </pattern>
      </defs>
      {ticks.map((tick) => (
        <g key={+tick} transform={`translate(${x(tick)} 0)`}>
          <line y2={height} class="grid" />
          <text y={height + 13} text-anchor={x(tick) < 20 ? "start" : x(tick) > width - 24 ? "end" : "middle"} class="tick">{label(tick)}</text>
        </g>
      ))}
      {bins.map((bin) => {
        const left = x(moment(bin.start));
        const wide = Math.max(1, x(binEnd(bin, unit)) - left - GAP);
        return (
          <g key={bin.start}>
            <title>{`${day(bin.start)} (${unit}): ${many(bin.incidents, "incident")}, ${count(bin.disputed)} disputed; ${killed(bin)}`}</title>
            <rect x={left} width={wide} y={y(bin.incidents)} height={height - y(bin.incidents)} class="bar-plain" />
            {bin.disputed > 0 && <rect x={left} width={wide} y={y(bin.disputed)} height={height - y(bin.disputed)} fill={`url(#${hatch})`} />}
          </g>
        );
      })}
      <line x2={width} y1={height} y2={height} class="axis" />
    </>
  );
}

function killed(bin: Bin): string {
  if (bin.low === bin.high) return `${count(bin.high)} killed reported`;
  return `${count(bin.low)} to ${count(bin.high)} killed reported`;
}
