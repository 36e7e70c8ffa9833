import { useState } from "preact/hooks";
import { api, type Shapes } from "../api/client";
import { useApi } from "../api/use";
import type { Card, Mention } from "../reading/marks";
import { eventWords } from "../reading/words";
import { blank, FACTUALITIES, numberIn, optionsOf, PRECISIONS, valueOf, type EditItem, type EditValue } from "./values";

interface Asked {
  card: Card;
  field: string;
  /** The words selected in the text just now. */
  words: Mention | null;
  onKeep: (value: string, why: string) => void;
  onCancel: () => void;
}

/** Change one field of a claim: choose, or select the words in the text and add them. */
export function Edit({ card, field, words, onKeep, onCancel }: Asked) {
  const [value, setValue] = useState<EditValue>(() => valueOf(card, field));
  const [why, setWhy] = useState("");
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    onKeep(JSON.stringify(value), why.trim());
  };
  return (
    <form class="panel edit-form stack" onSubmit={send} aria-label={`Edit ${field}`}
      onKeyDown={(event) => event.key === "Escape" && (event.stopPropagation(), onCancel())}>
      <h3>Edit: {eventWords(field)}</h3>
      <p class="hint" role="status">{words ? <>Selected in the text: <q>{words.quote}</q></> : "Select words in the text to use them."}</p>
      <Inputs field={field} value={value} words={words} onChange={setValue} />
      <label>Why (may be empty)<input value={why} maxLength={2000} onInput={(event) => setWhy(event.currentTarget.value)} /></label>
      <div class="row"><button class="primary">Keep <kbd>Enter</kbd></button><button type="button" onClick={onCancel}>Cancel <kbd>Esc</kbd></button></div>
    </form>
  );
}

interface InputsAsked {
  field: string;
  value: EditValue;
  words: Mention | null;
  onChange: (value: EditValue) => void;
}

function Inputs({ field, value, words, onChange }: InputsAsked) {
  if (field === "event") return <EventChoice value={String(value)} onChange={onChange} />;
  if (field === "factuality") return <Choice label="How surely" value={String(value)} options={FACTUALITIES} onChange={onChange} />;
  if (field === "time") return <TimeInputs value={value as Shapes["ClaimTime"] | null} words={words} onChange={onChange} />;
  return <Items field={field} items={value as EditItem[]} words={words} onChange={onChange} />;
}

function EventChoice({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const codes = useApi("codes", (signal) => api.GET("/api/codes", { signal }));
  return (
    <label>Event
      <select value={value} autofocus onChange={(event) => onChange(event.currentTarget.value)}>
        {(codes.data ?? [{ code: value, meaning: "" }]).map((one) => <option key={one.code} value={one.code} title={one.meaning}>{eventWords(one.code)}</option>)}
      </select>
      <span class="hint">{codes.data?.find((one) => one.code === value)?.meaning}</span>
    </label>
  );
}

interface ChoiceAsked {
  label: string;
  value: string;
  options: readonly string[];
  onChange: (value: string) => void;
}

function Choice({ label, value, options, onChange }: ChoiceAsked) {
  return (
    <label>{label}
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map((one) => <option key={one} value={one}>{eventWords(one)}</option>)}
      </select>
    </label>
  );
}

interface TimeAsked {
  value: Shapes["ClaimTime"] | null;
  words: Mention | null;
  onChange: (value: EditValue) => void;
}

function TimeInputs({ value, words, onChange }: TimeAsked) {
  const time = value ?? { start: "", end: "", precision: "day" as const, mention: null };
  const set = (part: Partial<Shapes["ClaimTime"]>) => {
    const made = { ...time, ...part };
    onChange({ ...made, end: made.end || made.start });
  };
  return (
    <div class="stack">
      <div class="row">
        <label>From <input required pattern="[\dX]{4}-\d{2}-\d{2}" placeholder="2020-02-01" size={11} value={time.start} onInput={(event) => set({ start: event.currentTarget.value })} /></label>
        <label>to <input pattern="[\dX]{4}-\d{2}-\d{2}" placeholder="the same" size={11} value={time.end} onInput={(event) => set({ end: event.currentTarget.value })} /></label>
        <Choice label="told to the" value={time.precision} options={PRECISIONS} onChange={(precision) => set({ precision: precision as Shapes["ClaimTime"]["precision"] })} />
      </div>
      <p class="hint">A year that nothing tells is XXXX: XXXX-02-01.</p>
      <div class="row">
        <span>{time.mention ? <q>{time.mention.quote}</q> : <span class="hint">no words of its own</span>}</span>
        <button type="button" disabled={!words} onClick={() => words && set({ mention: words })}>Use the selected words</button>
        <button type="button" onClick={() => onChange(null)}>Not told</button>
      </div>
    </div>
  );
}

function Items({ field, items, words, onChange }: Omit<InputsAsked, "value"> & { items: EditItem[] }) {
  const set = (at: number, part: Partial<EditItem>) => onChange(items.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <div class="stack">
      {items.length === 0 && <p class="hint">Nothing is told.</p>}
      {items.map((item, at) => (
        <div class="row edit-item" key={at}>
          <ItemInputs field={field} item={item} onChange={(part) => set(at, part)} />
          {item.mention && <q class="hint">{item.mention.quote}</q>}
          <button type="button" disabled={!words} onClick={() => words && set(at, { mention: words, ...numberIn(field, words) })}>Use selected</button>
          <button type="button" aria-label={`Remove ${item.name ?? item.kind ?? ""}`} onClick={() => onChange(items.filter((_, i) => i !== at))}>Remove</button>
        </div>
      ))}
      <div class="row"><button type="button" disabled={!words} onClick={() => words && onChange([...items, blank(field, words)])}>Add the selected words</button></div>
    </div>
  );
}

function ItemInputs({ field, item, onChange }: { field: string; item: EditItem; onChange: (part: Partial<EditItem>) => void }) {
  const kinds = optionsOf(field);
  const bound = (name: "low" | "high") => (
    <label>{name === "low" ? "from" : "to"} <input type="number" min={0} size={6} value={item[name] ?? ""}
      onInput={(event) => onChange({ [name]: event.currentTarget.value === "" ? null : Number(event.currentTarget.value) })} /></label>
  );
  return (
    <>
      {field === "effects" ? <>{bound("low")}{bound("high")}</> : (
        <label>Name <input required value={item.name ?? ""} onInput={(event) => onChange({ name: event.currentTarget.value })} /></label>
      )}
      {kinds.length > 0 && <Choice label="kind" value={item.kind ?? ""} options={kinds} onChange={(kind) => onChange({ kind })} />}
      {field === "effects" && <label>of whom <input size={12} value={item.who ?? ""} onInput={(event) => onChange({ who: event.currentTarget.value || null })} /></label>}
    </>
  );
}
