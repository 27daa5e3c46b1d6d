import { csvFile } from './tables.ts';

/** Columns of the file below, as the page on which they are named counts them. */
export const PROGRAMME_COLUMNS = {
  sourceId: '1',
  edition: '2',
  title: '3',
  department: '4',
  cost: '5',
  stage: '6',
  plannedDelivery: '7',
  district: '8',
};

/** Three realisations of invented streets, one without a title. */
export const programmeFile = (from = 1, change = (line: string) => line): File =>
  csvFile(
    [
      'Identifiant;Édition;Titre;Direction;Budget;Avancement;Livraison prévue;Quartier',
      `R${from};2019;Un banc rue ${from};Voirie;12 000;Travaux;2020-06;Gare`,
      `R${from + 1};2019;;Espaces verts;800,50;Travaux;2020-13;Gare`,
      `R${from + 2};2021;Une fontaine;;4000;Travaux;2099-01;`,
    ]
      .map(change)
      .join('\r\n'),
    'réalisations.csv',
  );
