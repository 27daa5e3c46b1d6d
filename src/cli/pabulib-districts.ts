import { MOST_DISTRICTS } from '../rooms/spaces/index.ts';
import type { ReadPabulib } from '../rooms/tally/index.ts';

type Cells = Pick<ReadPabulib['projects'][number], 'cells'>;

/** Columns of Pabulib that say where a project stands, the most telling first. */
const COLUMNS = ['district', 'neighborhood', 'subunit'];

/**
 * The districts of an archived edition, in order of appearance, and that of each project ('': the whole
 * town). A file that names more places than an edition may have districts divides the town in none.
 */
export function readDistricts(projects: readonly Cells[]): {
  districts: string[];
  districtOf: (project: Cells) => string;
} {
  const said = ({ cells }: Cells) =>
    COLUMNS.map((column) => cells.get(column)).find((cell) => cell !== undefined) ?? '';
  const districts = [...new Set(projects.map(said))].filter((name) => name !== '');
  return districts.length > MOST_DISTRICTS
    ? { districts: [], districtOf: () => '' }
    : { districts, districtOf: said };
}
