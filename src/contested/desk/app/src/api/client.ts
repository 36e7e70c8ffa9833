import createClient from "openapi-fetch";
import type { components, paths } from "./schema";

export type Shapes = components["schemas"];

/** The API, typed from its own description. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  // Also where a change has no body: the server takes changes only as what no other site's form can send.
  headers: { "Content-Type": "application/json" },
  querySerializer: { array: { style: "form", explode: true } },
});
