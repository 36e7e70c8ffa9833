import { useTitle } from "../shell/use-selection";

/** Who decided what, when and why. */
export function AuditPage() {
  useTitle("Audit");
  return <div class="page"><h1>Audit</h1></div>;
}
