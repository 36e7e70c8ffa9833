import { useTitle } from "../shell/use-selection";

/** Who holds what, as told by whom; all places where none is named. */
export function ControlPage({ place }: { place: string }) {
  useTitle("Control");
  return <div class="page"><h1>Control {place}</h1></div>;
}
