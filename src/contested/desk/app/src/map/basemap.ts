import type { LayerSpecification, Map } from "maplibre-gl";
import type { Shapes } from "../api/client";

const ID = "basemap";
// What is drawn lies above; the land of our own shapes is covered.
const BELOW = "areas";
/** Where the desk hands out a PMTiles file that lies beside it. */
const FILE = "/api/basemap";

function vector(): LayerSpecification[] {
  const of = (id: string, rest: object) => ({ id: `${ID}-${id}`, source: ID, ...rest }) as LayerSpecification;
  return [
    of("water", { type: "fill", "source-layer": "water", filter: ["==", ["geometry-type"], "Polygon"], paint: { "fill-color": "#9fb8cc", "fill-opacity": 0.6 } }),
    of("built", { type: "fill", "source-layer": "landuse", filter: ["in", ["get", "kind"], ["literal", ["residential", "urban_area", "industrial"]]],
      paint: { "fill-color": "#8a8f95", "fill-opacity": 0.2 } }),
    of("roads", { type: "line", "source-layer": "roads", paint: { "line-color": "#8a8f95", "line-opacity": 0.6,
      "line-width": ["interpolate", ["linear"], ["zoom"], 6, 0.4, 14, 2.5] } }),
  ];
}

/** Who is to be named for a map, as words: what a file says of it is foreign, and never markup. */
function words(markup: unknown): string {
  if (typeof markup !== "string") return "";
  return new DOMParser().parseFromString(markup, "text/html").body.textContent.trim();
}

/**
 * Lay the user's own basemap under what is told: a PMTiles file that the desk serves, or tiles by address.
 * Gives whom to credit for it, "" where nobody is named; fails where the file is no basemap.
 */
export async function addBasemap(map: Map, address: string, kind: Shapes["Status"]["basemap_kind"]): Promise<string> {
  if (kind === "none") return "";
  if (kind === "tiles") {
    map.addSource(ID, { type: "raster", tiles: [address], tileSize: 256 });
    map.addLayer({ id: ID, type: "raster", source: ID, paint: { "raster-saturation": -0.5 } }, BELOW);
    return `Tiles: ${new URL(address).host}`;
  }
  const [{ PMTiles, Protocol, TileType }, { addProtocol }] = await Promise.all([import("pmtiles"), import("maplibre-gl")]);
  const protocol = new Protocol();
  addProtocol("pmtiles", protocol.tile);
  const file = new PMTiles(new URL(FILE, location.origin).href);
  protocol.add(file);
  const { tileType } = await file.getHeader();
  const url = `pmtiles://${file.source.getKey()}`;
  if (tileType === TileType.Mvt) {
    map.addSource(ID, { type: "vector", url });
    for (const layer of vector()) map.addLayer(layer, BELOW);
  } else {
    map.addSource(ID, { type: "raster", url, tileSize: 256 });
    map.addLayer({ id: ID, type: "raster", source: ID }, BELOW);
  }
  return words(((await file.getMetadata().catch(() => null)) as { attribution?: unknown } | null)?.attribution);
}
