import { memo } from "preact/compat";
import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Bin, Overview } from "../overview/use-overview";
import { count, day, many } from "../shell/format";
import type { Selection } from "../shell/selection";
import type { Change } from "../shell/use-selection";
import { Bars } from "./bars";
import { daysBetween, lastDay, moment, plusDays, scalesOf, strays, type Unit } from "./scale";
import { useBrush, type Grip } from "./use-brush";

const AXIS = 18;
const PLAIN = 94;
const SMALL = 30;
// Where the timeline has the window to itself.
const TALL = 240;

/** The width of an element as it is now. */
export function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    setWidth(element.clientWidth);
    const watch = new ResizeObserver(() => setWidth(element.clientWidth));
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [ref, width] as const;
}

interface Asked {
  selection: Selection;
  change: Change;
  /** Bins of all time and of the brushed days alone; the same where nothing is brushed. */
  all: Overview | undefined;
  overview: Overview | undefined;
}

/** Incidents over time: drag to choose days; the ends of the choice can be moved by hand and by arrow keys. */
export const Timeline = memo(function Timeline({ selection, change, all, overview }: Asked) {
  const [ref, width] = useWidth();
  const brushed = selection.since !== null || selection.until !== null;
  const { before, core, after } = strays(all?.bins ?? []);
  const narrow = window.matchMedia("(max-width: 50rem)").matches;
  const split = brushed && overview && all && overview !== all && overview.bins.length > 0;
  return (
    <section class="timeline panel" aria-label="Timeline">
      <header class="timeline-head">
        <h2>Time</h2>
        <span class="timeline-legend"><span class="swatch" /> incidents by {all?.unit ?? "month"} <span class="swatch hatched" /> disputed among them</span>
        {overview && overview.undated > 0 && <span class="mark">and {count(overview.undated)} undated</span>}
        <Stray bins={before} what="earlier" change={change} /><Stray bins={after} what="later" change={change} />
        {brushed && <button type="button" class="quiet" onClick={() => change({ since: null, until: null })}>All time</button>}
      </header>
      <div ref={ref} class="timeline-plot">
        {width > 0 && all && all.bins.length > 0 && (
          <>
            {split && <Detail overview={overview} width={width} height={(narrow ? TALL : PLAIN) - SMALL - AXIS} change={change} />}
            <Brush selection={selection} change={change} bins={core} unit={all.unit} width={width} height={split ? SMALL : narrow ? TALL : PLAIN} />
          </>
        )}
        {all && !all.bins.length && <p class="empty">No dated incident here{overview?.undated ? `: ${many(overview.undated, "incident")} without a date` : ""}.</p>}
      </div>
    </section>
  );
});

function Detail({ overview, width, height, change }: { overview: Overview; width: number; height: number; change: Change }) {
  const scales = scalesOf(overview.bins, overview.unit, width, height);
  const choose = (event: MouseEvent) => {
    const at = scales.x.invert(event.offsetX);
    const bin = overview.bins.findLast((one) => moment(one.start) <= at);
    if (!bin || overview.unit === "day") return;
    const end = overview.unit === "week" ? plusDays(bin.start, 6) : lastDay(bin.start.slice(0, overview.unit === "month" ? 7 : 4));
    change({ since: bin.start, until: end });
  };
  return (
    <svg width={width} height={height + AXIS} class="detail" role="img" onDblClick={choose}
      aria-label={`The chosen days by ${overview.unit}: ${many(overview.total, "incident")}`}>
      <Bars bins={overview.bins} unit={overview.unit} width={width} height={height} scales={scales} />
    </svg>
  );
}

/** Incidents far off in time, as a choice beside the plot. */
function Stray({ bins, what, change }: { bins: Bin[]; what: string; change: Change }) {
  const first = bins[0];
  const last = bins.at(-1);
  if (!first || !last) return null;
  const total = bins.reduce((sum, bin) => sum + bin.incidents, 0);
  return (
    <button type="button" class="plain" title="Far off from all others, so that they are not drawn"
      onClick={() => change({ since: first.start, until: lastDay(last.start.slice(0, 4)) })}>{count(total)} {what} ({day(first.start.slice(0, 4))}{first !== last && `–${day(last.start.slice(0, 4))}`})</button>
  );
}

interface BrushAsked {
  selection: Selection;
  change: Change;
  bins: readonly Bin[];
  unit: Unit;
  width: number;
  height: number;
}

function Brush({ selection, change, bins, unit, width, height }: BrushAsked) {
  const svg = useRef<SVGSVGElement>(null);
  const scales = scalesOf(bins, unit, width, height);
  const { from, to, x } = scales;
  const { stretch, begin, follow, end, nudge } = useBrush({ since: selection.since, until: selection.until, from, to, change });
  const at = (event: PointerEvent) => x.invert(Math.max(0, Math.min(width, event.clientX - (svg.current?.getBoundingClientRect().left ?? 0))));
  const down = (grip: Grip) => (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.stopPropagation();
    svg.current?.setPointerCapture(event.pointerId);
    begin(grip, at(event));
  };
  const left = stretch ? Math.max(0, x(moment(stretch[0]))) : 0;
  const right = stretch ? Math.min(width, x(moment(plusDays(stretch[1], 1)))) : width;
  const handle = (which: "since" | "until", where: number) => (
    <g class="handle" role="slider" tabindex={0} aria-label={which === "since" ? "First day" : "Last day"} aria-valuemin={0}
      aria-valuemax={daysBetween(from, to)} aria-valuenow={daysBetween(from, (stretch ?? [from, to])[which === "since" ? 0 : 1])}
      aria-valuetext={day((stretch ?? [from, to])[which === "since" ? 0 : 1])} onPointerDown={down(stretch ? which : "new")}
      onKeyDown={(event) => {
        const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageUp: 30, PageDown: -30, Home: -1e5, End: 1e5 }[event.key];
        if (step === undefined) return;
        event.preventDefault();
        nudge(which, step * (event.shiftKey ? 7 : 1));
      }}>
      <rect x={where - 11} width="22" height={height} class="handle-target" />
      <rect x={where - 2.5} width="5" height={height} rx="2.5" class="handle-bar" />
    </g>
  );
  return (
    <svg ref={svg} width={width} height={height + AXIS} class={`brush${stretch ? " brushed" : ""}`} role="group" aria-label="Incidents over time; two sliders choose days"
      onPointerDown={down("new")} onPointerMove={(event) => follow(at(event))} onPointerUp={end} onPointerCancel={end}>
      <rect width={width} height={height + AXIS} class="brush-ground" />
      <Bars bins={bins} unit={unit} width={width} height={height} scales={scales} />
      {stretch && <>
        <rect width={left} height={height} class="shade" /><rect x={right} width={Math.max(0, width - right)} height={height} class="shade" />
        <rect x={left} width={Math.max(1, right - left)} height={height} class="chosen" onPointerDown={down("move")} />
      </>}
      {handle("since", left)}{handle("until", right)}
    </svg>
  );
}
