/** The districts of an edition (quartiers, secteurs), kept as a list of names by those who write it; none: the whole town. */

export const LONGEST_DISTRICT = 60;
export const MOST_DISTRICTS = 100;

export type DistrictsRefusal = 'too-many-districts' | 'district-too-long' | 'district-repeated';

export function checkDistricts(names: readonly string[]): DistrictsRefusal | null {
  if (names.length > MOST_DISTRICTS) return 'too-many-districts';
  if (names.some((name) => [...name].length > LONGEST_DISTRICT)) return 'district-too-long';
  return new Set(names.map(foldName)).size < names.length ? 'district-repeated' : null;
}

/** Names that differ by capitals or spaces only are one. */
function foldName(name: string): string {
  return name.normalize('NFC').replaceAll(/\s/g, '').toLowerCase();
}
