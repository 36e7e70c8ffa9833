import { useTitle } from "../shell/use-selection";

/** How outlets word the same things. */
export function FramingPage() {
  useTitle("Framing");
  return <div class="page"><h1>Framing</h1></div>;
}
