import { useTitle } from "../shell/use-selection";

/** The next claims to judge. */
export function ReviewPage() {
  useTitle("Review");
  return <div class="page"><h1>Review</h1></div>;
}
