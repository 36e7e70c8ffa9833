import "../style/tables.css";
import { useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { api, type Shapes } from "../api/client";
import { useApi } from "../api/use";
import { decide, flush, type Decision } from "../review/outbox";
import { clock, count, many, share } from "../shell/format";
import { status } from "../shell/status";
import { Trouble, Waiting } from "../shell/trouble";
import { useAddress, useKey, useTitle } from "../shell/use-selection";

const PAGE = 100;

/** Who decided what, when and why; and two coders compared. */
export function AuditPage() {
  useTitle("Audit");
  const [view, choose] = useKey("view");
  const compare = view === "agreement";
  return (
    <div class="page wide">
      <h1>Audit</h1>
      <div class="tabs" role="tablist" aria-label="Audit">
        <button type="button" role="tab" id="tab-log" aria-controls="audit" aria-selected={!compare} onClick={() => choose("")}>Judgements</button>
        <button type="button" role="tab" id="tab-agreement" aria-controls="audit" aria-selected={compare} onClick={() => choose("agreement")}>Agreement of two coders</button>
      </div>
      <section class="panel table-panel" id="audit" role="tabpanel" aria-labelledby={compare ? "tab-agreement" : "tab-log"}>{compare ? <Coders /> : <Log />}</section>
    </div>
  );
}

function Log() {
  const [user, setUser] = useKey("user");
  const [offset, setOffset] = useState(0);
  const got = useApi(`${user} ${offset} ${status.value?.user}`, (signal) => api.GET("/api/audit", { params: { query: { user, offset, limit: PAGE } }, signal }));
  if (got.problem) return <Trouble problem={got.problem} retry={got.retry} />;
  if (!got.data) return <Waiting />;
  const { total, rows } = got.data;
  return (
    <>
      <div class="row"><label>By <select value={user} onChange={(event) => (setOffset(0), setUser(event.currentTarget.value))}>
        <option value="">everybody</option>{(status.value?.users ?? []).map((name) => <option key={name}>{name}</option>)}</select></label>
        <span class="hint" role="status">{many(total, "judgement")}</span></div>
      {rows.length === 0 ? <p class="empty">Nobody has judged anything yet. <Link href="/review">Begin with the review</Link>.</p> : <Judgements rows={rows} />}
      {total > PAGE && <div class="row">
        <button type="button" disabled={offset === 0} onClick={() => setOffset(offset - PAGE)}>Newer</button>
        <button type="button" disabled={offset + PAGE >= total} onClick={() => setOffset(offset + PAGE)}>Older</button>
        <span class="hint">{count(offset + 1)} to {count(Math.min(total, offset + PAGE))}</span></div>}
    </>
  );
}

function Judgements({ rows }: { rows: Shapes["JudgementRow"][] }) {
  const address = useAddress();
  return (
    <div class="table-scroll" tabIndex={0} role="group" aria-label="Judgements">
      <table>
        <caption class="visually-hidden">Judgements, the newest first</caption>
        <thead><tr><th>When</th><th>Who</th><th>What</th><th>Claims</th><th>Value</th><th>Why</th></tr></thead>
        <tbody>{rows.map((row) => (
          <tr key={row.id} class={row.in_force ? undefined : "undone"}>
            <td>{clock(row.at)}</td><td>{row.who}{row.coding === "blind" && " (blind)"}</td><td>{row.kind}{row.field && ` ${row.field}`}{!row.in_force && " (undone)"}</td>
            <td>{row.claims.slice(0, 3).map((claim) => <span key={claim}><Link href={address(`/incident/${claim}`)}>{claim.slice(0, 10)}</Link> </span>)}{row.claims.length > 3 && `and ${count(row.claims.length - 3)} more`}{row.undoes}</td>
            <td class="value">{row.value?.slice(0, 120)}</td><td>{row.why}</td>
          </tr>
        ))}</tbody>
      </table>
    </div>
  );
}

function Coders() {
  const users = status.value?.users ?? [];
  const [one, setOne] = useKey("one");
  const [other, setOther] = useKey("other");
  const key = one && other && one !== other ? `${one}\n${other}` : null;
  const got = useApi(key, (signal) => api.GET("/api/agreement", { params: { query: { one, other } }, signal }));
  const choice = (label: string, value: string, set: (name: string) => void) => (
    <label>{label} <select value={value} onChange={(event) => set(event.currentTarget.value)}><option value="">choose…</option>{users.map((name) => <option key={name}>{name}</option>)}</select></label>
  );
  return (
    <>
      <div class="row">{choice("First coder", one, setOne)}{choice("Second coder", other, setOther)}</div>
      {!key && <p class="empty">Choose two coders. The second one reviews with “Second coder, blind” switched on, and sees neither outlets nor parties nor what the first decided.</p>}
      {got.problem && <Trouble problem={got.problem} retry={got.retry} />}
      {key && got.loading && <Waiting />}
      {key && got.data && <Compared agreement={got.data} again={got.retry} />}
    </>
  );
}

function Compared({ agreement, again }: { agreement: Shapes["Agreement"]; again: () => void }) {
  if (agreement.claims === 0) return <p class="empty">No claim was decided by both.</p>;
  return (
    <>
      <p>{many(agreement.claims, "claim")} decided by both.</p>
      <table>
        <caption class="visually-hidden">Krippendorff's alpha by field</caption>
        <thead><tr><th>Field</th><th>Claims</th><th>The same</th><th>Krippendorff's alpha</th></tr></thead>
        <tbody>{agreement.fields.map((one) => <tr key={one.field}><td>{one.field}</td><td>{count(one.claims)}</td>
          <td>{one.claims ? share(one.same / one.claims) : "–"}</td><td>{one.alpha == null ? <span class="hint">not defined: everybody gives one value</span> : one.alpha.toFixed(2)}</td></tr>)}</tbody>
      </table>
      <h2>To settle</h2>
      {agreement.differences.length === 0 && <p class="hint">The two agree in everything.</p>}
      {agreement.differences.map((one) => <Settle key={`${one.claim} ${one.field}`} difference={one} names={[agreement.one, agreement.other]} again={again} />)}
    </>
  );
}

interface SettleAsked {
  difference: Shapes["Difference"];
  names: [string, string];
  again: () => void;
}

/** One difference: take one coder's value, under the name of who settles it, or open the claim to decide otherwise. */
function Settle({ difference, names, again }: SettleAsked) {
  const address = useAddress();
  const { claim, field, settled } = difference;
  const take = async (whole: string, name: string) => {
    decide({ claims: [claim], coding: "open", ...settling(field, whole, `settled as ${name} has it`) });
    await flush();
    again();
  };
  const side = (name: string, short: string, whole: string) => (
    <p><span class="hint">{name}:</span> {short}{" "}
      {!status.value?.read_only && !settled && whole !== "duplicate" && <button type="button" onClick={() => void take(whole, name)}>Take this</button>}</p>
  );
  return (
    <section class="stack">
      <p><strong>{field}</strong> of <Link href={address(`/incident/${claim}`)}>{claim.slice(0, 10)}</Link> {settled && <span class="mark">settled</span>}</p>
      <div class="differ">{side(names[0], difference.one, difference.one_whole)}{side(names[1], difference.other, difference.other_whole)}</div>
    </section>
  );
}

function settling(field: string, whole: string, why: string): Pick<Decision, "kind" | "why" | "field" | "value"> {
  if (field === "decision") return { kind: whole === "right" ? "accept" : "reject", why };
  return { kind: "edit", field: field as NonNullable<Decision["field"]>, value: whole, why };
}
