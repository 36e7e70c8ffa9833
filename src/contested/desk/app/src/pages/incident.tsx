import "../style/reading.css";
import "../style/incident.css";
import { Link } from "wouter-preact";
import { api, type Shapes } from "../api/client";
import { useApi } from "../api/use";
import { Disputes } from "../incident/disputes";
import { Roots } from "../incident/roots";
import { Sides } from "../incident/sides";
import { Tolls } from "../incident/tolls";
import { Why } from "../incident/why";
import { Warned } from "../reading/warning";
import { count, days, day, many } from "../shell/format";
import { useShortcuts } from "../shell/shortcuts";
import { derived } from "../shell/status";
import { Trouble, Waiting } from "../shell/trouble";
import { useAddress, useKey, useSelection, useTitle } from "../shell/use-selection";

/** One incident with everything that is said of it. */
export function IncidentPage({ id }: { id: string }) {
  const [{ as_of }] = useSelection();
  const query = as_of ? { as_of } : {};
  const got = useApi(`${id} ${as_of} ${derived.value}`, (signal) => api.GET("/api/incidents/{id}", { params: { path: { id }, query }, signal }));
  useTitle(got.data?.title ?? "Incident");
  if (got.problem) return <div class="page"><Trouble problem={got.problem} retry={got.retry} /></div>;
  if (got.data) {
    const graphic = got.data.incident.figures.some((one) => one.kind === "killed" || one.kind === "injured");
    return <Warned graphic={graphic} title={got.data.title} what="incident"><Incident page={got.data} /></Warned>;
  }
  return <div class="page"><Waiting /></div>;
}

function Incident({ page }: { page: Shapes["IncidentPage"] }) {
  const [chosen, choose] = useKey("claim");
  const show = (claim: string) => {
    choose(claim);
    const card = document.getElementById(claim);
    card?.scrollIntoView({ block: "center" });
    card?.focus({ preventScroll: true });
  };
  const step = (by: number) => {
    const at = page.claims.findIndex((card) => card.claim.id === chosen);
    const next = page.claims[Math.max(0, Math.min(page.claims.length - 1, at + by))];
    if (next) show(next.claim.id);
  };
  useShortcuts([
    { name: "told-next", key: "j", description: "Next claim of the incident", group: "Incident", handler: () => step(1) },
    { name: "told-before", key: "k", description: "Claim before", group: "Incident", handler: () => step(-1) },
  ]);
  return (
    <div class="page wide">
      <Head page={page} />
      <div class="incident-grid">
        <section class="panel" aria-labelledby="h-tolls"><h2 id="h-tolls">Tolls</h2><Tolls figures={page.incident.figures} tolls={page.incident.tolls} parts={page.incident.parts} onClaim={show} /></section>
        <section class="panel" aria-labelledby="h-disputes"><h2 id="h-disputes">What is contradicted</h2><Disputes contradictions={page.incident.contradictions} cards={page.claims} onClaim={show} /></section>
      </div>
      <section aria-labelledby="h-claims"><h2 id="h-claims">What each party says</h2><Unanswered page={page} onClaim={show} />
        <Sides cards={page.claims} chosen={chosen} onChoose={(claim) => choose(claim === chosen ? "" : claim)} /></section>
      <div class="incident-grid">
        <section class="panel" aria-labelledby="h-roots"><h2 id="h-roots">Roots</h2><Roots page={page} /></section>
        <section class="panel" aria-labelledby="h-why"><h2 id="h-why">Why these claims are one</h2><Why cards={page.claims} chosen={chosen} /></section>
      </div>
    </div>
  );
}

function Head({ page }: { page: Shapes["IncidentPage"] }) {
  const address = useAddress();
  const { incident } = page;
  const when = incident.start ? days(incident.start, incident.end) : incident.reported ? `day not told, reported ${day(incident.reported)}` : "day not told";
  return (
    <header class="incident-head">
      <p><Link href={address("/")}>Overview</Link></p>
      <h1>{page.title}</h1>
      <p class="facts"><span>{when}</span>
        <span>{incident.places.map((place) => `${place.name}${place.place ? "" : " (unresolved)"}`).join(", ") || "place not told"}</span>
        <span>{many(incident.claims.length, "claim")}</span></p>
      <p class="hint">{reviewed(page)}</p>
    </header>
  );
}

/** What persons have done about it: claims decided by now, and judgements that it was made with. */
function reviewed({ incident, claims }: Shapes["IncidentPage"]): string {
  const decided = claims.filter((card) => card.state !== "unreviewed").length;
  const bearing = incident.judged.length ? ` Made with ${many(incident.judged.length, "judgement")} of persons.` : "";
  if (!decided) return bearing.trim() || "Made by machine; no person has judged it yet.";
  return `${count(decided)} of ${many(claims.length, "claim")} reviewed.${bearing}`;
}

function Unanswered({ page, onClaim }: { page: Shapes["IncidentPage"]; onClaim: (claim: string) => void }) {
  const { unanswered } = page.incident;
  if (unanswered.length === 0) return null;
  return (
    <div class="hint"><p>Claims that somebody gives no answer to:</p>
      <ul>{unanswered.map((id) => <li key={id}><button type="button" class="plain" onClick={() => onClaim(id)}>
        <q>{page.claims.find((card) => card.claim.id === id)?.claim.evidence.quote.slice(0, 160)}</q></button></li>)}</ul></div>
  );
}
