import { memo } from "preact/compat";
import { useEffect, useRef, useState } from "preact/hooks";
import { Virtualizer, type VirtualizerHandle } from "virtua";
import { Link, useLocation } from "wouter-preact";
import { count, share } from "../shell/format";
import { useShortcuts } from "../shell/shortcuts";
import { Trouble, Waiting } from "../shell/trouble";
import { useAddress } from "../shell/use-selection";
import { SORTS, type Row, type Rows, type Sort } from "./use-rows";
import { backing, DISPUTED, FAMILIES, plain, REVIEWED, toll, when, where } from "./words";

const GROUP = "Overview";
const ROW_HEIGHT = 84;
const SORT_NAMES: Record<Sort, string> = {
  reports: "most reports", newest: "newest first", oldest: "oldest first", killed: "most killed", disputed: "most disputed",
};

function Body({ row }: { row: Row }) {
  const harm = toll(row);
  return (
    <>
      <span class="row-top"><span class="row-when">{when(row)}</span>
        {row.reviewed !== "none" && <span class={`mark ${row.reviewed}`}>{row.reviewed === "all" ? "✓ " : ""}{REVIEWED[row.reviewed]}</span>}
      </span>
      <span class="row-what"><span class={`dot ${row.family}`} title={FAMILIES[row.family]} aria-hidden="true" />
        <strong>{plain(row.event)}</strong> <span class={row.resolved ? "" : "unresolved"}>{where(row)}</span></span>
      <span class="row-harm">{harm || <span class="soft">no toll told</span>}
        {row.contradictions.length > 0 && <span class="disputed">disputed: {row.contradictions.map((kind) => DISPUTED[kind]).join(", ")}</span>}</span>
      <span class="row-backing soft">{backing(row)}{row.actors.length > 0 && ` · ${row.actors.slice(0, 3).join(", ")}`}
        <span class="visually-hidden">, confidence {share(row.confidence)}</span></span>
    </>
  );
}

interface ItemAsked {
  row: Row | undefined;
  index: number;
  total: number;
  current: boolean;
  query: string;
  onFocus: (index: number) => void;
  onHover: (row: Row | null) => void;
}

/** A line of the list; drawn anew only when something of it has changed. */
const Item = memo(function Item({ row, index, total, current, query, onFocus, onHover }: ItemAsked) {
  const reach = { "data-at": index, tabIndex: current ? 0 : -1 };
  return (
    <div role="listitem" aria-setsize={total} aria-posinset={index + 1} class="list-item">
      {row ? <Link href={`/incident/${encodeURIComponent(row.id)}${query}`} class="incident-row" {...reach}
        onFocus={() => { onFocus(index); onHover(row); }} onBlur={() => onHover(null)} onMouseEnter={() => onHover(row)}><Body row={row} /></Link>
        : <div class="incident-row pending" {...reach} aria-label="Loading" />}
    </div>
  );
});

interface Asked {
  rows: Rows;
  sort: Sort;
  onSort: (sort: Sort) => void;
  onHover: (row: Row | null) => void;
  onClear: (() => void) | null;
}

function useRoving(rows: Rows, handle: { current: VirtualizerHandle | null }, box: { current: HTMLElement | null }) {
  const [at, setAt] = useState(0);
  const wanted = useRef(-1);
  const moving = useRef(false);
  const [, go] = useLocation();
  const address = useAddress();
  const focus = () => {
    const found = wanted.current < 0 ? null : box.current?.querySelector<HTMLElement>(`[data-at="${wanted.current}"]`);
    if (!found) return;
    // A row on its way is replaced when it comes, so that it stays wanted until then.
    if (!found.classList.contains("pending")) wanted.current = -1;
    const here = document.activeElement;
    if (here === document.body || box.current?.contains(here) || moving.current) found.focus({ preventScroll: true });
    moving.current = false;
  };
  const move = (to: number) => {
    const next = Math.max(0, Math.min(rows.total - 1, to));
    wanted.current = next;
    moving.current = true;
    setAt(next);
    handle.current?.scrollToIndex(next, { align: "nearest" });
    focus();
  };
  // A row that was far off is there only after the next drawing.
  useEffect(focus);
  const step = (by: number) => () => move(box.current?.contains(document.activeElement) ? at + by : at);
  useShortcuts([
    { name: "list-next", key: "j", description: "Next incident of the list", group: GROUP, handler: step(1) },
    { name: "list-back", key: "k", description: "Incident before", group: GROUP, handler: step(-1) },
    { name: "list-open", key: "o", description: "Open the incident", group: GROUP, handler: () => {
      const row = rows.row(at);
      if (row) go(address(`/incident/${encodeURIComponent(row.id)}`));
    } },
  ]);
  const onKey = (event: KeyboardEvent) => {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8, Home: -at, End: rows.total - 1 - at }[event.key];
    if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    move(at + by);
  };
  return { at: Math.min(at, Math.max(0, rows.total - 1)), setAt, onKey };
}

/** Where each list was left, so that coming back from an incident finds it there. */
const left = new Map<string, { at: number; offset: number }>();

/** A new list begins at its top, a list left before goes on where it was. */
function useReturn(rows: Rows, handle: { current: VirtualizerHandle | null }, setAt: (at: number) => void) {
  useEffect(() => {
    const before = left.get(rows.key);
    handle.current?.scrollTo(before?.offset ?? 0);
    setAt(before?.at ?? 0);
  }, [rows.key]);
}

/** The incidents of the selection, by pages, however many; the equal of the map for eyes and keys that cannot use it. */
export const List = memo(function List({ rows, sort, onSort, onHover, onClear }: Asked) {
  const handle = useRef<VirtualizerHandle>(null);
  const box = useRef<HTMLDivElement>(null);
  const query = useAddress()("");
  const { at, setAt, onKey } = useRoving(rows, handle, box);
  useReturn(rows, handle, setAt);
  useEffect(() => {
    if (rows.key) left.set(rows.key, { at, offset: handle.current?.scrollOffset ?? 0 });
  }, [at]);
  const see = () => {
    const it = handle.current;
    if (it && rows.key) left.set(rows.key, { at, offset: it.scrollOffset });
    if (it) rows.need(it.findItemIndex(it.scrollOffset), it.findItemIndex(it.scrollOffset + it.viewportSize));
  };
  useEffect(see, [rows.total, rows.loading]);
  return (
    <section class="list panel" aria-label="Incidents">
      <header class="list-head">
        <h2>{count(rows.total)} <span class="soft">{rows.total === 1 ? "incident" : "incidents"}</span>{rows.loading && <span class="spinner" role="status" aria-label="Loading" />}</h2>
        <label class="row">Order <select value={sort} onChange={(event) => onSort(event.currentTarget.value as Sort)}>
          {SORTS.map((one) => <option key={one} value={one}>{SORT_NAMES[one]}</option>)}
        </select></label>
      </header>
      {rows.problem && <Trouble problem={rows.problem} retry={rows.retry} />}
      {!rows.total && !rows.problem && (rows.loading ? <Waiting /> : <div class="empty">
        <p>{onClear ? "No incident meets all these conditions." : "This ledger has no incidents yet."}</p>
        {onClear ? <button type="button" onClick={onClear}>Clear all conditions</button> : <p>Read reports with <code>contested read</code>, then <code>contested reconcile</code>.</p>}
      </div>)}
      <div class={`list-scroll${rows.loading ? " outdated" : ""}`} ref={box} role="list" aria-label="Incidents, in order" aria-busy={rows.loading} onKeyDown={onKey} onMouseLeave={() => onHover(null)}>
        <Virtualizer ref={handle} scrollRef={box} data={{ length: rows.total }} itemSize={ROW_HEIGHT} bufferSize={600}
          keepMounted={rows.total ? [at] : []} onScroll={see}>
          {(_: unknown, index: number) => (
            <Item key={index} row={rows.row(index)} index={index} total={rows.total} current={index === at} query={query} onFocus={setAt} onHover={onHover} />
          )}
        </Virtualizer>
      </div>
    </section>
  );
});
