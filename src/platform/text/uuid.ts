/** Whether a text from outside is an id as the database writes them: anything else is looked for nowhere. */
export const isUuid = (text: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
