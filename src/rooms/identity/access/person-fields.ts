/** What forms that give a role to somebody call their fields. */
export const PERSON_FIELDS = { email: 'courriel', name: 'nom' } as const;
