import { share } from "../shell/format";
import { status } from "../shell/status";
import type { Card, Mention } from "./marks";
import { linesOf, type Line } from "./words";

interface Asked {
  card: Card;
  onWords: (mention: Mention) => void;
  /** Where given, every field has a button to edit it. */
  onEdit?: ((field: string) => void) | undefined;
}

const INTEREST = { self_serving: "serves its speaker", neutral: "neither for nor against its speaker", against_interest: "against its speaker's interest" };

/** A claim's fields, each jumping to its words; what a person decided stands beside what the machine made. */
export function Fields({ card, onWords, onEdit }: Asked) {
  return (
    <dl class="fields">
      {linesOf(card.claim).map((line) => <FieldLine key={line.field} line={line} card={card} onWords={onWords} onEdit={onEdit} />)}
      {card.interest && <div><dt>Interest</dt><dd><span title={card.interest_why}>{INTEREST[card.interest]}</span>
        {card.interest_why && <span class="note"> {card.interest_why}</span>}</dd></div>}
      <div><dt>Extraction</dt><dd>{share(card.claim.confidence)} sure <span class="note">of having read rightly, not of the truth</span></dd></div>
    </dl>
  );
}

function FieldLine({ line, card, onWords, onEdit }: Omit<Asked, "card"> & { line: Line; card: Card }) {
  const edited = card.edited[line.field];
  return (
    <div class={edited === undefined ? undefined : "edited"}>
      <dt>{line.name}</dt>
      <dd>
        {line.values.length === 0 && <span class="note">not told</span>}
        {line.values.map((value, at) => (
          <span key={at} class="value">
            {value.mention
              ? <button type="button" class="plain" title={`“${value.mention.quote}”`} onClick={() => value.mention && onWords(value.mention)}>{value.text}</button>
              : value.text}
            {value.note && <span class="note"> {value.note}</span>}
          </span>
        ))}
        {edited !== undefined && <Decided field={line.field} card={card} json={edited} onWords={onWords} />}
        {onEdit && <button type="button" class="quiet edit" aria-label={`Edit: ${line.name}`} onClick={() => onEdit(line.field)}>edit</button>}
      </dd>
    </div>
  );
}

function Decided({ field, card, json, onWords }: { field: string; card: Card; json: string; onWords: (mention: Mention) => void }) {
  const made = linesOf({ ...card.claim, [field]: JSON.parse(json) as unknown }).find((line) => line.field === field);
  const last = card.judgements.findLast((one) => one.kind === "edit" && one.field === field && one.in_force);
  return (
    <span class="decided" title={last ? `${last.who}${last.why ? `: ${last.why}` : ""}` : undefined}>
      {last?.who ?? status.value?.user ?? "a person"} decided:{" "}
      {made?.values.length ? made.values.map((value, at) => (
        <button key={at} type="button" class="plain" onClick={() => value.mention && onWords(value.mention)}>{value.text}</button>
      )) : "not told"}
    </span>
  );
}
