import type { Point } from './group.ts';

type ReadPoint = { ok: true; point: Point | null } | { ok: false; field: keyof Point };

/** Decimal degrees as people type them, with a comma or a point; both or none. */
export function readPoint(typed: { latitude: string; longitude: string }): ReadPoint {
  if (typed.latitude === '' && typed.longitude === '') return { ok: true, point: null };
  const latitude = readDegrees(typed.latitude, 90);
  if (latitude === null) return { ok: false, field: 'latitude' };
  const longitude = readDegrees(typed.longitude, 180);
  if (longitude === null) return { ok: false, field: 'longitude' };
  return { ok: true, point: { latitude, longitude } };
}

function readDegrees(typed: string, most: number): number | null {
  if (!/^[-+−]?\d{1,3}(?:[.,]\d{1,18})?$/.test(typed)) return null;
  const degrees = Number(typed.replace('−', '-').replace(',', '.'));
  return Math.abs(degrees) <= most ? degrees : null;
}
