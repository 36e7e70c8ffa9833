import { api, type Shapes } from "../api/client";
import { useApi } from "../api/use";
import { Trouble, Waiting } from "../shell/trouble";

/** Why two claims are, or are not, one incident, in the words of the rules. */
export function Why({ cards, chosen }: { cards: Shapes["ClaimCard"][]; chosen: string }) {
  const one = cards.find((card) => card.claim.id === chosen) ?? cards[0];
  const others = cards.filter((card) => card !== one).slice(0, 12);
  if (!one || others.length === 0) return <p class="hint">One claim alone: there is nothing to be joined with.</p>;
  return (
    <div class="stack">
      <p class="hint">Compared with the claim of {one.claim.report.publisher ?? "an unknown outlet"}{chosen ? "" : " that came first"}; choose “Compare” at another claim to compare with that.</p>
      {others.map((other) => <Pair key={other.claim.id} one={one.claim.id} other={other} />)}
    </div>
  );
}

function Pair({ one, other }: { one: string; other: Shapes["ClaimCard"] }) {
  const got = useApi(`${one} ${other.claim.id}`, (signal) => api.GET("/api/why", { params: { query: { one, other: other.claim.id } }, signal }));
  return (
    <details class="why">
      <summary>{other.claim.report.publisher ?? "unknown outlet"}: <q>{other.claim.evidence.quote.slice(0, 120)}</q></summary>
      {got.problem ? <Trouble problem={got.problem} retry={got.retry} /> : got.data ? <pre>{got.data.lines.join("\n")}</pre> : <Waiting />}
    </details>
  );
}
