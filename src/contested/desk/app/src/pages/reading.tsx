import { useTitle } from "../shell/use-selection";

/** A report with its claims marked. */
export function ReadingPage({ id }: { id: string }) {
  useTitle("Report");
  return <div class="page"><h1>Report {id}</h1></div>;
}
