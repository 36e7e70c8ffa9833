import { useTitle } from "../shell/use-selection";

/** Map, timeline and list of a selection, with what to filter by. */
export function Overview() {
  useTitle("Overview");
  return <div class="page"><h1>Overview</h1></div>;
}
