import { memo } from "preact/compat";
import { api } from "../api/client";
import { useApi } from "../api/use";
import { count } from "../shell/format";
import { asQuery, serialise, type Selection } from "../shell/selection";
import { derived } from "../shell/status";
import { Trouble, Waiting } from "../shell/trouble";
import type { Change } from "../shell/use-selection";

const WAIT = 250;
const MOST = 100;

/** Places that no gazetteer knows: they have no pin, so they stand here; a choice filters by the name. */
export const Shelf = memo(function Shelf({ selection, change, ready }: { selection: Selection; change: Change; ready: boolean }) {
  const key = ready ? `${serialise(selection)} ${derived.value}` : null;
  const { data, problem, retry } = useApi(key, (signal) => api.GET("/api/shelf", { params: { query: asQuery(selection) }, signal }), WAIT);
  return (
    <section class="shelf" aria-label="Unresolved places">
      <h2>Not on the map <span class="soft">{data && count(data.total)}</span></h2>
      <p class="hint">Places named in reports that no gazetteer resolves.</p>
      {problem && <Trouble problem={problem} retry={retry} />}
      {!data && !problem && <Waiting />}
      {data && !data.total && <p class="hint">Every place named here has its place on the map.</p>}
      <ul>
        {data?.rows.slice(0, MOST).map((one) => (
          <li key={`${one.name} ${one.region}`}><button type="button" class="shelf-row" aria-pressed={selection.place === one.name}
            onClick={() => change({ place: selection.place === one.name ? "" : one.name })}>
            <span>~ {one.name}{one.region && <span class="soft"> · {one.region}</span>}</span><span class="facet-count">{count(one.incidents)}</span>
          </button></li>
        ))}
      </ul>
      {data && data.total > MOST && <p class="hint">And {count(data.total - MOST)} more: search for a name to see them.</p>}
    </section>
  );
});
