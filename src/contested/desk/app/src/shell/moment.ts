import { useEffect, useState } from "preact/hooks";
import { api, type Shapes } from "../api/client";
import { answered, isProblem, type Problem } from "../api/use";
import { look, untilReady } from "./progress";

type State = Shapes["MomentState"];
const atHand = new Set<string>();

export interface Moment {
  /** False while the incidents of that day are derived: ask for nothing as of it until then. */
  ready: boolean;
  state: State | null;
  problem: Problem | null;
  retry: () => void;
}

/** See that the incidents as known on a day are at hand, deriving them where they are not; null is now. */
export function useMoment(asOf: string | null): Moment {
  const [state, setState] = useState<State | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [again, setAgain] = useState(0);
  useEffect(() => {
    setState(null);
    setProblem(null);
    if (!asOf || atHand.has(asOf)) return;
    const abort = new AbortController();
    const follow = async () => {
      try {
        // Asking to derive what is at hand would derive it anew.
        const found = await look(asOf, abort.signal);
        if (!found.ready) {
          setState(await answered(api.POST("/api/moments", { body: { as_of: asOf }, signal: abort.signal })));
          await untilReady(asOf, setState, abort.signal);
        }
        atHand.add(asOf);
        setState({ as_of: asOf, ready: true, stage: "", count: 0 });
      } catch (error) {
        if (isProblem(error)) setProblem(error);
      }
    };
    void follow();
    return () => abort.abort();
  }, [asOf, again]);
  return { ready: !asOf || atHand.has(asOf), state, problem, retry: () => setAgain(again + 1) };
}

/** Forget which moments are at hand, after the incidents were derived anew. */
export function forgetMoments(): void {
  atHand.clear();
}
