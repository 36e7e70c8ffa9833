import { useState } from "preact/hooks";
import { useApi } from "../api/use";
import { api } from "../api/client";
import { Dialog } from "../shell/dialog";
import { day } from "../shell/format";
import { eventWords } from "../reading/words";
import type { Item } from "./queue";

const REASONS = ["not an event", "not in the words", "wrong event", "too vague to code", "opinion or history"] as const;

interface Asked {
  title: string;
  reasons?: boolean;
  needed: boolean;
  onSend: (why: string) => void;
  onClose: () => void;
}

/** Asks for a reason or a note; a number key takes one of the common reasons at once. */
export function Reason({ title, reasons = false, needed, onSend, onClose }: Asked) {
  const [why, setWhy] = useState("");
  const quick = (event: KeyboardEvent) => {
    const reason = reasons && why === "" ? REASONS[Number(event.key) - 1] : undefined;
    if (!reason) return;
    event.preventDefault();
    onSend(reason);
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form class="stack" onSubmit={(event) => (event.preventDefault(), onSend(why.trim()))}>
        {reasons && <div class="row">{REASONS.map((reason, at) => (
          <button key={reason} type="button" onClick={() => onSend(reason)}><kbd>{at + 1}</kbd> {reason}</button>
        ))}</div>}
        <label>In your words
          <textarea autofocus rows={3} maxLength={2000} required={needed} value={why} onKeyDown={(event) => {
            quick(event);
            if (event.key === "Enter" && !event.shiftKey && !event.defaultPrevented) {
              event.preventDefault();
              event.currentTarget.form?.requestSubmit();
            }
          }} onInput={(event) => setWhy(event.currentTarget.value)} />
        </label>
        <div class="row"><button class="primary">Keep <kbd>Enter</kbd></button><button type="button" onClick={onClose}>Cancel <kbd>Esc</kbd></button></div>
      </form>
    </Dialog>
  );
}

interface OtherAsked {
  title: string;
  item: Item;
  onChoose: (claim: string) => void;
  onClose: () => void;
}

/** Chooses another claim of the same incident, or one by its id. */
export function Other({ title, item, onChoose, onClose }: OtherAsked) {
  const [id, setId] = useState("");
  const own = item.card.claim.id;
  const incident = item.card.incident;
  const page = useApi(incident, (signal) => api.GET("/api/incidents/{id}", { params: { path: { id: incident ?? "" } }, signal }));
  const others = (page.data?.claims ?? []).filter((one) => one.claim.id !== own);
  return (
    <Dialog title={title} onClose={onClose}>
      {page.loading && incident && <p class="hint" role="status">Loading the other claims of the incident…</p>}
      {others.length > 0 && <ul class="others">{others.map((one) => (
        <li key={one.claim.id}><button type="button" onClick={() => onChoose(one.claim.id)}>
          <span class="hint">{one.claim.report.publisher ?? "unknown outlet"}, {day(one.claim.report.published) || "no date"}: {eventWords(one.claim.event)}</span><br />
          <q>{one.claim.evidence.quote.slice(0, 200)}</q></button></li>
      ))}</ul>}
      {!page.loading && others.length === 0 && <p class="hint">The incident has no other claim.</p>}
      <form class="row" onSubmit={(event) => (event.preventDefault(), onChoose(id.trim()))}>
        <label>Claim by its id <input required pattern="c-[0-9a-f]{6,}" placeholder="c-…" value={id} onInput={(event) => setId(event.currentTarget.value)} /></label>
        <button>Choose</button>
      </form>
    </Dialog>
  );
}
