import { FAMILIES, type Family } from "../overview/words";
import { radius } from "./cells";

const SIZES = [1, 10, 100];

/** What colours, sizes and rings say. */
export function Legend() {
  return (
    <details class="map-legend">
      <summary>Legend</summary>
      <ul>{(Object.keys(FAMILIES) as Family[]).map((one) => <li key={one}><span class={`dot ${one}`} aria-hidden="true" />{FAMILIES[one]}</li>)}</ul>
      <svg width="150" height="44" role="img" aria-label="Circles grow with the killed reported: 1, 10, 100">
        {SIZES.map((killed, at) => (
          <g key={killed} transform={`translate(${22 + at * 46} 20)`}>
            <circle r={radius(killed)} class="legend-circle" /><text y="4" text-anchor="middle" class="tick">{killed}</text>
          </g>
        ))}
      </svg>
      <p>Outer circle: the highest count of killed told; inner: the lowest. Ring around it: disputed. Number: incidents close together. Dashed area and ~: places known only vaguely.</p>
      <p>Lines on the map imply no opinion on any border. Shapes: Natural Earth.</p>
    </details>
  );
}
