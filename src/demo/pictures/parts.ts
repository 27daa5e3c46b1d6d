/** What the drawn scenes of the demo are made of: flat shapes on a sheet of 960 by 640, in the colours of the house. */

export const ink = '#1D2321';
export const grey = '#4C5652';
export const paper = '#FBF9F4';
export const green = '#1B6B3A';
export const darkGreen = '#14532D';
export const leaf = '#7FA66B';
export const terracotta = '#B4491F';
export const ochre = '#8A5A00';
export const yellow = '#D9A400';
export const blue = '#1F3A8A';
export const water = '#7FB7C9';
export const wood = '#9A6A33';
export const stone = '#C9BFAC';

export const rect = (x: number, y: number, w: number, h: number, fill: string, rx = 0): string =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" rx="${rx}"/>`;
export const circle = (x: number, y: number, r: number, fill: string): string =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;
export const ellipse = (x: number, y: number, rx: number, ry: number, fill: string): string =>
  `<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
export const shape = (d: string, fill: string): string => `<path d="${d}" fill="${fill}"/>`;
export const line = (d: string, stroke: string, width: number): string =>
  `<path d="${d}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;
/** The same thing at several places. */
export const each = <T>(places: readonly T[], draw: (place: T) => string): string =>
  places.map(draw).join('');

/** Standing with its foot at (x, y); `r`: of its crown. */
export function tree(x: number, y: number, r: number, crown = green): string {
  const top = y - r * 2.2;
  return (
    line(`M${x} ${y}V${top}M${x} ${y - r * 0.9}l${r * 0.4} ${-r * 0.5}`, '#6B4A1E', r * 0.2) +
    circle(x - r * 0.5, top + r * 0.35, r * 0.66, crown) +
    circle(x + r * 0.5, top + r * 0.3, r * 0.7, crown) +
    circle(x, top - r * 0.25, r * 0.8, crown) +
    `<circle cx="${x - r * 0.22}" cy="${top - r * 0.42}" r="${r * 0.42}" fill="#FFFFFF" fill-opacity=".14"/>`
  );
}

export const bush = (x: number, y: number, r: number, fill = darkGreen): string =>
  circle(x - r, y - r * 0.5, r * 0.8, fill) +
  circle(x, y - r * 0.9, r, fill) +
  circle(x + r, y - r * 0.5, r * 0.8, fill);

/** A house with its foot at y. */
function house(x: number, y: number, w: number, h: number, wall: string, roof: string) {
  const pane = w / 5;
  return (
    rect(x, y - h, w, h, wall) +
    shape(`M${x - 12} ${y - h}l${w / 2 + 12} ${-w * 0.36}l${w / 2 + 12} ${w * 0.36}Z`, roof) +
    each([x + pane * 0.8, x + pane * 3.2], (left) =>
      rect(left, y - h + 22, pane, pane * 1.35, '#DCE9F2', 3),
    ) +
    rect(x + w / 2 - pane / 2, y - pane * 2, pane, pane * 2, ochre, 4)
  );
}

interface Looks {
  shirt: string;
  trousers?: string;
  skin?: string;
  hair?: string;
  /** Of both arms. */
  arms?: 'down' | 'up' | 'out';
}

/** Somebody of that height with their feet at (x, y). */
export function person(x: number, y: number, height: number, looks: Looks): string {
  const { shirt, trousers = '#33415C', skin = '#E3B08A', hair = '#4A2F1B', arms = 'down' } = looks;
  const u = height / 10;
  const hand = {
    down: `l${u * 0.9} ${u * 2.6}`,
    up: `l${u * 1.1} ${-u * 2.6}`,
    out: `l${u * 2.1} ${u * 1.5}`,
  }[arms];
  const mirrored = hand.replace('l', 'l-');
  return (
    line(
      `M${x - u * 0.8} ${y - u * 4}V${y - u * 0.4}M${x + u * 0.8} ${y - u * 4}V${y - u * 0.4}`,
      trousers,
      u * 1.3,
    ) +
    rect(x - u * 1.8, y - u * 7.9, u * 3.6, u * 4.4, shirt, u * 1.3) +
    line(
      `M${x + u * 1.5} ${y - u * 7.2}${hand}M${x - u * 1.5} ${y - u * 7.2}${mirrored}`,
      shirt,
      u,
    ) +
    circle(x, y - u * 9, u * 1.2, skin) +
    shape(
      `M${x - u * 1.25} ${y - u * 9}a${u * 1.25} ${u * 1.25} 0 0 1 ${u * 2.5} 0q${-u} ${-u * 0.7} ${-u * 2.5} 0Z`,
      hair,
    )
  );
}

export const skins = ['#E3B08A', '#8D5A3B', '#C98F63', '#F0C8A8'] as const;

/** A bench with its feet at y. */
export const bench = (x: number, y: number, w: number): string =>
  line(`M${x + 20} ${y}v-58M${x + w - 20} ${y}v-58`, grey, 10) +
  rect(x, y - 62, w, 16, wood, 5) +
  rect(x, y - 112, w, 15, wood, 5) +
  rect(x, y - 88, w, 15, wood, 5) +
  line(`M${x + 30} ${y - 58}v-54M${x + w - 30} ${y - 58}v-54`, grey, 6);

/** Meadow, hills and a low sun. */
export const park = (sky = '#DCEAF1', grass = '#B4C99A'): string =>
  rect(0, 0, 960, 640, sky) +
  circle(760, 130, 62, '#F6E3B4') +
  shape('M0 380Q220 270 470 360T960 330V640H0Z', '#CBDAB5') +
  shape('M0 430Q300 380 560 425T960 410V640H0Z', grass);

/** A paved square before a row of houses. */
export const square = (sky = '#E1ECF3', ground = '#D9CDB4'): string =>
  rect(0, 0, 960, 640, sky) +
  house(20, 430, 170, 210, '#EADBC0', terracotta) +
  house(205, 430, 150, 170, '#F3E9D6', '#8C4A2F') +
  house(620, 430, 150, 190, '#E6D2B5', terracotta) +
  house(785, 430, 165, 220, '#F3E9D6', '#8C4A2F') +
  rect(0, 430, 960, 210, ground) +
  line('M0 500H960M0 575H960M140 430L60 640M480 430V640M820 430L900 640', '#CBBD9F', 4);

/** A room with light from one side. */
export const room = (wall = '#EFE3D0', floor = '#C99F6C'): string =>
  rect(0, 0, 960, 640, wall) +
  rect(0, 470, 960, 170, floor) +
  rect(0, 458, 960, 14, '#FBF9F4') +
  line('M0 540H960M160 472L90 640M480 472V640M800 472L870 640', '#B98E5C', 4);
