import writeSpreadsheet from 'write-excel-file/node';

/** A file of ideas as an office would send it. */
export const csvFile = (text: string | Uint8Array, name = 'idées 2026.csv'): File =>
  new File([typeof text === 'string' ? text : new Uint8Array(text)], name);

export const HEADINGS = 'Titre;Texte;Catégorie;Auteur;Courriel;Lieu;Date de dépôt;Identifiant';

/** Lines that say something each. */
export const lines = (count: number, from = 1): string[] =>
  Array.from(
    { length: count },
    (_, at) =>
      `Un banc n° ${at + from};"Pour s’asseoir ; parler ${at + from}";Sport;Camille ${at + from};c${at + from}@fleury.example;Place ${at + from};0${(at % 9) + 1}/03/2026;F-${at + from}`,
  );

export const table = (count: number): string => [HEADINGS, ...lines(count)].join('\r\n');

type Value = string | number | Date | null;

/** The same as a spreadsheet. */
export async function xlsxFile(rows: readonly (readonly Value[])[]): Promise<File> {
  const data = rows.map((row) =>
    row.map((value) =>
      value === null
        ? null
        : value instanceof Date
          ? { value, type: Date, format: 'dd/mm/yyyy' }
          : { value, type: typeof value === 'number' ? Number : String },
    ),
  );
  const bytes = await writeSpreadsheet(data as never).toBuffer();
  return new File([new Uint8Array(bytes)], 'idées.xlsx');
}
