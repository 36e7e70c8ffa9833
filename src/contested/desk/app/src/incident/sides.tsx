import { Link } from "wouter-preact";
import type { Shapes } from "../api/client";
import { chain, linesOf } from "../reading/words";
import { day, many } from "../shell/format";
import { sideName } from "../shell/status";
import { useAddress } from "../shell/use-selection";

type Card = Shapes["ClaimCard"];

const ORDER = { against_interest: 0, neutral: 1, self_serving: 2 };
const INTEREST = { self_serving: "serves its speaker", neutral: "", against_interest: "against its interest" };

function byParty(cards: Card[]): [string, Card[]][] {
  const groups = new Map<string, Card[]>();
  for (const card of cards) {
    const party = card.speaker_side ? `Speaking for ${sideName(card.speaker_side)}` : "On no known side";
    groups.set(party, [...(groups.get(party) ?? []), card]);
  }
  return [...groups].sort(([a], [b]) => Number(a.startsWith("On")) - Number(b.startsWith("On")) || a.localeCompare(b));
}

interface Asked {
  cards: Card[];
  chosen: string;
  onChoose: (claim: string) => void;
}

/** The claims by party, side by side; what goes against its speaker's interest first. */
export function Sides({ cards, chosen, onChoose }: Asked) {
  return (
    <div class="sides">
      {byParty(cards).map(([party, told]) => (
        <section key={party} aria-label={party}>
          <h3>{party} <span class="hint">{many(told.length, "claim")}</span></h3>
          {[...told].sort((a, b) => ORDER[a.interest ?? "neutral"] - ORDER[b.interest ?? "neutral"]).map((card) => (
            <Told key={card.claim.id} card={card} chosen={chosen === card.claim.id} onChoose={() => onChoose(card.claim.id)} />
          ))}
        </section>
      ))}
    </div>
  );
}

function Told({ card, chosen, onChoose }: { card: Card; chosen: boolean; onChoose: () => void }) {
  const address = useAddress();
  const { claim } = card;
  const words = linesOf(claim).filter((line) => !["attribution", "factuality"].includes(line.field) && line.values.length);
  return (
    <article class="panel claim-card" id={claim.id} aria-current={chosen} tabIndex={-1}>
      <p class="hint">{claim.report.publisher ?? "unknown outlet"}, {day(claim.report.published) || "no date"}</p>
      <blockquote class="evidence">{claim.evidence.quote}</blockquote>
      <p>{words.map((line) => line.values.map((value) => value.text).join(", ")).join(" · ")}</p>
      <p class="hint">Said by {chain(claim)}</p>
      <p class="row">
        <span class="mark">{claim.factuality}</span>
        {card.interest && INTEREST[card.interest] && <span class={`mark ${card.interest}`} title={card.interest_why}>{INTEREST[card.interest]}</span>}
        {card.state !== "unreviewed" && <span class="mark">{card.state}</span>}
        <Link href={address(`/report/${claim.report.id}`, { claim: claim.id })}>Read it in its text</Link>
        <button type="button" class="quiet" aria-pressed={chosen} onClick={onChoose}>{chosen ? "Chosen" : "Compare"}</button>
      </p>
    </article>
  );
}
