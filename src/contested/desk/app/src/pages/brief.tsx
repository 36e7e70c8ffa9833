import { useTitle } from "../shell/use-selection";

/** The brief of some days and a place. */
export function BriefPage() {
  useTitle("Brief");
  return <div class="page"><h1>Brief</h1></div>;
}
