/** A part of a map, as its address says it: what gathers many places by squares shows one. Decimal degrees, WGS 84. */
export interface Frame {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** Degrees: about a hundred metres. */
const SMALLEST = 0.001;

/** « 1.9,47.8,2,47.9 » as an address carries it; null for anything else. */
export function readFrame(text: string | null): Frame | null {
  const parts = (text ?? '').split(',');
  if (parts.length !== 4 || !parts.every((part) => /^-?\d{1,3}(\.\d{1,6})?$/.test(part)))
    return null;
  const [west, south, east, north] = parts.map(Number) as [number, number, number, number];
  const holds = west < east && south < north && west >= -180 && east <= 180;
  return holds && south >= -85 && north <= 85 ? { west, south, east, north } : null;
}

export function writeFrame({ west, south, east, north }: Frame): string {
  return [west, south, east, north].map((degrees) => Number(degrees.toFixed(5))).join(',');
}

export function widen({ west, south, east, north }: Frame, share: number): Frame {
  const [across, up] = [
    Math.max((east - west) * share, SMALLEST / 4),
    Math.max((north - south) * share, SMALLEST / 4),
  ];
  return {
    west: Math.max(-180, west - across),
    south: Math.max(-85, south - up),
    east: Math.min(180, east + across),
    north: Math.min(85, north + up),
  };
}

/** Whether squares would still part what a frame holds. */
export function canPart({ west, south, east, north }: Frame): boolean {
  return east - west > SMALLEST || north - south > SMALLEST;
}
