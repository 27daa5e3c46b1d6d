// first: what Leaflet does as it is loaded must be allowed by then
import './map/trusted.ts';
import {
  DomUtil,
  divIcon,
  GridLayer,
  type LatLng,
  type LatLngBoundsExpression,
  type Map as LeafletMap,
  map as makeMap,
  marker,
  svgOverlay,
  tileLayer,
} from 'leaflet';

/** Address of the built `map/vector-tiles.ts`, written here by build/assets. */
declare const VECTOR_TILES_SCRIPT: string;

const SVG = 'http://www.w3.org/2000/svg';
/** How much closer one can come than the whole plan. */
const CLOSER = 6;
/** The level to which drawn tiles stay sharp beyond what a file holds. */
const SHARP = 19;
/** Pixels that a pin moves by at each arrow key. */
const STEP = 8;

/**
 * Lets one move in a map that the server drew, and set a pin on it. What is shown is taken from the drawing: it is
 * in the projection of tiles, so it lies on them as it is.
 */
class PlaceMap extends HTMLElement {
  connectedCallback(): void {
    const drawing = this.querySelector<SVGSVGElement>('svg');
    if (!drawing || this.querySelector('.map-moving')) return;
    const { west, south, east, north, tiles } = this.dataset;
    const bounds: LatLngBoundsExpression = [
      [Number(south), Number(west)],
      [Number(north), Number(east)],
    ];
    const frame = document.createElement('div');
    frame.className = tiles ? 'map-moving map-tiled' : 'map-moving';
    frame.setAttribute('role', 'group');
    frame.setAttribute('aria-label', drawing.getAttribute('aria-label') ?? '');
    const { width, height } = drawing.viewBox.baseVal;
    frame.style.aspectRatio = `${width} / ${height}`;
    drawing.before(frame);
    const map = makeMap(frame, {
      attributionControl: false,
      zoomControl: false,
      // a page is scrolled past a map, not into it
      scrollWheelZoom: false,
      dragging: !isTouched(),
      zoomSnap: 0,
      zoomDelta: 1,
    });
    map.fitBounds(bounds, { animate: false });
    const whole = map.getBoundsZoom(bounds);
    map.setMinZoom(Math.floor(whole) - 1);
    const highest = tiles ? Number(this.dataset.highest) : 0;
    map.setMaxZoom(Math.max(whole + CLOSER, 'vector' in this.dataset ? SHARP : highest));
    map.setMaxBounds(map.getBounds().pad(1));
    // on a telephone one finger scrolls the page, until somebody came closer
    map.on('zoomend', () => {
      if (!isTouched()) return;
      const closer = map.getZoom() > whole + 0.5;
      map.dragging[closer ? 'enable' : 'disable']();
      frame.style.touchAction = closer ? 'none' : '';
    });
    if (tiles && 'vector' in this.dataset) this.addVectorTiles(map, tiles);
    else if (tiles)
      tileLayer(`${tiles}/{z}/{x}/{y}`, {
        minZoom: 0,
        minNativeZoom: Number(this.dataset.lowest),
        maxNativeZoom: Number(this.dataset.highest),
        maxZoom: 24,
        className: 'map-tile',
      }).addTo(map);
    this.addShapes(map, drawing, bounds);
    this.addPins(map, drawing);
    this.addButtons(map, frame);
    if (this.dataset.longitude) this.pickPin(map);
    drawing.setAttribute('hidden', '');
  }

  /** What draws them comes only now: most maps have none. */
  private async addVectorTiles(map: LeafletMap, tiles: string): Promise<void> {
    const { makeVectorLayer } = (await import(
      VECTOR_TILES_SCRIPT
    )) as typeof import('./map/vector-tiles.ts');
    makeVectorLayer(
      { GridLayer, DomUtil },
      {
        url: `${tiles}/{z}/{x}/{y}`,
        lowestZoom: Number(this.dataset.lowest),
        highestZoom: Number(this.dataset.highest),
      },
    ).addTo(map);
  }

  private addShapes(map: LeafletMap, drawing: SVGSVGElement, bounds: LatLngBoundsExpression): void {
    const shapes = drawing.querySelector('.map-shapes');
    if (!shapes) return;
    const copy = document.createElementNS(SVG, 'svg');
    copy.setAttribute('viewBox', drawing.getAttribute('viewBox') ?? '');
    copy.setAttribute('preserveAspectRatio', 'none');
    copy.append(shapes.cloneNode(true));
    svgOverlay(copy, bounds, { interactive: false }).addTo(map);
  }

  private addPins(map: LeafletMap, drawing: SVGSVGElement): void {
    for (const pin of drawing.querySelectorAll<SVGElement>('.map-pin')) {
      // the pin that is picked stands for it
      if (this.dataset.longitude) continue;
      const radius = Number(pin.dataset.radius);
      marker([Number(pin.dataset.latitude), Number(pin.dataset.longitude)], {
        icon: divIcon({
          html: alone(pin, radius) as unknown as HTMLElement,
          className: 'map-moving-pin',
          iconSize: [2 * radius, 2 * radius],
        }),
        keyboard: false,
        title: pin.querySelector('title')?.textContent ?? '',
      }).addTo(map);
    }
  }

  private addButtons(map: LeafletMap, frame: HTMLElement): void {
    const row = document.createElement('div');
    row.className = 'map-buttons';
    const button = (sign: string, words: string, act: () => void) => {
      const made = document.createElement('button');
      made.type = 'button';
      made.textContent = sign;
      made.setAttribute('aria-label', words);
      made.title = words;
      made.addEventListener('click', (event) => {
        event.stopPropagation();
        act();
      });
      made.addEventListener('dblclick', (event) => event.stopPropagation());
      row.append(made);
    };
    button('+', this.dataset.closer ?? '', () => map.zoomIn());
    button('−', this.dataset.farther ?? '', () => map.zoomOut());
    frame.append(row);
  }

  /** A pin where one clicks, or where arrow keys take it: it writes itself into the form. */
  private pickPin(map: LeafletMap): void {
    const field = (name: string | undefined) =>
      this.closest('form')?.querySelector<HTMLInputElement>(`input[name="${name}"]`) ?? null;
    const longitude = field(this.dataset.longitude);
    const latitude = field(this.dataset.latitude);
    if (!longitude || !latitude) return;
    const form = this.closest('form');
    const write = ({ lat, lng }: LatLng) => {
      longitude.value = lng.toFixed(6);
      latitude.value = lat.toFixed(6);
      // what was chosen before the pin was set is no longer meant
      for (const choice of form?.querySelectorAll<HTMLInputElement>('input[name="choice"]') ?? [])
        choice.checked = choice.value === '';
      const district = form?.querySelector<HTMLSelectElement>('select[name="district"]');
      if (district) district.value = '';
    };
    const number = (input: HTMLInputElement) => Number(input.value.trim().replace(',', '.'));
    const isPlaced = longitude.value.trim() !== '' && latitude.value.trim() !== '';
    const start: [number, number] = isPlaced
      ? [number(latitude), number(longitude)]
      : [map.getCenter().lat, map.getCenter().lng];
    if (!start.every(Number.isFinite)) return;
    const pin = marker(start, {
      icon: divIcon({
        html: pickedPin() as unknown as HTMLElement,
        className: 'map-picked',
        iconSize: [36, 36],
      }),
      draggable: true,
      keyboard: true,
      alt: '',
      opacity: isPlaced ? 1 : 0.6,
    }).addTo(map);
    const element = pin.getElement();
    element?.setAttribute('aria-label', this.dataset.pin ?? '');
    const set = (at: LatLng) => {
      pin.setLatLng(at);
      pin.setOpacity(1);
      write(at);
    };
    map.on('click', ({ latlng }) => set(latlng));
    pin.on('dragend', () => set(pin.getLatLng()));
    element?.addEventListener('keydown', (event) => {
      const [x, y] = MOVES[event.key] ?? [0, 0];
      if (x === 0 && y === 0) return;
      event.preventDefault();
      event.stopPropagation();
      const from = map.latLngToContainerPoint(pin.getLatLng());
      const to = map.containerPointToLatLng([from.x + x * STEP, from.y + y * STEP]);
      set(to);
      if (!map.getBounds().contains(to)) map.panTo(to);
    });
    for (const input of [longitude, latitude])
      input.addEventListener('change', () => {
        const at: [number, number] = [number(latitude), number(longitude)];
        if (at.every(Number.isFinite)) pin.setLatLng(at).setOpacity(1);
      });
    const said = this.querySelector('figcaption span');
    if (said && this.dataset.caption) said.textContent = this.dataset.caption;
  }
}

const MOVES: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const isTouched = (): boolean => matchMedia('(pointer: coarse)').matches;

/** One pin of the drawing in a picture of its own. */
function alone(pin: SVGElement, radius: number): SVGSVGElement {
  const picture = document.createElementNS(SVG, 'svg');
  const copy = pin.cloneNode(true) as SVGElement;
  const circle = copy.querySelector('circle');
  const [x, y] = [Number(circle?.getAttribute('cx')), Number(circle?.getAttribute('cy'))];
  picture.setAttribute('viewBox', `${x - radius} ${y - radius} ${2 * radius} ${2 * radius}`);
  picture.append(copy);
  return picture;
}

function pickedPin(): SVGSVGElement {
  const picture = document.createElementNS(SVG, 'svg');
  picture.setAttribute('viewBox', '-18 -18 36 36');
  const circle = document.createElementNS(SVG, 'circle');
  circle.setAttribute('r', '14');
  picture.append(circle);
  return picture;
}

customElements.define('place-map', PlaceMap);
