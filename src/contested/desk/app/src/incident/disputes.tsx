import type { Shapes } from "../api/client";
import { count } from "../shell/format";

const KINDS: Record<Shapes["Contradiction"]["kind"], string> = {
  whether: "Whether it happened", who: "Who did it", where: "Where", when: "When", how_many: "How many", who_holds: "Who holds the place", what: "What it was",
};

interface Asked {
  contradictions: Shapes["Contradiction"][];
  onClaim: (claim: string) => void;
}

/** What the claims cannot all mean, spelled out: positions side by side, the distance, what would settle it. */
export function Disputes({ contradictions, onClaim }: Asked) {
  if (contradictions.length === 0) return <p class="hint">The claims contradict each other in nothing that they tell. That does not make them true.</p>;
  const hard = [...contradictions].sort((a, b) => Number(a.compatible) - Number(b.compatible));
  return <div class="stack">{hard.map((one, at) => <Dispute key={at} dispute={one} onClaim={onClaim} />)}</div>;
}

function Dispute({ dispute, onClaim }: { dispute: Shapes["Contradiction"]; onClaim: (claim: string) => void }) {
  return (
    <section class={`dispute ${dispute.compatible ? "compatible" : ""}`}>
      <h3>{KINDS[dispute.kind]}{dispute.about && <span class="hint"> {dispute.about.replaceAll("_", " ")}</span>}
        {" "}<span class="mark">{dispute.compatible ? "told differently, could both hold" : "contradicted"}</span></h3>
      <div class="positions">
        {dispute.positions.map((position) => (
          <div key={position.says} class="position">
            <p><strong>{position.says}</strong></p>
            <p class="hint">{position.sources.join(", ")}</p>
            <p class="row">{position.claims.slice(0, 6).map((claim, at) => (
              <button key={claim} type="button" class="plain" onClick={() => onClaim(claim)}>claim {at + 1}</button>
            ))}{position.claims.length > 6 && <span class="hint"> and {count(position.claims.length - 6)} more</span>}</p>
          </div>
        ))}
      </div>
      {dispute.distance != null && <p class="hint">{count(dispute.distance)} {dispute.unit} apart.</p>}
      {dispute.settles && <p>Would settle it: {dispute.settles}</p>}
    </section>
  );
}
