import * as m from '../../paraglide/messages.js';
import type { ColumnType, DataColumn } from './data-set.ts';

/** One column: heading, type, what it means, an example, what it says of a row. */
export function column<Row>(
  key: string,
  type: ColumnType,
  meaning: () => string,
  example: string,
  write: DataColumn<Row>['write'],
): DataColumn<Row> {
  return { key, type, meaning, example, write };
}

/** An amount in euros; the heading says so too. */
export function euros<Row>(
  key: string,
  meaning: () => string,
  example: string,
  cents: (row: Row) => number | null,
): DataColumn<Row> {
  const write = (row: Row) => {
    const amount = cents(row);
    return amount === null ? null : amount / 100;
  };
  return { key, type: 'decimal', unit: 'euro', meaning, example, write };
}

/** The edition that a row is of, as addresses name it. */
export function editionColumn<Row extends { editionId: string | null }>(): DataColumn<Row> {
  return column(
    'edition',
    'text',
    m.opendata_column_edition,
    'budget-participatif-2026',
    (row, { editions }) =>
      row.editionId === null ? null : (editions.get(row.editionId)?.slug ?? null),
  );
}

/** Where it is: words, and a point in degrees (WGS 84), as the page shows them. */
export function placeColumns<
  Row extends { place: string; latitude: number | null; longitude: number | null },
>(): DataColumn<Row>[] {
  const degrees = (key: 'latitude' | 'longitude', meaning: () => string, example: string) => ({
    ...column<Row>(key, 'decimal', meaning, example, (row) => row[key]),
    unit: 'degree' as const,
  });
  return [
    column('lieu', 'text', m.opendata_column_place, 'Quai du Port', (row) => row.place || null),
    degrees('latitude', m.opendata_column_latitude, '47.9025'),
    degrees('longitude', m.opendata_column_longitude, '1.909'),
  ];
}

/** The page of it: an address of the site that one may open. */
export function pageColumn<Row>(
  path: (row: Row, slug: string) => string,
  editionOf: (row: Row) => string | null,
): DataColumn<Row> {
  return column(
    'adresse',
    'address',
    m.opendata_column_address,
    'https://…/editions/2026/idees/12',
    (row, around) => {
      const slug = around.editions.get(editionOf(row) ?? '')?.slug;
      return slug === undefined ? null : around.origin + path(row, slug);
    },
  );
}
