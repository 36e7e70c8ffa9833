import { useEffect, useMemo, useRef } from "preact/hooks";
import { api, type Shapes } from "../api/client";
import { useApi, type Answer } from "../api/use";
import { asQuery, serialise, type Selection } from "../shell/selection";
import { derived } from "../shell/status";

export type Overview = Shapes["Overview"];
export type Bin = Shapes["Bin"];
/** What the map shows: west,south,east,north and the whole zoom; null before there is a map. */
export interface View {
  box: string;
  zoom: number;
}

const WAIT = 60;
// Fine enough to find where the incidents lie before there is a map.
const FIRST_ZOOM = 5;

/** Everything of a selection in one request; the answer before stays until the next is here. */
export function useOverview(selection: Selection, view: View | null, ready: boolean): Answer<Overview> {
  const query = serialise(selection);
  const key = ready ? `${query} ${view?.box} ${view?.zoom} ${derived.value}` : null;
  return useApi(key, (signal) => api.GET("/api/overview", {
    params: { query: { ...asQuery(selection), ...(view ? { view: view.box, zoom: view.zoom } : { zoom: FIRST_ZOOM }) } }, signal,
  }), WAIT, true);
}

/**
 * The bins of all time, on which a stretch is brushed: those of the same selection without its days.
 * They cost a request only where a page is opened with days in its address or another condition changes.
 */
export function useAllTime(selection: Selection, overview: Overview | undefined, ready: boolean): Overview | undefined {
  const open = useMemo(() => ({ ...selection, since: null, until: null }), [serialise(selection)]);
  const query = `${serialise(open)} ${derived.value}`;
  const brushed = selection.since !== null || selection.until !== null;
  const last = useRef<{ query: string; overview: Overview } | null>(null);
  useEffect(() => {
    if (!brushed && overview) last.current = { query, overview };
  }, [overview]);
  const known = last.current?.query === query;
  const asked = useApi(brushed && ready && !known ? query : null,
    (signal) => api.GET("/api/overview", { params: { query: { ...asQuery(open), zoom: 0 } }, signal }), WAIT);
  if (!brushed) return overview;
  return known ? last.current?.overview : (asked.data ?? overview);
}
