import "../style/tables.css";
import { scaleUtc } from "d3-scale";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { api, type Shapes } from "../api/client";
import { useApi } from "../api/use";
import { count, day, many } from "../shell/format";
import { derived, sideName } from "../shell/status";
import { Trouble, Waiting } from "../shell/trouble";
import { useAddress, useSelection, useTitle } from "../shell/use-selection";
import { lanesOf, strength, timeOf, undated, type Lane, type Piece } from "../tables/lanes";

/** Who is said to hold which place: one lane a claimant, never one bare colour. */
export function ControlPage({ place }: { place: string }) {
  useTitle("Control");
  const [{ as_of }] = useSelection();
  const [words, setWords] = useState("");
  const query = as_of ? { as_of } : {};
  const places = useApi(`${as_of} ${derived.value}`, (signal) => api.GET("/api/control", { params: { query }, signal }));
  const address = useAddress();
  const found = (places.data ?? []).filter((one) => one.name.toLowerCase().includes(words.toLowerCase()));
  return (
    <div class="page control-page">
      <section class="panel place-list" aria-label="Places">
        <h1>Control</h1>
        <label class="stack">Find a place <input type="search" value={words} onInput={(event) => setWords(event.currentTarget.value)} /></label>
        {places.problem && <Trouble problem={places.problem} retry={places.retry} />}
        {places.loading && !places.data && <Waiting />}
        {places.data?.length === 0 && <p class="empty">No claim says who holds a place.</p>}
        <ul>{found.slice(0, 300).map((one) => (
          <li key={one.id}><Link href={address(`/control/${encodeURIComponent(one.id)}`)} aria-current={one.id === place ? "page" : undefined}>{one.name}</Link>
            <span class="hint"> {many(one.claims, "claim")}</span>{one.disagree && <span class="mark disagree">disagree today</span>}</li>
        ))}</ul>
        {found.length > 300 && <p class="hint">{count(found.length - 300)} more: find them by name.</p>}
      </section>
      {place ? <OnePlace place={place} asOf={as_of} /> : <p class="empty">Choose a place to see who is said to hold it, by whom and when.</p>}
    </div>
  );
}

function OnePlace({ place, asOf }: { place: string; asOf: string | null }) {
  const query = asOf ? { as_of: asOf } : {};
  const got = useApi(`${place} ${asOf} ${derived.value}`, (signal) => api.GET("/api/control/{place}", { params: { path: { place }, query }, signal }));
  if (got.problem) return <Trouble problem={got.problem} retry={got.retry} />;
  if (!got.data) return <Waiting />;
  return <LanesView lanes={got.data} />;
}

/** Names stand beside the lanes, or above them where there is no room. */
const WIDE = { width: 760, names: 230, row: 40, down: 0 };
const SLIM = { width: 320, names: 6, row: 56, down: 34 };
type Form = typeof WIDE;
const STATES = ["held", "taken", "contested", "besieged", "lost", "withdrawn"] as const;

function LanesView({ lanes }: { lanes: Shapes["Lanes"] }) {
  const today = timeOf(lanes.today) ?? Date.now();
  const rows = lanesOf(lanes.holdings, today);
  const known = rows.filter((lane) => lanes.known.includes(lane.holder));
  const others = rows.filter((lane) => !lanes.known.includes(lane.holder));
  const none = undated(lanes.holdings);
  const first = Math.min(today, ...rows.flatMap((lane) => lane.pieces.map((one) => one.from)));
  const drawn = { first, today, halfLife: lanes.half_life };
  return (
    <section class="panel lanes" aria-label={`Who holds ${lanes.name}`}>
      <h2>{lanes.name}</h2>
      <p class="hint">As of {day(lanes.today)}. A claim loses half its strength in {lanes.half_life} days; a pale lane is old news, not the truth of today.</p>
      {known.length > 0 && <Chart rows={known} {...drawn} />}
      {others.length > 0 && <details class="unnamed" open={known.length === 0}>
        <summary>{many(others.length, "holder")} that no pack knows, in the words of the texts</summary>
        <Chart rows={others} {...drawn} /></details>}
      {none.length > 0 && <p class="hint">{many(none.length, "claim")} of control with no day: {none.map((one) => `${one.holder} ${one.state}`).join("; ")}</p>}
    </section>
  );
}

interface ChartAsked {
  rows: Lane[];
  first: number;
  today: number;
  halfLife: number;
}

/** Lanes drawn, and the same in words. */
function Chart({ rows, first, today, halfLife }: ChartAsked) {
  const form = window.matchMedia("(max-width: 50rem)").matches ? SLIM : WIDE;
  const x = scaleUtc().domain([first, Math.max(today, first + 86_400_000)]).range([form.names, form.width - 20]);
  const height = 30 + rows.length * form.row;
  const ticks = x.ticks(form === SLIM ? 3 : 6).map((tick) => tick.toISOString().slice(0, 10));
  const inYears = ticks.every((tick) => tick.endsWith("-01-01"));
  const told = rows.flatMap((lane) => lane.pieces);
  return (
    <>
      <ul class="row hint">
        {STATES.filter((state) => told.some((one) => one.state === state && !one.denied)).map((state) => <li key={state}><span class={`lane-key ${state}`} aria-hidden="true" /> {state}</li>)}
        {told.some((one) => one.denied) && <li><span class="lane-key denied" aria-hidden="true" /> denied</li>}
      </ul>
      <div class={`chart-scroll${form === SLIM ? " slim" : ""}`} tabIndex={0} role="group" aria-label="Lanes of control">
        <svg viewBox={`0 0 ${form.width} ${height}`} width={form.width} height={height} role="img" aria-label="One lane a claimant over time; the table below says the same in words">
          {ticks.map((tick) => <g key={tick} transform={`translate(${x(timeOf(tick) ?? 0)} 0)`}><line y1={20} y2={height} class="grid" /><text y={14} text-anchor="middle" class="tick">{day(inYears ? tick.slice(0, 4) : tick)}</text></g>)}
          {rows.map((lane, at) => <LaneRow key={lane.holder} lane={lane} y={30 + at * form.row} x={x} today={today} halfLife={halfLife} form={form} />)}
        </svg>
      </div>
      <Words rows={rows} />
    </>
  );
}

interface RowAsked {
  lane: Lane;
  y: number;
  x: (value: number) => number;
  today: number;
  halfLife: number;
  form: Form;
}

const cut = (words: string, most: number): string => (words.length > most ? `${words.slice(0, most - 1).trimEnd()}…` : words);

function LaneRow({ lane, y, x, today, halfLife, form }: RowAsked) {
  const slim = form === SLIM;
  const name = { x: slim ? form.names : form.names - 10, "text-anchor": slim ? "start" : "end" } as const;
  return (
    <g>
      <text {...name} y={y + 14} class="name">{cut(lane.holder, slim ? 44 : 28)}</text>
      {lane.side && <text {...name} y={y + 28} class="tick">{cut(sideName(lane.side), slim ? 50 : 34)}</text>}
      {lane.pieces.map((piece, at) => (
        <g key={at} opacity={0.25 + 0.75 * strength(piece.from, today, halfLife)}>
          <rect x={x(piece.from)} y={y + form.down} width={Math.max(6, x(piece.to) - x(piece.from) - 1)} height={18} class={`lane ${piece.denied ? "denied" : piece.state}`} />
          <title>{said(piece)}</title>
        </g>
      ))}
    </g>
  );
}

const said = (piece: Piece): string => `${piece.denied ? "not " : ""}${piece.state}, ${day(new Date(piece.from).toISOString().slice(0, 10))}: ${[...new Set(piece.holdings.map((one) => one.source))].join(", ")}`;

function Words({ rows }: { rows: Lane[] }) {
  const address = useAddress();
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label="The lanes in words"><table>
      <thead><tr><th>Holder</th><th>Is said to have</th><th>When</th><th>By whom</th></tr></thead>
      <tbody>{rows.flatMap((lane) => lane.pieces.map((piece, at) => (
        <tr key={`${lane.holder} ${at}`}><td>{lane.holder}</td><td><span class={`lane-key ${piece.denied ? "denied" : piece.state}`} /> {piece.denied && "not "}{piece.state}</td>
          <td>{day(new Date(piece.from).toISOString().slice(0, 10))}</td>
          <td>{piece.holdings.slice(0, 5).map((one, index) => <span key={one.claim}>{index > 0 && ", "}<Link href={address(`/incident/${one.claim}`)}>{one.source}</Link></span>)}</td></tr>
      )))}</tbody>
    </table></div>
  );
}
