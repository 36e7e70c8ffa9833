import "maplibre-gl/dist/maplibre-gl.css";
import type { FeatureCollection } from "geojson";
import { GeoJSONSource, Map, NavigationControl, ScaleControl, setWorkerUrl } from "maplibre-gl";
// The worker as a file of our own, since the content policy allows no other.
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import coarse from "world-atlas/countries-110m.json?url";
import fine from "world-atlas/countries-50m.json?url";
import { boxText, type Bounds } from "./cells";
import { style, type Source } from "./style";

setWorkerUrl(workerUrl);

const FINE_FROM = 4;
const MOST_ZOOM = 14;
/** A move that a person asked for, though not by hand: the address follows it. */
const ASKED = { asked: true };

/** Where the map stands: latitude, longitude, zoom. */
export type At = [lat: number, lon: number, zoom: number];

export interface Events {
  onMoved: (bounds: Bounds, zoom: number, at: At, byHand: boolean) => void;
  onMoving: () => void;
  onOver: (cell: number | null) => void;
  onChoose: (cell: number) => void;
  onBox: (box: string) => void;
}

async function countries(address: string): Promise<FeatureCollection> {
  const world = (await (await fetch(address)).json()) as Topology<{ countries: GeometryCollection }>;
  return feature(world, world.objects.countries);
}

/** The drawn map; made once, then only its data changes. */
export class Drawn {
  readonly map: Map;
  /** Once layers can be added. */
  readonly ready: Promise<void>;
  private readonly waiting = new globalThis.Map<Source, FeatureCollection>();
  private loaded = false;
  private finer = false;

  constructor(container: HTMLElement, dark: boolean, at: At | null, private readonly events: Events) {
    this.map = new Map({
      container, style: style(dark), center: at ? [at[1], at[0]] : [30, 25], zoom: at?.[2] ?? 1.6, maxZoom: MOST_ZOOM,
      attributionControl: false, boxZoom: false, dragRotate: false, pitchWithRotate: false, touchPitch: false, renderWorldCopies: false,
    });
    this.ready = new Promise((resolve) => void this.map.once("style.load", () => resolve()));
    this.map.touchZoomRotate.disableRotation();
    this.map.keyboard.disableRotation();
    this.map.addControl(new NavigationControl({ showCompass: false }), "top-left");
    this.map.addControl(new ScaleControl(), "bottom-right");
    this.map.getCanvas().setAttribute("aria-label", "Map of incidents; arrow keys move it, plus and minus zoom. The list has everything that it shows");
    this.listen();
  }

  private listen(): void {
    const { map, events } = this;
    map.once("style.load", () => {
      this.loaded = true;
      for (const [source, data] of this.waiting) this.set(source, data);
      void countries(coarse).then((data) => !this.finer && this.set("countries", data));
    });
    // A map that begins where the address says has not moved yet.
    map.once("style.load", () => this.moved(false));
    map.once("idle", () => this.refine());
    map.on("move", events.onMoving);
    map.on("moveend", (event) => this.moved(event.originalEvent !== undefined || "asked" in event));
    map.on("mousemove", "outer", (event) => {
      map.getCanvas().style.cursor = "pointer";
      // The smallest circle under the hand is the one drawn last.
      events.onOver(Number(event.features?.[0]?.properties.at ?? -1));
    });
    map.on("mouseleave", "outer", () => {
      map.getCanvas().style.cursor = "";
      events.onOver(null);
    });
    map.on("click", "outer", (event) => {
      const at = event.features?.[0]?.properties.at;
      if (at !== undefined && !event.originalEvent.shiftKey) events.onChoose(Number(at));
    });
    this.listenForBox();
  }

  private moved(byHand: boolean): void {
    const bounds = this.map.getBounds();
    const { lat, lng } = this.map.getCenter();
    const zoom = this.map.getZoom();
    if (this.map.loaded()) this.refine();
    this.events.onMoved([bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()], zoom, [lat, lng, zoom], byHand);
  }

  /** Finer coasts and borders, once the map is near enough to show them and has drawn the coarse ones. */
  private refine(): void {
    if (this.finer || this.map.getZoom() < FINE_FROM) return;
    this.finer = true;
    void countries(fine).then((data) => this.set("countries", data), () => (this.finer = false));
  }

  /** Shift and drag draws a box that selects. */
  private listenForBox(): void {
    const canvas = this.map.getCanvasContainer();
    canvas.addEventListener("mousedown", (down) => {
      if (!down.shiftKey || down.button !== 0) return;
      down.preventDefault();
      this.map.dragPan.disable();
      const home = canvas.getBoundingClientRect();
      const drawn = canvas.appendChild(document.createElement("div"));
      drawn.className = "map-box";
      const edges = (now: MouseEvent) => [
        Math.min(down.clientX, now.clientX) - home.left, Math.min(down.clientY, now.clientY) - home.top,
        Math.max(down.clientX, now.clientX) - home.left, Math.max(down.clientY, now.clientY) - home.top,
      ] as const;
      const draw = (now: MouseEvent) => {
        const [left, top, right, bottom] = edges(now);
        Object.assign(drawn.style, { left: `${left}px`, top: `${top}px`, width: `${right - left}px`, height: `${bottom - top}px` });
      };
      const end = (now: MouseEvent) => {
        window.removeEventListener("mousemove", draw);
        this.map.dragPan.enable();
        drawn.remove();
        const [left, top, right, bottom] = edges(now);
        if (right - left < 5 || bottom - top < 5) return;
        const [from, to] = [this.map.unproject([left, bottom]), this.map.unproject([right, top])];
        this.events.onBox(boxText([from.lng, from.lat, to.lng, to.lat]));
      };
      window.addEventListener("mousemove", draw);
      window.addEventListener("mouseup", end, { once: true });
    }, true);
  }

  set(source: Source, data: FeatureCollection): void {
    const found = this.loaded ? this.map.getSource(source) : undefined;
    if (found instanceof GeoJSONSource) void found.setData(data);
    else this.waiting.set(source, data);
  }

  paint(dark: boolean): void {
    if (!this.loaded) return void this.map.once("style.load", () => this.paint(dark));
    for (const layer of style(dark).layers) {
      for (const [name, value] of Object.entries(layer.paint ?? {})) this.map.setPaintProperty(layer.id, name as never, value as never);
    }
  }

  fit([west, south, east, north]: Bounds, moving: boolean): void {
    this.map.fitBounds([[west, south], [east, north]], { padding: 55, maxZoom: 9, animate: moving }, moving ? ASKED : {});
  }

  goTo([lat, lon, zoom]: At): void {
    this.map.jumpTo({ center: [lon, lat], zoom });
  }

  closer(lon: number, lat: number): void {
    this.map.easeTo({ center: [lon, lat], zoom: this.map.getZoom() + 2 }, ASKED);
  }

  bounds(): Bounds {
    const bounds = this.map.getBounds();
    return [bounds.getWest(), bounds.getSouth(), bounds.getEast(), bounds.getNorth()];
  }

  end(): void {
    this.map.remove();
  }
}
