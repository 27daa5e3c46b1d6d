import { MOST_DISTRICTS } from '../rooms/spaces/index.ts';
import type { ReadPabulib } from '../rooms/tally/index.ts';

type Cells = Pick<ReadPabulib['projects'][number], 'cells'>;

/** Columns of Pabulib that say where a project stands, the most telling first. */
export const DISTRICT_COLUMNS = ['district', 'neighborhood', 'subunit'];

/** Where a file says that a project stands; '': the whole town. */
export function findDistrict({ cells }: Cells): string {
  return (
    DISTRICT_COLUMNS.map((column) => cells.get(column)).find((cell) => cell !== undefined) ?? ''
  );
}

/**
 * The districts of an archived edition, in order of appearance, and that of each project ('': the whole
 * town). A file that names more places than an edition may have districts divides the town in none.
 */
export function readDistricts(projects: readonly Cells[]): {
  districts: string[];
  districtOf: (project: Cells) => string;
} {
  const districts = [...new Set(projects.map(findDistrict))].filter((name) => name !== '');
  return districts.length > MOST_DISTRICTS
    ? { districts: [], districtOf: () => '' }
    : { districts, districtOf: findDistrict };
}
