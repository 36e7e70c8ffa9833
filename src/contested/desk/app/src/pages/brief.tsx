import "../style/tables.css";
import { useEffect, useRef } from "preact/hooks";
import { api } from "../api/client";
import { useApi } from "../api/use";
import { derived } from "../shell/status";
import { Trouble, Waiting } from "../shell/trouble";
import { useSelection, useTitle } from "../shell/use-selection";

/** The brief of some days and a place, as a page to print. */
export function BriefPage() {
  useTitle("Brief");
  const [selection, change] = useSelection();
  const { since, until, place, as_of } = selection;
  const query = { ...(since && { since }), ...(until && { until }), ...(place && { place }), ...(as_of && { as_of }) };
  const got = useApi(`${JSON.stringify(query)} ${derived.value}`, (signal) => api.GET("/api/brief", { params: { query }, signal }));
  const day = (name: "since" | "until", label: string) => (
    <label>{label} <input type="date" value={selection[name] ?? ""} onChange={(event) => change({ [name]: event.currentTarget.value || null })} /></label>
  );
  return (
    <div class="page wide">
      <div class="row"><h1>Brief</h1>{day("since", "From")}{day("until", "to")}
        <label>Place <input value={place} onChange={(event) => change({ place: event.currentTarget.value.trim() })} /></label>
        <button type="button" disabled={!got.data} onClick={() => window.print()}>Print</button></div>
      {got.problem && <Trouble problem={got.problem} retry={got.retry} />}
      {got.loading && !got.data && <Waiting>Writing the brief…</Waiting>}
      {got.data && <Sheet html={got.data.html} />}
    </div>
  );
}

/** The brief's own elements without its head: the page's content policy lets nothing in it run or load. */
function Sheet({ html }: { html: string }) {
  const sheet = useRef<HTMLElement>(null);
  useEffect(() => {
    const body = new DOMParser().parseFromString(html, "text/html").body;
    sheet.current?.replaceChildren(...body.childNodes);
  }, [html]);
  return <article ref={sheet} class="panel brief-sheet" />;
}
