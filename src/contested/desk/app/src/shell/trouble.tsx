import type { ComponentChildren } from "preact";
import type { Problem } from "../api/use";

/** An error in words: what happened, what helps, and a way to try again. */
export function Trouble({ problem, retry }: { problem: Problem; retry?: (() => void) | undefined }) {
  return (
    <div class="trouble" role="alert">
      <p><strong>{problem.subject}</strong> {problem.problem}.{problem.remedy && <> To go on: {problem.remedy}.</>}</p>
      {retry && <button type="button" onClick={retry}>Try again</button>}
    </div>
  );
}

/** Something is on its way. */
export function Waiting({ children }: { children?: ComponentChildren }) {
  return <p class="waiting" role="status"><span class="spinner" aria-hidden="true" />{children ?? "Loading…"}</p>;
}
