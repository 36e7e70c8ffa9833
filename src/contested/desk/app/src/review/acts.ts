import { api } from "../api/client";
import { answered, isProblem } from "../api/use";
import { askName, status } from "../shell/status";
import type { Shortcut } from "../shell/shortcuts";
import { decide, flush, step, type Decision } from "./outbox";
import { advance, bring, current, problem, type Coding } from "./queue";

export type Asking = "reject" | "note" | "merge" | "duplicate" | "split" | "field" | null;
export const GROUP = "Review";
export const LABELS: Record<string, string> = {
  accept: "Accept", reject: "Reject", edit: "Edit a field", duplicate: "Duplicate of…", merge: "Same incident as…",
  split: "Not this incident", skip: "Skip", flag: "Flag", note: "Note", later: "Later",
};

function ready(): boolean {
  if (status.value?.user) return true;
  askName();
  return false;
}

/** Decide on the present claim and go on; notes and merges stay with it. */
export function act(kind: Decision["kind"], coding: Coding, more: Partial<Decision> = {}): void {
  const item = current.value;
  if (!item || !ready()) return;
  decide({ kind, claims: [item.card.claim.id], why: "", coding: coding ?? "open", ...more });
  if (!["note", "merge", "split", "edit"].includes(kind)) advance();
}

/** Split the present claim from every other one of its incident. */
export async function splitOff(coding: Coding): Promise<void> {
  const item = current.value;
  const id = item?.card.incident;
  if (!item || !id || !ready()) return;
  const own = item.card.claim.id;
  try {
    const page = await answered(api.GET("/api/incidents/{id}", { params: { path: { id } } }));
    const others = page.claims.map((one) => one.claim.id).filter((one) => one !== own);
    if (others.length === 0) throw { subject: "the incident", problem: "has no other claim", remedy: "there is nothing to split", status: 0 };
    act("split", coding, { claims: [own, ...others] });
  } catch (error) {
    if (isProblem(error)) problem.value = error;
  }
}

/** Undo or redo, and show the claim that it bears on. */
export async function backOrForth(back: boolean): Promise<void> {
  if (!ready()) return;
  try {
    const kept = await step(back);
    const claim = kept.judgements.flatMap((one) => one.claims)[0];
    if (claim) await bring(claim);
  } catch (error) {
    if (isProblem(error)) problem.value = error;
  }
}

/** Every key of the review; ``ask`` opens what needs more than a key. */
export function keys(coding: Coding, ask: (what: Asking) => void): Shortcut[] {
  const one = (name: string, key: string, handler: () => void): Shortcut => (
    { name: `review-${name}`, key, description: LABELS[name] ?? name, group: GROUP, handler: () => handler() });
  const asking = (what: Asking) => () => current.value && ready() && ask(what);
  // What shows other claims of the incident would tell a blind coder what is hidden.
  const joins = coding === "blind" ? [] : [
    one("duplicate", "d", asking("duplicate")),
    one("merge", "m", asking("merge")),
    one("split", "x", () => void splitOff(coding)),
  ];
  return [
    one("accept", "a", () => act("accept", coding)),
    one("reject", "r", asking("reject")),
    one("edit", "e", asking("field")),
    one("skip", "s", () => act("skip", coding)),
    one("flag", "f", () => act("flag", coding)),
    one("note", "n", asking("note")),
    ...joins,
    one("later", "l", () => advance(true)),
    { name: "undo", key: "u", description: "Undo", group: GROUP, handler: () => void backOrForth(true) },
    { name: "redo", key: "Shift+u", description: "Redo", group: GROUP, handler: () => void backOrForth(false) },
    { name: "undo-ctrl", key: "Ctrl+z", description: "Undo", group: GROUP, handler: () => void backOrForth(true) },
    { name: "redo-ctrl", key: "Ctrl+y", description: "Redo", group: GROUP, handler: () => void backOrForth(false) },
    { name: "send", key: "Ctrl+s", description: "Send what waits now", group: GROUP, handler: () => void flush() },
  ];
}
