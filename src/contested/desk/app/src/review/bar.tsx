import { useState } from "preact/hooks";
import { api } from "../api/client";
import { answered, isProblem } from "../api/use";
import { count } from "../shell/format";
import { KeyHint } from "../shell/key-hint";
import { asQuery, type Selection } from "../shell/selection";
import { status } from "../shell/status";
import { useKey } from "../shell/use-selection";
import { backOrForth } from "./acts";
import { canRedo, canUndo, newKey, refused, letGo, stuck, took, waiting } from "./outbox";
import { begin, left, problem, total, type Asked } from "./queue";
import { Reason } from "./prompt";

/** Where the queue stands, who codes how, undo and redo, and one decision over the whole selection. */
export function ReviewBar({ asked }: { asked: Asked }) {
  const [, setCoding] = useKey("coding");
  const [, setOrder] = useKey("order");
  return (
    <div class="review-bar">
      <span class="left" role="status">{left.value === null ? "…" : `${count(left.value)} of ${count(total.value)} claims left`}</span>
      <label>First <select value={asked.order} onChange={(event) => setOrder(event.currentTarget.value === "unsure" ? "unsure" : "")}>
        <option value="effect">what changes tolls and disputes most</option><option value="unsure">what was read least surely</option></select></label>
      <label class="check"><input type="checkbox" checked={asked.coding === "blind"} onChange={(event) => setCoding(event.currentTarget.checked ? "blind" : "")} />
        Second coder, blind</label>
      <span class="spacer" />
      <Outbox />
      <button type="button" disabled={!canUndo.value} onClick={() => void backOrForth(true)}>Undo <KeyHint name="undo" /></button>
      <button type="button" disabled={!canRedo.value} onClick={() => void backOrForth(false)}>Redo <KeyHint name="redo" /></button>
      {asked.coding === "open" && <Bulk asked={asked} selection={asked.selection} />}
    </div>
  );
}

function Outbox() {
  return (
    <>
      {waiting.value.length > 0 && stuck.value && (
        <span class="outbox" role="alert">{count(waiting.value.length)} decisions wait in this browser: {stuck.value.subject} {stuck.value.problem}. They are sent as soon as it answers.</span>
      )}
      {refused.value.map(({ decision, problem: why }) => (
        <span key={decision.key} class="outbox" role="alert">Not kept: {decision.kind} of {decision.claims[0]}: {why.subject} {why.problem}
          <button type="button" onClick={() => letGo(decision.key)}>Let it go</button></span>
      ))}
    </>
  );
}

function Bulk({ asked, selection }: { asked: Asked; selection: Selection }) {
  const [kind, setKind] = useState<"accept" | "reject" | "skip" | "flag" | "">("");
  if (status.value?.read_only || !left.value) return null;
  const send = async (why: string) => {
    if (kind === "") return;
    setKind("");
    try {
      const body = { key: newKey(), kind, why, expected: left.value ?? 0 };
      took(await answered(api.POST("/api/bulk", { params: { query: asQuery(selection) }, body })));
    } catch (error) {
      if (isProblem(error)) problem.value = error;
    }
    begin(asked);
  };
  return (
    <>
      <label>All {count(left.value)} <select value="" onChange={(event) => {
        setKind(event.currentTarget.value as typeof kind);
        event.currentTarget.value = "";
      }}>
        <option value="">decide at once…</option><option value="accept">accept</option><option value="reject">reject</option>
        <option value="skip">skip</option><option value="flag">flag</option></select></label>
      {kind && <Reason title={`${kind} all ${count(left.value)} claims of this selection`} needed={kind === "reject"} onSend={(why) => void send(why)} onClose={() => setKind("")} />}
    </>
  );
}
