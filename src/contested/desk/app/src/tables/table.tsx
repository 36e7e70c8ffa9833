import { useMemo, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { api, type Shapes } from "../api/client";
import { useApi } from "../api/use";
import { DISPUTED, plain } from "../overview/words";
import { count } from "../shell/format";
import { derived } from "../shell/status";
import { Trouble, Waiting } from "../shell/trouble";
import { useAddress, useSelection } from "../shell/use-selection";

type Cell = Shapes["Table"]["rows"][number][number];
type Name = "framing" | "words" | "sources" | "disputes" | "tolls";

const SHOWN = 200;
const LONG = 80;
/** Columns of codes, which are shown as words. */
const CODED = new Set(["event", "kind", "about", "harm"]);

/** A view as the terminal shows it, to be searched and sorted. */
export function TableView({ name, caption }: { name: Name; caption: string }) {
  const [{ as_of }] = useSelection();
  const query = as_of ? { as_of } : {};
  const got = useApi(`${name} ${as_of} ${derived.value}`, (signal) => api.GET("/api/tables/{name}", { params: { path: { name }, query }, signal }));
  if (got.problem) return <Trouble problem={got.problem} retry={got.retry} />;
  return got.data ? <Sortable table={got.data} caption={caption} /> : <Waiting />;
}

function Sortable({ table, caption }: { table: Shapes["Table"]; caption: string }) {
  const [words, setWords] = useState("");
  const [by, setBy] = useState<{ column: number; down: boolean } | null>(null);
  const [most, setMost] = useState(SHOWN);
  const rows = useMemo(() => sorted(table.rows.filter((row) => fits(row, words)), by), [table, words, by]);
  const turn = (column: number) => setBy((before) => ({ column, down: before?.column === column ? !before.down : typeof table.rows[0]?.[column] === "number" }));
  if (table.rows.length === 0) return <p class="empty">Nothing to show yet.</p>;
  return (
    <div class="stack">
      <div class="row"><label>Find <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} /></label>
        <span class="hint" role="status">{count(rows.length)} of {count(table.rows.length)} lines</span></div>
      <div class="table-scroll" tabIndex={0} role="group" aria-label={caption}>
        <table>
          <caption class="visually-hidden">{caption}</caption>
          <thead><tr>{table.columns.map((column, at) => (
            <th key={column} aria-sort={by?.column === at ? (by.down ? "descending" : "ascending") : undefined}>
              <button type="button" class="plain" onClick={() => turn(at)}>{column.replaceAll("_", " ")}{by?.column === at && (by.down ? " ↓" : " ↑")}</button></th>
          ))}</tr></thead>
          <tbody>{rows.slice(0, most).map((row, at) => <tr key={at}>{row.map((cell, column) => <td key={column}><Value cell={inWords(table.columns[column] ?? "", cell)} /></td>)}</tr>)}</tbody>
        </table>
      </div>
      {rows.length > most && <button type="button" onClick={() => setMost(most + SHOWN)}>Show {count(Math.min(SHOWN, rows.length - most))} more</button>}
    </div>
  );
}

/** A cell of codes as words. */
function inWords(column: string, cell: Cell): Cell {
  if (typeof cell !== "string" || !CODED.has(column)) return cell;
  return column === "kind" ? ((DISPUTED as Record<string, string>)[cell] ?? plain(cell)) : plain(cell);
}

function Value({ cell }: { cell: Cell }) {
  const address = useAddress();
  if (cell === null || cell === "") return <span class="hint">–</span>;
  if (typeof cell === "number") return <>{Number.isInteger(cell) ? count(cell) : cell.toLocaleString()}</>;
  const text = String(cell);
  return /^[ci]-[0-9a-f]{6,}$/.test(text) ? <Link class="id" href={address(`/incident/${text}`)}>{text.slice(0, 10)}</Link> : <Words text={text} />;
}

/** What one says and what another says stand on lines of their own, where that is long. */
function Words({ text }: { text: string }) {
  const parts = text.length > LONG ? text.split("; ") : [text];
  return parts.length > 1 ? <ul class="parts">{parts.map((part, at) => <li key={at}>{part}</li>)}</ul> : <>{text}</>;
}

const fits = (row: Cell[], words: string): boolean => !words || row.some((cell) => String(cell ?? "").toLowerCase().includes(words.toLowerCase()));

function sorted(rows: Cell[][], by: { column: number; down: boolean } | null): Cell[][] {
  if (!by) return rows;
  const way = by.down ? -1 : 1;
  const compare = (a: Cell, b: Cell) => (typeof a === "number" && typeof b === "number" ? a - b : String(a ?? "").localeCompare(String(b ?? ""), undefined, { numeric: true }));
  return [...rows].sort((a, b) => way * compare(a[by.column] ?? null, b[by.column] ?? null));
}
