import type { FeatureCollection } from "geojson";
import { memo } from "preact/compat";
import { useEffect, useRef, useState } from "preact/hooks";
import { useLocation } from "wouter-preact";
import { api } from "../api/client";
import { useApi } from "../api/use";
import type { Overview, View } from "../overview/use-overview";
import type { Row } from "../overview/use-rows";
import type { Selection } from "../shell/selection";
import { served } from "../shell/status";
import { dark } from "../shell/theme";
import { Waiting } from "../shell/trouble";
import { useAddress, useKey, type Change } from "../shell/use-selection";
import { areas, boundsOf, boxRing, boxText, points, viewOf, type Cell } from "./cells";
import type { At, Drawn } from "./draw";
import { Legend } from "./legend";
import { Popup } from "./popup";

export interface MapAsked {
  overview: Overview | undefined;
  selection: Selection;
  change: Change;
  onView: (view: View | null) => void;
  hovered: Row | null;
}

const NONE: FeatureCollection = { type: "FeatureCollection", features: [] };
/** From here on a shared circle is one town, which zooming in would not take apart. */
const TOWN_ZOOM = 10;
const AROUND = 0.01;

function parsed(at: string): At | null {
  const [lat, lon, zoom] = at.split(",").map(Number);
  return [lat, lon, zoom].every((one) => one !== undefined && Number.isFinite(one)) && at ? [lat, lon, zoom] as At : null;
}

const point = (lon: number, lat: number): FeatureCollection => ({
  type: "FeatureCollection", features: [{ type: "Feature", geometry: { type: "Point", coordinates: [lon, lat] }, properties: {} }],
});

/** Whether this browser can draw the map at all. */
function drawable(): boolean {
  try {
    return document.createElement("canvas").getContext("webgl2") !== null;
  } catch {
    return false;
  }
}

/** What the map's listeners need of the newest drawing of the panel. */
interface Now {
  cells: Cell[];
  choose: (cell: Cell) => void;
  change: Change;
  onView: (view: View | null) => void;
  setAt: (at: string) => void;
  setOver: (at: number | null) => void;
  redraw: () => void;
}

function useDrawn(started: boolean, first: string, cells: Cell[], now: { current: Now }) {
  const holder = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const [failed, setFailed] = useState("");
  const [trouble, setTrouble] = useState("");
  const [credit, setCredit] = useState("");
  useEffect(() => {
    if (!started) return;
    if (!drawable()) return setFailed("This browser cannot draw the map (it offers no WebGL).");
    let ended = false;
    let made: Drawn | null = null;
    const make = async () => {
      const { Drawn } = await import("./draw");
      if (ended || !holder.current) return;
      const at = parsed(first);
      made = new Drawn(holder.current, dark.peek(), at, {
        onMoved: (bounds, zoom, [lat, lon], byHand) => {
          now.current.onView(viewOf(bounds, zoom));
          if (byHand) now.current.setAt(`${lat.toFixed(3)},${lon.toFixed(3)},${zoom.toFixed(1)}`);
        },
        onMoving: () => now.current.redraw(),
        onOver: (one) => now.current.setOver(one),
        onChoose: (one) => {
          const cell = now.current.cells[one];
          if (cell) now.current.choose(cell);
        },
        onBox: (box) => now.current.change({ box }),
      });
      const bounds = at ? null : boundsOf(cells);
      if (bounds) made.fit(bounds, false);
      setDrawn(made);
      const { basemap, basemap_kind } = await served();
      if (!basemap || ended) return;
      const { addBasemap } = await import("./basemap");
      await made.ready;
      if (ended) return;
      await addBasemap(made.map, basemap, basemap_kind).then(setCredit,
        () => setTrouble("The basemap could not be read; the map shows its own shapes."));
    };
    // List and timeline are painted first.
    const timer = setTimeout(() => void make().catch(() => setFailed("The map could not be loaded.")), 30);
    return () => {
      ended = true;
      clearTimeout(timer);
      made?.end();
    };
  }, [started]);
  return { holder, drawn, failed, trouble, credit };
}

/** Keep colours, the box and the marked row of the drawn map as they are on the page. */
function useLayers(drawn: Drawn | null, selection: Selection, hovered: Row | null): void {
  useEffect(() => drawn?.paint(dark.value), [drawn, dark.value]);
  useEffect(() => {
    const ring = selection.box ? boxRing(selection.box) : null;
    drawn?.set("box", ring ? { type: "FeatureCollection", features: [{ type: "Feature", geometry: { type: "LineString", coordinates: ring }, properties: {} }] } : NONE);
  }, [drawn, selection.box]);
  useEffect(() => {
    drawn?.set("marked", hovered?.lat != null && hovered.lon != null ? point(hovered.lon, hovered.lat) : NONE);
  }, [drawn, hovered]);
}

/** Write the names of the most populous places of the view. */
function useLabels(drawn: Drawn | null, view: View | null): void {
  const labels = useApi(drawn && view ? view.box : null, (signal) => api.GET("/api/labels", {
    params: { query: { box: view?.box ?? "", most: 60 } }, signal,
  }), 150).data;
  useEffect(() => {
    if (labels) drawn?.set("labels", { type: "FeatureCollection", features: labels.rows.map((one, rank) => ({
      type: "Feature", geometry: { type: "Point", coordinates: [one.lon, one.lat] }, properties: { name: one.name, rank },
    })) });
  }, [drawn, labels]);
}

/** The map, loaded once list and timeline are shown; made once, whatever is selected. */
export const MapPanel = memo(function MapPanel({ overview, selection, change, onView, hovered }: MapAsked) {
  const [at, setAt] = useKey("at");
  const [, go] = useLocation();
  const address = useAddress();
  const [over, setOver] = useState<number | null>(null);
  const [, draw] = useState(0);
  const [view, setView] = useState<View | null>(null);
  const fitting = useRef(false);
  const ownAt = useRef(at);
  const cells = overview?.cells ?? [];
  const now = useRef<Now>(null as unknown as Now);
  const choose = (cell: Cell) => {
    if (cell.id !== null) return go(address(`/incident/${encodeURIComponent(cell.id)}`));
    if (view && view.zoom >= TOWN_ZOOM) {
      return change({ box: boxText([cell.lon - AROUND, cell.lat - AROUND, cell.lon + AROUND, cell.lat + AROUND]) });
    }
    drawn?.closer(cell.lon, cell.lat);
  };
  now.current = {
    cells, choose, change, setOver,
    onView: (next) => { setView(next); onView(next); },
    setAt: (next) => { ownAt.current = next; setAt(next); },
    redraw: () => (over !== null || hovered) && draw((before) => before + 1),
  };
  const { holder, drawn, failed, trouble, credit } = useDrawn(overview !== undefined, at, cells, now);

  useEffect(() => {
    drawn?.set("cells", points(cells));
    drawn?.set("areas", areas(cells));
    setOver(null);
    const bounds = fitting.current && !view ? boundsOf(cells) : null;
    if (!bounds) return;
    fitting.current = false;
    drawn?.fit(bounds, true);
  }, [drawn, overview]);
  useLayers(drawn, selection, hovered);
  useLabels(drawn, view);
  useEffect(() => {
    // Back and forward, or an address that was pasted.
    const asked = parsed(at);
    if (drawn && asked && at !== ownAt.current) drawn.goTo(asked);
    ownAt.current = at;
  }, [drawn, at]);

  const fit = () => {
    fitting.current = true;
    now.current.onView(null);
    if (!view) drawn?.fit(boundsOf(cells) ?? [-180, -60, 180, 75], true);
  };
  const cell = over === null ? undefined : cells[over];
  const spot = cell && drawn?.map.project([cell.lon, cell.lat]);
  return (
    <section class="map" aria-label="Map">
      {failed && <div class="empty"><p>{failed}</p><p>The list and the shelf have everything that the map would show.</p></div>}
      {!drawn && !failed && <Waiting>Loading the map…</Waiting>}
      <div class="map-holder" ref={holder} />
      {drawn && <>
        <div class="map-tools">
          <button type="button" onClick={fit}>Show all</button>
          <button type="button" title="Select what the map shows; shift and drag selects a box" onClick={() => change({ box: boxText(drawn.bounds()) })}>Only this view</button>
          {selection.box && <button type="button" onClick={() => change({ box: null })}>Drop the box</button>}
        </div>
        {trouble && <p class="map-trouble" role="status">{trouble}</p>}
        {credit && <p class="map-credit soft">{credit}</p>}
        <Legend />
        {cell && spot && <Popup cell={cell} x={spot.x} y={spot.y} asOf={selection.as_of} />}
      </>}
    </section>
  );
});
