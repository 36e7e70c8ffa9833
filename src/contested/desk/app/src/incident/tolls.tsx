import { scaleSymlog } from "d3-scale";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import type { Shapes } from "../api/client";
import { count, day } from "../shell/format";
import { useAddress } from "../shell/use-selection";
import { bounds } from "../reading/words";
import { sideName } from "../shell/status";

type Figure = Shapes["TollFigure"];
type Range = Shapes["TollRange"];

const WIDTH = 640;
const NAMES = 200;
const ROW = 22;
const SHOWN = 12;
const TOP = 26;

interface Asked {
  figures: Figure[];
  tolls: Range[];
  parts: string[];
  onClaim: (claim: string) => void;
}

/** What each source tells of a harm, over time: an interval a line, never one number; the range of all above. */
export function Tolls({ figures, tolls, parts, onClaim }: Asked) {
  const address = useAddress();
  const kinds = [...new Set(figures.map((one) => one.kind))];
  if (kinds.length === 0) return <p class="hint">Nobody tells how many were harmed.</p>;
  return (
    <div class="stack">
      {parts.length > 0 && <p class="hint">A count here takes in others, and is not added to them: {parts.map((id, index) => <span key={id}>{index > 0 && ", "}<Link class="id" href={address(`/incident/${id}`)}>{id.slice(0, 10)}</Link></span>)}</p>}
      {kinds.map((kind) => (
        <section key={kind} class="toll">
          <h3>{kind}</h3>
          <Readings ranges={tolls.filter((one) => one.kind === kind)} />
          <Chart kind={kind} figures={figures.filter((one) => one.kind === kind)} onClaim={onClaim} />
        </section>
      ))}
    </div>
  );
}

const COUNTS: Record<Figure["counts"], string> = {
  whole: "the whole toll", part: "a part of it", addition: "more beside it", vague: "a vague count", sum: "a sum over several incidents, counted apart",
};
const READINGS: Record<string, string> = { any: "by any source", latest: "by the reports of the latest day", roots: "by roots alone" };

function Readings({ ranges }: { ranges: Range[] }) {
  return (
    <ul class="readings">
      {ranges.map((one) => (
        <li key={`${one.by} ${one.side}`}><strong>{one.low === one.high ? count(one.low) : `${count(one.low)} to ${count(one.high)}`}{one.open && " or more"}</strong>
          {" "}{one.side ? `on the side of ${sideName(one.side)}, ` : ""}{READINGS[one.by] ?? `by ${sideName(one.by)}`} {READINGS[one.by] && <span class="hint">{one.rule}</span>}</li>
      ))}
    </ul>
  );
}

function Chart({ kind, figures, onClaim }: { kind: string; figures: Figure[]; onClaim: (claim: string) => void }) {
  const [all, showAll] = useState(false);
  const once = [...new Map(figures.map((one) => [`${one.source} ${one.low} ${one.high} ${one.counts} ${one.published}`, one])).values()];
  const sorted = once.sort((a, b) => (a.published ?? "9999").localeCompare(b.published ?? "9999") || a.source.localeCompare(b.source));
  const told = all ? sorted : sorted.slice(0, SHOWN);
  const most = Math.max(1, ...sorted.map((one) => one.high ?? one.low ?? 0));
  const x = scaleSymlog().domain([0, most]).range([NAMES, WIDTH - 24]);
  const height = TOP + told.length * ROW + 6;
  return (
    <div class="chart-scroll" tabIndex={0} role="group" aria-label={`${kind} as each source tells it`}>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} role="img" aria-label={`Intervals of ${kind} by source; the table below says the same in words`}>
        {ticks(most).map((tick) => (
          <g key={tick} transform={`translate(${x(tick)} 0)`}><line y1={TOP - 6} y2={height} class="grid" /><text y={14} text-anchor="middle" class="tick">{count(tick)}</text></g>
        ))}
        {told.map((one, at) => <Interval key={`${one.claim} ${at}`} figure={one} at={at} x={x} />)}
      </svg>
      <table class="toll-words">
        <caption class="visually-hidden">{kind}, by source</caption>
        <thead><tr><th>Source</th><th>Published</th><th>Says</th><th>Counted as</th></tr></thead>
        <tbody>{told.map((one, at) => (
          <tr key={`${one.claim} ${at}`}><td>{one.source}</td><td>{day(one.published) || "no date"}</td>
            <td><button type="button" class="plain" onClick={() => onClaim(one.claim)}>{bounds(one.low, one.high)}{one.who && ` ${one.who}`}</button></td>
            <td>{COUNTS[one.counts]}{one.side && `, on the side of ${sideName(one.side)}`}</td></tr>
        ))}</tbody>
      </table>
      {sorted.length > SHOWN && <button type="button" aria-expanded={all} onClick={() => showAll(!all)}>{all ? "Show fewer" : `Show all ${count(sorted.length)} figures`}</button>}
    </div>
  );
}

const ticks = (most: number): number[] => [0, 1, 10, 100, 1_000, 10_000, 100_000].filter((one) => one < most * 0.7).concat(most);

function Interval({ figure, at, x }: { figure: Figure; at: number; x: (value: number) => number }) {
  const y = TOP + at * ROW + ROW / 2;
  const low = x(figure.low ?? 0);
  const high = x(figure.high ?? figure.low ?? 0);
  const name = figure.source.length > 26 ? `${figure.source.slice(0, 25)}…` : figure.source;
  return (
    <g class={figure.counts === "whole" ? undefined : "partial"}>
      <text x={NAMES - 10} y={y + 4} text-anchor="end" class="name">{name}</text>
      <line x1={low} x2={Math.max(high, low + 1)} y1={y} y2={y} class="interval" />
      <circle cx={low} cy={y} r={4} class={figure.low == null ? "open-end" : "end"} />
      {figure.high == null ? <path d={`M${low + 6} ${y - 5} l8 5 l-8 5`} class="open-arrow" /> : <circle cx={high} cy={y} r={4} class="end" />}
      <title>{`${figure.source}: ${bounds(figure.low, figure.high)} ${figure.kind}, counted as ${figure.counts}`}</title>
    </g>
  );
}
