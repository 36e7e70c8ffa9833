import { memo } from "preact/compat";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Shapes } from "../api/client";
import { share } from "../shell/format";
import { toggled, type Selection } from "../shell/selection";
import { status } from "../shell/status";
import type { Change } from "../shell/use-selection";
import { named } from "./chips";
import { Facet } from "./facet";
import { REVIEWED } from "./words";

interface Asked {
  selection: Selection;
  change: Change;
  facets: Shapes["Facets"] | undefined;
}

/** Text that is sent on when typing pauses; what was typed is never overwritten under the hand. */
function Typed({ label, value, onChange, list }: { label: string; value: string; onChange: (value: string) => void; list?: string }) {
  const [text, setText] = useState(value);
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef(0);
  useEffect(() => {
    if (document.activeElement !== input.current || !value) setText(value);
  }, [value]);
  const typed = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = window.setTimeout(() => onChange(next.trim()), 300);
  };
  return <label class="field">{label}<input ref={input} value={text} list={list} maxLength={200} onInput={(event) => typed(event.currentTarget.value)} /></label>;
}

function Least({ label, value, onChange }: { label: string; value: number; onChange: (value: number) => void }) {
  return (
    <label class="field least">{label}
      <input type="number" min={1} step={1} value={value} onChange={(event) => onChange(Math.max(1, Math.floor(event.currentTarget.valueAsNumber) || 1))} />
    </label>
  );
}

/** A day in a date field; a year or month of the address is shown as its first or last day. */
function wholeDay(text: string | null, last: boolean): string {
  if (!text || text.length === 10) return text ?? "";
  if (!last) return `${text}-01-01`.slice(0, text.length === 4 ? 10 : 7).concat(text.length === 7 ? "-01" : "");
  const [year = 0, month = 12] = text.split("-").map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}

function Times({ selection, change }: Pick<Asked, "selection" | "change">) {
  const { first_day: first, last_day: last } = status.value ?? { first_day: null, last_day: null };
  const limits = { min: first ?? undefined, max: last ?? undefined };
  return (
    <fieldset class="pair">
      <legend class="visually-hidden">Days</legend>
      <label class="field">From<input type="date" {...limits} value={wholeDay(selection.since, false)} onChange={(event) => change({ since: event.currentTarget.value || null })} /></label>
      <label class="field">To<input type="date" {...limits} value={wholeDay(selection.until, true)} onChange={(event) => change({ until: event.currentTarget.value || null })} /></label>
    </fieldset>
  );
}

/** Everything to filter incidents by, with how many incidents each value has. */
export const Filters = memo(function Filters({ selection, change, facets }: Asked) {
  const places = useId();
  const sure = useRef(0);
  return (
    <div class="filter-fields">
      <Times selection={selection} change={change} />
      <Typed label="Place" value={selection.place ? named("place", selection.place) : ""} list={places} onChange={(place) => {
        const found = facets?.places.find((one) => one.name === place);
        change({ place: found?.id ?? place }, "replace");
      }} />
      <datalist id={places}>{facets?.places.map((one) => <option key={one.id} value={one.name} />)}</datalist>
      <label class="check"><input type="checkbox" checked={selection.disputed} onChange={(event) => change({ disputed: event.currentTarget.checked })} />Only disputed</label>
      <Facet title="Kind" field="family" counts={facets?.families ?? []} chosen={selection.family} onChange={(family) => change({ family })} open />
      <Facet title="Event" field="event" counts={facets?.events ?? []} chosen={selection.event} onChange={(event) => change({ event })} />
      <Facet title="Actor" field="actor" counts={facets?.actors ?? []} chosen={selection.actor} onChange={(actor) => change({ actor })} />
      <Facet title="Outlet" field="outlet" counts={facets?.outlets ?? []} chosen={selection.outlet} onChange={(outlet) => change({ outlet })} />
      <Facet title="Side of the outlet" field="side" counts={facets?.sides ?? []} chosen={selection.side} onChange={(side) => change({ side })} />
      <fieldset class="facet-like"><legend>Reviewed</legend>
        {(Object.keys(REVIEWED) as (keyof typeof REVIEWED)[]).map((one) => (
          <label key={one} class="check"><input type="checkbox" checked={selection.reviewed.includes(one)}
            onChange={() => change({ reviewed: toggled(selection.reviewed, one) as Selection["reviewed"] })} />{REVIEWED[one]}</label>
        ))}
      </fieldset>
      <fieldset class="pair"><legend class="visually-hidden">Backing</legend>
        <Least label="Least reports" value={selection.reports} onChange={(reports) => change({ reports })} />
        <Least label="Least roots" value={selection.roots} onChange={(roots) => change({ roots })} />
      </fieldset>
      <label class="field">Least confidence: {share(selection.sure)}
        <input type="range" min={0} max={1} step={0.05} value={selection.sure} onInput={(event) => {
          const value = event.currentTarget.valueAsNumber;
          clearTimeout(sure.current);
          sure.current = window.setTimeout(() => change({ sure: value }, "replace"), 70);
        }} />
      </label>
    </div>
  );
});
