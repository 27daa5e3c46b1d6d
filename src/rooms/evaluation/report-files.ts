/** The files of a report, by their names in its address. */
export const REPORT_FILES = {
  pdf: 'bilan.pdf',
  csv: 'bilan.csv',
  xlsx: 'bilan.xlsx',
  json: 'bilan.json',
  /** What each column of the CSV and XLSX holds; the JSON says it itself. */
  columns: 'colonnes.csv',
} as const;
export type ReportFile = keyof typeof REPORT_FILES;

export const readReportFile = (segment: string): ReportFile | null =>
  (Object.keys(REPORT_FILES) as ReportFile[]).find((one) => REPORT_FILES[one] === segment) ?? null;
