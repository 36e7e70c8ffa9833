import type { Shapes } from "../api/client";
import { day, many, share } from "../shell/format";

type Page = Shapes["IncidentPage"];

const WIDTH = 640;
const ROW = 40;

interface Node {
  id: string;
  label: string;
  x: number;
  y: number;
}

/** Who repeats whom: reports by the day they came out, an arrow from each to the one it repeats. */
export function Roots({ page }: { page: Page }) {
  const { incident, links } = page;
  return (
    <div class="stack">
      <p>{many(incident.tellers.length, "report")}, {many(new Set(incident.tellers.map((one) => one.outlet)).size, "outlet")}, <strong>{many(incident.roots.length, "independent root")}</strong>.</p>
      {links.length > 0 && <Graph tellers={incident.tellers} links={links} />}
      <ul class="root-list">{incident.roots.map((root) => <li key={root.name}><strong>{root.name}</strong>: {many(root.claims.length, "claim")} <span class="hint">{root.why}</span></li>)}</ul>
      {links.length > 0 && <ul class="hint">{links.map((link) => <li key={`${link.later} ${link.earlier} ${link.kind}`}>{nameOf(incident.tellers, link.later)} repeats {nameOf(incident.tellers, link.earlier)} ({link.kind}, {share(link.share)}): {link.why}</li>)}</ul>}
      {incident.laundered.map((one) => (
        <section key={one.claim} class="laundered" aria-label="Source lost on the way">
          <h3>Source lost on the way: {one.lost}</h3>
          <div class="positions"><blockquote class="position">{one.first}<footer class="hint">first told, with its source</footer></blockquote>
            <blockquote class="position">{one.told}<footer class="hint">told again, without it</footer></blockquote></div>
        </section>
      ))}
    </div>
  );
}

function nameOf(tellers: Shapes["Teller"][], report: string): string {
  const teller = tellers.find((one) => one.report === report);
  return teller?.outlet ?? teller?.refs[0] ?? report;
}

function laidOut(tellers: Shapes["Teller"][]): Node[] {
  const sorted = [...tellers].sort((a, b) => (a.published ?? "9999").localeCompare(b.published ?? "9999"));
  const days = [...new Set(sorted.map((one) => one.published ?? ""))];
  const rows = new Map<string, number>();
  return sorted.map((one) => {
    const at = one.published ?? "";
    const row = rows.get(at) ?? 0;
    rows.set(at, row + 1);
    return { id: one.report, label: one.outlet ?? one.refs[0] ?? "?", x: 70 + (days.indexOf(at) * (WIDTH - 140)) / Math.max(1, days.length - 1), y: 30 + row * ROW };
  });
}

function Graph({ tellers, links }: { tellers: Shapes["Teller"][]; links: Shapes["Link"][] }) {
  const nodes = laidOut(tellers);
  const at = new Map(nodes.map((one) => [one.id, one]));
  const height = Math.max(...nodes.map((one) => one.y)) + 30;
  return (
    <div class="chart-scroll" tabIndex={0} role="group" aria-label="Who repeats whom">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} width={WIDTH} height={height} role="img" aria-label="Reports by day, an arrow from each to the one it repeats; the list below says the same in words">
        <defs><marker id="head" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z" class="arrow-head" /></marker></defs>
        {links.map((link) => {
          const from = at.get(link.later);
          const to = at.get(link.earlier);
          if (!from || !to) return null;
          const bend = from.x === to.x ? 40 : 0;
          return <path key={`${link.later} ${link.earlier} ${link.kind}`} class="link" marker-end="url(#head)"
            d={`M${from.x} ${from.y} Q${(from.x + to.x) / 2 - bend} ${(from.y + to.y) / 2 - 12} ${to.x + (from.x > to.x ? 6 : 0)} ${to.y}`}><title>{link.why}</title></path>;
        })}
        {nodes.map((one) => <g key={one.id}><circle cx={one.x} cy={one.y} r={6} class="teller" /><text x={one.x} y={one.y + 18} text-anchor="middle" class="tick">{one.label.slice(0, 18)}</text>
          <title>{`${one.label}, ${day(tellers.find((t) => t.report === one.id)?.published) || "no date"}`}</title></g>)}
      </svg>
    </div>
  );
}
