import { useCallback, useEffect, useState } from "preact/hooks";
import { MapPanel } from "../map/map-panel";
import { Chips, learnNames } from "../overview/chips";
import { Filters } from "../overview/filters";
import { List } from "../overview/list";
import { Shelf } from "../overview/shelf";
import { useAllTime, useOverview, type Overview as Bins, type View } from "../overview/use-overview";
import { SORTS, useRows, type Row, type Sort } from "../overview/use-rows";
import { Dialog } from "../shell/dialog";
import { count } from "../shell/format";
import { useMoment } from "../shell/moment";
import { conditions, EVERYTHING } from "../shell/selection";
import { useShortcuts } from "../shell/shortcuts";
import { Trouble } from "../shell/trouble";
import { useKey, useSelection, useTitle } from "../shell/use-selection";
import { AsKnown } from "../timeline/as-known";
import { strays } from "../timeline/scale";
import { Timeline } from "../timeline/timeline";

const firstCore = (all: Bins | undefined): string | undefined => strays(all?.bins ?? []).core[0]?.start;
const TABS = ["map", "timeline", "list"] as const;

/** Map, timeline and list of a selection, with what to filter by. */
export function Overview() {
  useTitle("Overview");
  const [selection, change] = useSelection();
  const [sortKey, setSort] = useKey("sort");
  const [tab, setTab] = useKey("tab");
  const [view, setView] = useState<View | null>(null);
  const [hovered, setHovered] = useState<Row | null>(null);
  const [drawer, setDrawer] = useState(false);
  const moment = useMoment(selection.as_of);
  const sort = SORTS.find((one) => one === sortKey) ?? "reports";
  const { data: overview, problem, loading, retry } = useOverview(selection, view, moment.ready);
  const all = useAllTime(selection, overview, moment.ready);
  const rows = useRows(selection, sort, moment.ready);
  const asked = conditions(selection);
  const clear = useCallback(() => change({ ...EVERYTHING, as_of: selection.as_of }), [selection.as_of]);
  const order = useCallback((one: Sort) => setSort(one === "reports" ? "" : one), []);
  useEffect(() => learnNames(overview), [overview]);
  useShortcuts([{ name: "clear-all", key: "x", description: "Clear all conditions", group: "Overview", handler: clear }]);
  const filters = <Filters selection={selection} change={change} facets={overview?.facets} />;
  const shown = TABS.find((one) => one === tab) ?? "map";
  return (
    <div class={`overview show-${shown}`} aria-busy={loading}>
      <h1 class="visually-hidden">Overview</h1>
      <div class="strip">
        <button type="button" class="narrow" onClick={() => setDrawer(true)}>Filters{asked > 0 && ` (${asked})`}</button>
        <span class="total" role="status">{overview && <><strong>{count(overview.total)}</strong> of {count(overview.everything)} incidents</>}</span>
        <Chips selection={selection} change={change} />
        <AsKnown first={firstCore(all)} asOf={selection.as_of} change={change} moment={moment} />
        {problem && <Trouble problem={problem} retry={retry} />}
      </div>
      <div class="panes narrow" role="group" aria-label="What to show">
        {TABS.map((one) => <button key={one} type="button" aria-pressed={shown === one} onClick={() => setTab(one)}>{one}</button>)}
      </div>
      <aside class="filters" aria-label="Filters"><h2 class="visually-hidden">Filters</h2>{filters}</aside>
      <div class="map-panel panel">
        <MapPanel overview={overview} selection={selection} change={change} onView={setView} hovered={hovered} />
        <Shelf selection={selection} change={change} ready={moment.ready && overview !== undefined} />
      </div>
      <Timeline selection={selection} change={change} all={all} overview={overview} />
      <List rows={rows} sort={sort} onSort={order} onHover={setHovered} onClear={asked ? clear : null} />
      {drawer && <Dialog title="Filters" kind="drawer" onClose={() => setDrawer(false)}>{filters}</Dialog>}
    </div>
  );
}
