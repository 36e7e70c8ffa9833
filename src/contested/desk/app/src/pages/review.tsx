import "../style/reading.css";
import "../style/review.css";
import { useEffect, useState } from "preact/hooks";
import { Link } from "wouter-preact";
import { type Shapes } from "../api/client";
import { isProblem, type Problem } from "../api/use";
import { Fields } from "../reading/fields";
import { MarkedText } from "../reading/marked-text";
import type { Mention } from "../reading/marks";
import { Warned } from "../reading/warning";
import { chain, eventWords } from "../reading/words";
import { act, GROUP, keys, LABELS, type Asking } from "../review/acts";
import { ReviewBar } from "../review/bar";
import { Edit } from "../review/edit";
import { Other, Reason } from "../review/prompt";
import { again, begin, current, loading, problem, reportOf, type Asked, type Item } from "../review/queue";
import { decide, flush, waiting } from "../review/outbox";
import { FIELDS } from "../review/values";
import { Dialog } from "../shell/dialog";
import { clock } from "../shell/format";
import { KeyHint } from "../shell/key-hint";
import { serialise } from "../shell/selection";
import { useShortcuts } from "../shell/shortcuts";
import { derived, status } from "../shell/status";
import { Trouble, Waiting } from "../shell/trouble";
import { useAddress, useKey, useSelection, useTitle } from "../shell/use-selection";
import { ReportHead } from "./reading";

/** The queue: one claim after another, one key each. */
export function ReviewPage() {
  useTitle("Review");
  const [selection] = useSelection();
  const [coding] = useKey("coding");
  const [order] = useKey("order");
  const asked: Asked = { selection, coding: coding === "blind" ? "blind" : "open", order: order === "unsure" ? "unsure" : "effect" };
  const user = status.value?.user ?? "";
  useEffect(() => {
    if (!user) return;
    void flush().then(() => begin(asked));
  }, [serialise(selection), coding, order, user]);
  // A queue that failed while the incidents were derived is asked again once they are there; one at work goes on.
  useEffect(() => {
    if (problem.value) void again();
  }, [derived.value]);
  if (!user) return <div class="page"><p class="empty">Say who works here, at the top of the page, to review: every decision is kept under a name.</p></div>;
  return (
    <>
      <ReviewBar asked={asked} />
      {problem.value && <Trouble problem={problem.value} retry={() => void again()} />}
      {current.value ? <One key={current.value.card.claim.id} item={current.value} coding={asked.coding} /> : loading.value ? <Waiting /> : <Done />}
    </>
  );
}

function Done() {
  const address = useAddress();
  return (
    <div class="page"><div class="empty">
      <h1>Nothing left to review here</h1>
      <p>Every claim of this selection is decided{waiting.value.length > 0 && ", and the last decisions are on their way"}.
        {" "}<Link href={address("/")}>Choose another selection</Link>, or <Link href="/review">review everything</Link>.</p>
    </div></div>
  );
}

function useReport(id: string): { page: Shapes["ReportPage"] | null; problem: Problem | null } {
  const [state, set] = useState<{ page: Shapes["ReportPage"] | null; problem: Problem | null }>({ page: null, problem: null });
  useEffect(() => {
    let wanted = true;
    reportOf(id).then(
      (page) => wanted && set({ page, problem: null }),
      (error: unknown) => wanted && isProblem(error) && set({ page: null, problem: error }),
    );
    return () => {
      wanted = false;
    };
  }, [id]);
  return state;
}

function One({ item, coding }: { item: Item; coding: Asked["coding"] }) {
  const { card } = item;
  const { page, problem: trouble } = useReport(card.claim.report.id);
  const [shown, show] = useState<Mention | null>(null);
  const [words, setWords] = useState<Mention | null>(null);
  const [asking, ask] = useState<Asking>(null);
  const [field, setField] = useState("");
  useShortcuts(keys(coding, ask));
  const focused = page?.claims.find((one) => one.claim.id === card.claim.id) ?? { ...card, number: 0 };
  const keepEdit = (value: string, why: string) => {
    decide({ kind: "edit", claims: [card.claim.id], field: field as (typeof FIELDS)[number], value, why, coding });
    card.edited = { ...card.edited, [field]: value };
    setField("");
  };
  const body = (
    <div class="reading reviewing">
      <article class="report-body">
        {page ? <><ReportHead page={page} /><MarkedText page={page} focused={focused} shown={shown} onWords={setWords} onClaim={() => undefined} /></> : trouble ? <Trouble problem={trouble} /> : <Waiting />}
      </article>
      <section class="side" aria-label="The claim to review">
        <ClaimToReview item={item} blind={coding === "blind"} onWords={show} onEdit={setField} />
        {field ? <Edit key={field} card={card} field={field} words={words} onKeep={keepEdit} onCancel={() => setField("")} /> : <Actions coding={coding} ask={ask} />}
        <History rows={card.judgements} />
      </section>
      {asking && <Asks asking={asking} item={item} coding={coding} close={() => ask(null)} onField={setField} />}
    </div>
  );
  return page ? <Warned graphic={page.graphic} title={page.report.title ?? "Report"} what="report">{body}</Warned> : body;
}

interface ToReview {
  item: Item;
  blind: boolean;
  onWords: (mention: Mention) => void;
  onEdit: (field: string) => void;
}

function ClaimToReview({ item, blind, onWords, onEdit }: ToReview) {
  const address = useAddress();
  const { card } = item;
  return (
    <article class="panel claim-card" aria-live="polite" data-claim={card.claim.id}>
      <p class="reason">Why now: {item.reason}</p>
      <div class="claim-head"><h2>{eventWords(card.claim.event)}</h2><span class="hint">{chain(card.claim)}</span>
        {card.state !== "unreviewed" && <span class="mark">{card.state}</span>}</div>
      <blockquote class="evidence">{card.claim.evidence.quote}</blockquote>
      <Fields card={card} onWords={onWords} onEdit={status.value?.read_only ? undefined : onEdit} />
      {card.incident && !blind && <Link href={address(`/incident/${card.incident}`)}>The incident, with what others say</Link>}
    </article>
  );
}

function Actions({ coding, ask }: { coding: Asked["coding"]; ask: (what: Asking) => void }) {
  if (status.value?.read_only) return <p class="hint">This desk is read-only: nothing can be judged.</p>;
  const all = keys(coding, ask).filter((one) => one.name.startsWith("review-"));
  return (
    <div class="actions" role="group" aria-label={GROUP}>
      {all.map((one) => (
        <button key={one.name} type="button" class={one.name === "review-accept" ? "primary" : undefined}
          onClick={() => one.handler(new KeyboardEvent("keydown"))}>{LABELS[one.name.slice(7)]}<KeyHint name={one.name} /></button>
      ))}
    </div>
  );
}

interface AsksAsked {
  asking: NonNullable<Asking>;
  item: Item;
  coding: Asked["coding"];
  close: () => void;
  onField: (field: string) => void;
}

function Asks({ asking, item, coding, close, onField }: AsksAsked) {
  const own = item.card.claim.id;
  const send = (kind: "reject" | "note" | "merge" | "duplicate", more: { why?: string; claims?: string[] }) => {
    close();
    act(kind, coding, more);
  };
  if (asking === "reject") return <Reason title="Reject: why?" reasons needed onSend={(why) => send("reject", { why })} onClose={close} />;
  if (asking === "note") return <Reason title="Note on this claim" needed onSend={(why) => send("note", { why })} onClose={close} />;
  if (asking === "field") return <FieldChoice onChoose={(field) => (close(), onField(field))} onClose={close} />;
  if (asking === "merge") return <Other title="Same incident as…" item={item} onChoose={(other) => send("merge", { claims: [own, other] })} onClose={close} />;
  return <Other title="Duplicate of…" item={item} onChoose={(other) => send("duplicate", { claims: [own, other] })} onClose={close} />;
}

function FieldChoice({ onChoose, onClose }: { onChoose: (field: string) => void; onClose: () => void }) {
  const numbered = (event: KeyboardEvent) => {
    const field = FIELDS[Number(event.key) - 1];
    if (field) onChoose(field);
  };
  return (
    <Dialog title="Edit which field?" onClose={onClose}>
      <div class="actions" onKeyDown={numbered}>
      {FIELDS.map((field, at) => <button key={field} type="button" autofocus={at === 0} onClick={() => onChoose(field)}><kbd>{at + 1}</kbd> {eventWords(field)}</button>)}
      </div>
    </Dialog>
  );
}

function History({ rows }: { rows: Shapes["JudgementRow"][] }) {
  if (rows.length === 0) return null;
  return (
    <section class="history" aria-label="What was decided before">
      <h3>Decided before</h3>
      {rows.map((row) => <p key={row.id} class={row.in_force ? undefined : "undone"}>{clock(row.at)}: {row.who}, {row.kind}{row.field && ` ${row.field}`}{row.why && ` (${row.why})`}</p>)}
    </section>
  );
}
