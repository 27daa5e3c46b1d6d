import type { Database } from '../src/platform/database/database.ts';
import { programmeWords } from '../src/rooms/delivery/index.page.ts';
import {
  importProgramme,
  insertRun,
  type ProgrammeMapping,
  saveMapping,
  startRun,
} from '../src/rooms/delivery/index.ts';

const YEARS = 10;

const STAGES = ['to-launch', 'study', 'procurement', 'works', 'delivered', 'inaugurated'] as const;

const MAPPING: ProgrammeMapping = {
  columns: {
    sourceId: 0,
    edition: 1,
    title: 2,
    theme: 3,
    department: 4,
    cost: 5,
    place: 6,
    district: 7,
    stage: 8,
    study: 9,
    works: 10,
    plannedDelivery: 11,
    delivered: 12,
  },
  editionTitle: 'Budget participatif {edition}',
  editionSlug: '{edition}',
  stages: {
    ...Object.fromEntries(STAGES.map((stage) => [stage.replace('-', ''), stage])),
    halt: 'abandoned',
  },
  districts: {},
  priority: ['oui'],
};

const WORDS = [
  'jardin',
  'fontaine',
  'école',
  'piste cyclable',
  'banc',
  'square',
  'crèche',
  'gymnase',
];

/** A programme of ten years, in words of nobody, imported as `palabre import realisations` does it. */
export async function fillProgramme(
  db: Database,
  organisationId: string,
  count: number,
): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => {
    const year = 2014 + (at % YEARS);
    const month = (later: number) => `${year + later}-${String(1 + (at % 12)).padStart(2, '0')}`;
    return {
      row: at + 2,
      cells: [
        String(at + 1),
        String(year),
        `${WORDS[at % WORDS.length]} de la rue ${at}`,
        `Thème ${at % 11}`,
        `Direction ${at % 14}`,
        String(10_000 + (at % 300) * 5000),
        `${at} rue des Lilas`,
        `${1 + (at % 20)}e arrondissement`,
        at % 29 === 0 ? 'halt' : STAGES[(at * 7) % STAGES.length]!,
        month(1),
        month(2),
        month(3),
        month(3 + (at % 3)),
      ],
    };
  });
  const id = await insertRun(db, {
    organisationId,
    by: null,
    fileName: 'programme.csv',
    sha256: 'banc',
    table: {
      kind: 'csv',
      encoding: 'UTF-8',
      separator: ';',
      sheet: '',
      columns: Array.from({ length: 13 }, (_, at) => `c${at}`),
      rows,
    },
  });
  await saveMapping(db, { organisationId, id }, MAPPING);
  await startRun(db, { organisationId, id }, null, { queued: false });
  const ended = await importProgramme(db, { organisationId, id }, programmeWords('fr'));
  if (ended?.added !== count) throw new Error(`${ended?.added} of ${count} were added.`);
}
