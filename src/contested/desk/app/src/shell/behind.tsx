import { useEffect, useState } from "preact/hooks";
import { api, type Shapes } from "../api/client";
import { answered, isProblem, type Problem } from "../api/use";
import { count } from "./format";
import { forgetMoments } from "./moment";
import { look, progress, untilReady } from "./progress";
import { derived, refreshStatus, status } from "./status";

/** How far the incidents shown are behind what was read and judged, and a way to bring them up to date. */
export function Behind() {
  const [state, setState] = useState<Shapes["MomentState"] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const deriving = status.value?.deriving ?? false;
  useEffect(() => {
    if (!busy && !deriving) return;
    const abort = new AbortController();
    const follow = async () => {
      try {
        if (busy) await answered(api.POST("/api/rebuild", { signal: abort.signal }));
        // What is derived may be an earlier day: then those of now are ready.
        else if ((await look("now", abort.signal)).ready) return;
        await untilReady("now", setState, abort.signal);
        forgetMoments();
        derived.value++;
      } catch (error) {
        if (isProblem(error)) setProblem(error);
      }
      if (abort.signal.aborted) return;
      setState(null);
      setBusy(false);
      await refreshStatus();
    };
    void follow();
    return () => abort.abort();
  }, [busy, deriving]);
  const behind = status.value?.outdated ?? 0;
  if (busy || state) return <span class="behind" role="status"><span class="spinner" aria-hidden="true" />{state ? progress(state) : "starting"}…</span>;
  if (problem) return (
    <span class="behind" role="alert">{problem.subject} {problem.problem}{problem.remedy && `: ${problem.remedy}`}
      <button type="button" onClick={() => { setProblem(null); setBusy(true); }}>Try again</button></span>
  );
  if (!behind) return null;
  const what = <>Behind by {count(behind)}</>;
  return status.value?.read_only
    ? <span class="behind" title="Judgements and readings newer than the incidents shown">{what}</span>
    : <button type="button" class="behind" title="Judgements and readings newer than the incidents shown" onClick={() => setBusy(true)}>{what}: bring up to date</button>;
}
