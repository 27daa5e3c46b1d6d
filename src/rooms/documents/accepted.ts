/** Files that a document may be: what is read, looked at or signed in a council. */
export const TAKEN = [
  'image/jpeg',
  'image/png',
  'image/webp',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.oasis.opendocument.text',
] as const;

/** With endings, for systems that know no kind of these documents. */
export const TAKEN_ACCEPT = [...TAKEN, '.docx', '.odt'].join(',');
