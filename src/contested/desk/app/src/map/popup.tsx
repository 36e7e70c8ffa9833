import { api, type Shapes } from "../api/client";
import { useApi } from "../api/use";
import { backing, cellToll, FAMILIES } from "../overview/words";
import { count, many } from "../shell/format";
import type { Cell } from "./cells";

const DWELL = 120;
/** Nearer to the map's upper edge than this, there is no room above. */
const HIGH = 130;

function told(incident: Shapes["Incident"]): string {
  const outlets = new Set(incident.tellers.map((teller) => teller.outlet).filter(Boolean));
  return backing({ reports: incident.tellers.length, outlets: outlets.size, roots: incident.roots.length });
}

/** What a circle stands for: the range told, who backs it, what is disputed; never one bare number. */
export function Popup({ cell, x, y, asOf }: { cell: Cell; x: number; y: number; asOf: string | null }) {
  const { data } = useApi(cell.id, (signal) => api.GET("/api/incidents/{id}", {
    params: { path: { id: cell.id ?? "" }, query: asOf ? { as_of: asOf } : {} }, signal,
  }), DWELL);
  const page = data?.incident.id === cell.id ? data : undefined;
  return (
    <div class={`popup${y < HIGH ? " below" : ""}`} role="tooltip" style={{ left: `clamp(9rem, ${x}px, calc(100% - 9rem))`, top: `${y}px` }}>
      {cell.id === null ? (
        <>
          <strong>{many(cell.incidents, "incident")} near {cell.name}</strong>
          <span>{cell.high === null ? cellToll(cell) : `added up, ${cellToll(cell)}`}</span>
          <span class="soft">mostly: {FAMILIES[cell.family]}</span>
        </>
      ) : (
        <>
          <strong>{cell.name}</strong>
          <span>{cellToll(cell)}</span>
          {page && <span class="soft">{told(page.incident)}</span>}
          {cell.km > 0 && <span class="soft">place known only to about {count(cell.km)} km</span>}
        </>
      )}
      {cell.disputed > 0 && <span class="disputed">{cell.id === null ? `${count(cell.disputed)} disputed` : "disputed"}</span>}
    </div>
  );
}
