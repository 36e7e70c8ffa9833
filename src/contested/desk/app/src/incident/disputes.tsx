import type { Shapes } from "../api/client";
import { plain } from "../overview/words";
import { count, day, many } from "../shell/format";

type Dispute = Shapes["Contradiction"];
type Position = Dispute["positions"][number];
type Card = Shapes["ClaimCard"];

const KINDS: Record<Dispute["kind"], string> = {
  whether: "Whether it happened", who: "Who did it", where: "Where", when: "When", how_many: "How many", who_holds: "Who holds the place", what: "What it was",
};
const QUOTES = 2;
const SOURCES = 6;
const LONGEST = 220;

interface Asked {
  contradictions: Dispute[];
  cards: Card[];
  onClaim: (claim: string) => void;
}

/** What the claims cannot all mean, spelled out: positions side by side in their own words, the distance, what would settle it. */
export function Disputes({ contradictions, cards, onClaim }: Asked) {
  if (contradictions.length === 0) return <p class="hint">The claims contradict each other in nothing that they tell. That does not make them true.</p>;
  const hard = [...contradictions].sort((a, b) => Number(a.compatible) - Number(b.compatible));
  const byId = new Map(cards.map((card) => [card.claim.id, card]));
  return <div class="stack">{hard.map((one, at) => <OneDispute key={at} dispute={one} cards={byId} onClaim={onClaim} />)}</div>;
}

interface OneAsked {
  dispute: Dispute;
  cards: Map<string, Card>;
  onClaim: (claim: string) => void;
}

function OneDispute({ dispute, cards, onClaim }: OneAsked) {
  return (
    <section class={`dispute ${dispute.compatible ? "compatible" : ""}`}>
      <h3>{KINDS[dispute.kind]}{dispute.about && <span class="hint">: {plain(dispute.about)}</span>}
        {" "}<span class="mark">{dispute.compatible ? "told differently, could both hold" : "contradicted"}</span></h3>
      <div class="positions">
        {[...dispute.positions].sort(byFigure).map((position) => <Side key={position.says} position={position} cards={cards} onClaim={onClaim} />)}
      </div>
      {dispute.distance != null && <p class="hint">{count(dispute.distance)} {dispute.unit} apart.</p>}
      {dispute.settles && <p>Would settle it: {dispute.settles}</p>}
    </section>
  );
}

const byFigure = (a: Position, b: Position): number => a.says.localeCompare(b.says, undefined, { numeric: true });

/** Each wording once, whoever prints it; all others after them. */
function wordedFirst(cards: Card[]): [first: Card[], more: Card[]] {
  const once = [...new Map(cards.map((card) => [card.claim.evidence.quote, card] as const).reverse()).values()].reverse().slice(0, QUOTES);
  return [once, cards.filter((card) => !once.includes(card))];
}

function Side({ position, cards, onClaim }: { position: Position; cards: Map<string, Card>; onClaim: (claim: string) => void }) {
  const [shown, more] = wordedFirst(position.claims.map((id) => cards.get(id)).filter((card) => card !== undefined));
  return (
    <div class="position">
      <p><strong>{plain(position.says)}</strong></p>
      <Sources names={position.sources} />
      {shown.map((card) => <Quoted key={card.claim.id} card={card} onClaim={onClaim} />)}
      {more.length > 0 && <details><summary>{many(more.length, "more claim")}</summary>
        {more.map((card) => <Quoted key={card.claim.id} card={card} onClaim={onClaim} />)}</details>}
    </div>
  );
}

function Sources({ names }: { names: readonly string[] }) {
  if (names.length <= SOURCES + 1) return <p class="hint">{names.join(", ")}</p>;
  return (
    <details class="hint"><summary>{names.slice(0, SOURCES).join(", ")} and {count(names.length - SOURCES)} more</summary>
      <p>{names.slice(SOURCES).join(", ")}</p></details>
  );
}

/** The words themselves: what exactly is denied, or counted, is seen there alone. */
function Quoted({ card, onClaim }: { card: Card; onClaim: (claim: string) => void }) {
  const { quote } = card.claim.evidence;
  return (
    <p class="quoted"><q>{quote.length > LONGEST ? `${quote.slice(0, LONGEST)}…` : quote}</q>{" "}
      <button type="button" class="plain" onClick={() => onClaim(card.claim.id)}>claim {card.number}</button>
      <span class="hint"> {card.speaker}{card.claim.report.published && `, ${day(card.claim.report.published)}`}</span></p>
  );
}
