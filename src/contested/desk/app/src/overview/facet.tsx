import { useRef, useState } from "preact/hooks";
import type { Shapes } from "../api/client";
import { count } from "../shell/format";
import { toggled, type ListField } from "../shell/selection";
import { named } from "./chips";

const FEW = 7;

interface Asked {
  title: string;
  field: ListField;
  counts: Shapes["Count"][];
  chosen: readonly string[];
  onChange: (values: string[]) => void;
  open?: boolean;
}

/** The values of one field with how many incidents each has; several chosen are alternatives. */
export function Facet({ title, field, counts, chosen, onChange, open = false }: Asked) {
  const [all, setAll] = useState(false);
  const [filter, setFilter] = useState("");
  // What was there before something was chosen stays to be chosen too, since values are alternatives.
  const before = useRef<readonly string[]>([]);
  if (!chosen.length) before.current = counts.map((one) => one.id);
  const here = new Set(counts.map((one) => one.id));
  const others = [...new Set([...chosen, ...before.current])].filter((id) => !here.has(id)).map((id) => ({ id, incidents: null }));
  const values = [...counts, ...others];
  const matching = values.filter((one) => named(field, one.id).toLowerCase().includes(filter.toLowerCase()));
  const shown = all || filter ? matching : matching.filter((one, at) => at < FEW || chosen.includes(one.id));
  return (
    <details class="facet" open={open || chosen.length > 0}>
      <summary>{title}{chosen.length > 0 && <span class="mark">{chosen.length}</span>}</summary>
      {values.length > FEW + 3 && <input type="search" aria-label={`Find in: ${title}`} placeholder="Find…" value={filter}
        onInput={(event) => setFilter(event.currentTarget.value)} />}
      <ul>
        {shown.map(({ id, incidents }) => (
          <li key={id}><label class="check">
            <input type="checkbox" checked={chosen.includes(id)} onChange={() => onChange(toggled(chosen, id))} />
            <span class="facet-name">{field === "family" && <span class={`dot ${id}`} aria-hidden="true" />}{named(field, id)}</span>
            <span class="facet-count">{incidents === null ? "" : count(incidents)}</span>
          </label></li>
        ))}
      </ul>
      {!shown.length && <p class="hint">None here.</p>}
      {!all && !filter && matching.length > shown.length && <button type="button" class="plain hint" onClick={() => setAll(true)}>{count(matching.length - shown.length)} more</button>}
    </details>
  );
}
