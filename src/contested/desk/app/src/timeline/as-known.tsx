import { useRef, useState } from "preact/hooks";
import { day } from "../shell/format";
import type { Moment } from "../shell/moment";
import { progress } from "../shell/progress";
import { status } from "../shell/status";
import type { Change } from "../shell/use-selection";
import { daysBetween, plusDays } from "./scale";

const WAIT = 500;

/** The ledger as known on an earlier day: what was reported later is left out. */
export function AsKnown({ first: earliest, asOf, change, moment }: { first: string | undefined; asOf: string | null; change: Change; moment: Moment }) {
  const first = earliest ?? status.value?.first_day;
  const last = status.value?.last_day;
  const [held, setHeld] = useState<number | null>(null);
  const timer = useRef(0);
  if (!first || !last) return null;
  const whole = Math.max(1, daysBetween(first, last));
  const value = held ?? (asOf ? Math.max(0, Math.min(whole, daysBetween(first, asOf))) : whole);
  const chosen = plusDays(first, value);
  const ask = (next: number) => {
    setHeld(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      setHeld(null);
      change({ as_of: next >= whole ? null : plusDays(first, next) });
    }, WAIT);
  };
  const now = value >= whole && held === null && !asOf;
  return (
    <div class={`as-known${asOf ? " earlier" : ""}`}>
      <label><span>As known on <strong>{now ? "now" : day(chosen)}</strong></span>
        <input type="range" min={0} max={whole} step={1} value={value} aria-valuetext={now ? "now" : day(chosen)} onInput={(event) => ask(event.currentTarget.valueAsNumber)} />
      </label>
      {asOf && <button type="button" onClick={() => change({ as_of: null })}>Back to now</button>}
      {asOf && !moment.ready && !moment.problem && <span role="status" class="soft"><span class="spinner" aria-hidden="true" /> {moment.state ? progress(moment.state) : "asking"}…</span>}
      {moment.problem && <span role="alert">{moment.problem.subject} {moment.problem.problem} <button type="button" onClick={moment.retry}>Try again</button></span>}
    </div>
  );
}
