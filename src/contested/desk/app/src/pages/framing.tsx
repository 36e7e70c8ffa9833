import "../style/tables.css";
import { useKey, useTitle } from "../shell/use-selection";
import { TableView } from "../tables/table";

const VIEWS = [
  { name: "framing", label: "Names", caption: "Which outlet calls whom what" },
  { name: "words", label: "Loaded words", caption: "Words that take a side, by outlet, with the neutral term of the field" },
  { name: "sources", label: "Sources", caption: "What each source tells, how many roots it has, how much against its interest, how much contradicted" },
  { name: "disputes", label: "Disputes", caption: "What is contradicted, and what would settle it" },
  { name: "tolls", label: "Tolls", caption: "Tolls by place, side and week, as ranges" },
] as const;

/** Who calls whom what, and what sources are made of. */
export function FramingPage() {
  const [chosen, choose] = useKey("view");
  const view = VIEWS.find((one) => one.name === chosen) ?? VIEWS[0];
  useTitle(view.label);
  return (
    <div class="page wide">
      <h1>Framing and sources</h1>
      <div class="tabs" role="tablist" aria-label="Tables">{VIEWS.map((one) => (
        <button key={one.name} id={`tab-${one.name}`} type="button" role="tab" aria-selected={one === view} aria-controls="table" onClick={() => choose(one.name)}>{one.label}</button>
      ))}</div>
      <section class="panel table-panel" id="table" role="tabpanel" aria-labelledby={`tab-${view.name}`}><p>{view.caption}.</p><TableView key={view.name} name={view.name} caption={view.caption} /></section>
    </div>
  );
}
