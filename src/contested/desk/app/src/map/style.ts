import type { DataDrivenPropertyValueSpecification, GeoJSONSourceSpecification, LayerSpecification, StyleSpecification } from "maplibre-gl";

// The field's kinds in the colours of Okabe and Ito, which colour-blind readers can tell apart.
const FAMILY: DataDrivenPropertyValueSpecification<string> = [
  "match", ["get", "family"], "battles", "#d55e00", "explosions", "#e69f00", "civilians", "#cc79a7", "protests", "#56b4e9",
  "developments", "#009e73", "control", "#0072b2", "#8a8f95",
];
const LIGHT = { sea: "#dfe7ee", land: "#f7f6f2", border: "#a9afb6", ink: "#1a1e22", halo: "#ffffff", label: "#4b535c" };
const DARK = { sea: "#10161c", land: "#22282e", border: "#4d565f", ink: "#f2f4f6", halo: "#14181c", label: "#b4bdc6" };
const FONT = ["Noto Sans, Liberation Sans, Arial, sans-serif"];
const EMPTY: GeoJSONSourceSpecification = { type: "geojson", data: { type: "FeatureCollection", features: [] } };

/** The names of the sources whose data is set while the map lives. */
export type Source = "countries" | "areas" | "cells" | "labels" | "box" | "marked";

function ground(c: typeof LIGHT): LayerSpecification[] {
  return [
    { id: "sea", type: "background", paint: { "background-color": c.sea } },
    { id: "land", type: "fill", source: "countries", paint: { "fill-color": c.land, "fill-antialias": false } },
    { id: "borders", type: "line", source: "countries", paint: { "line-color": c.border, "line-width": ["interpolate", ["linear"], ["zoom"], 2, 0.5, 8, 1.4] } },
  ];
}

function told(c: typeof LIGHT): LayerSpecification[] {
  return [
    { id: "areas", type: "fill", source: "areas", paint: {
      // A whole country tells next to nothing of where: its area must not cover what is known better.
      "fill-color": FAMILY, "fill-opacity": ["interpolate", ["linear"], ["get", "km"], 10, 0.14, 60, 0.06, 120, 0] } },
    { id: "areas-edge", type: "line", source: "areas", paint: { "line-color": FAMILY, "line-opacity": ["interpolate", ["linear"], ["get", "km"], 60, 0.6, 250, 0.3], "line-dasharray": [3, 3] } },
    { id: "outer", type: "circle", source: "cells", paint: {
      "circle-radius": ["get", "outer"], "circle-color": FAMILY, "circle-opacity": ["case", ["get", "told"], 0.3, 0.12],
      "circle-stroke-color": FAMILY, "circle-stroke-width": 1.2 } },
    { id: "inner", type: "circle", source: "cells", filter: ["get", "told"], paint: {
      "circle-radius": ["get", "inner"], "circle-color": FAMILY, "circle-opacity": 0.6 } },
    { id: "disputed", type: "circle", source: "cells", filter: ["get", "disputed"], paint: {
      "circle-radius": ["+", ["get", "outer"], 2.5], "circle-opacity": 0, "circle-stroke-color": c.ink, "circle-stroke-width": 1.4 } },
    { id: "labels", type: "symbol", source: "labels", layout: {
      "text-field": ["get", "name"], "text-font": FONT, "text-size": ["interpolate", ["linear"], ["get", "rank"], 0, 13, 60, 10.5],
      "text-variable-anchor": ["top", "bottom", "left", "right"], "text-radial-offset": 1.3, "text-max-width": 8, "symbol-sort-key": ["get", "rank"],
    }, paint: { "text-color": c.label, "text-halo-color": c.halo, "text-halo-width": 1.5 } },
    { id: "counts", type: "symbol", source: "cells", filter: ["!=", ["get", "count"], ""], layout: {
      "text-field": ["get", "count"], "text-font": FONT, "text-size": 11.5, "text-allow-overlap": true,
      // A vague place shares its middle with exact ones: its count stands below theirs.
      "text-offset": ["case", ["get", "vague"], ["literal", [0, 1.25]], ["literal", [0, 0]]] },
      paint: { "text-color": c.ink, "text-halo-color": c.halo, "text-halo-width": 1.4 } },
    { id: "box", type: "line", source: "box", paint: { "line-color": c.ink, "line-width": 1.5, "line-dasharray": [4, 2] } },
    { id: "marked", type: "circle", source: "marked", paint: {
      "circle-radius": 13, "circle-opacity": 0, "circle-stroke-color": c.ink, "circle-stroke-width": 3 } },
  ];
}

/** The map's own style, with nothing from any network. */
export function style(dark: boolean): StyleSpecification {
  const colours = dark ? DARK : LIGHT;
  const sources: Source[] = ["countries", "areas", "cells", "labels", "box", "marked"];
  return {
    version: 8,
    sources: Object.fromEntries(sources.map((name) => [name, EMPTY])),
    layers: [...ground(colours), ...told(colours)],
  };
}
