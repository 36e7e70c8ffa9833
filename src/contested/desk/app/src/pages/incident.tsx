import { useTitle } from "../shell/use-selection";

/** One incident with everything told about it. */
export function IncidentPage({ id }: { id: string }) {
  useTitle("Incident");
  return <div class="page"><h1>Incident {id}</h1></div>;
}
