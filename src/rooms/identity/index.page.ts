/** Words of this room that pages of higher rooms say too. */

export { PERSON_FIELDS } from './access/person-fields.ts';
export type { BirthRefusal, TypedDate } from './declared-identity.ts';
export { OwnProofFields, ownProofProblems } from './own-proof.page.tsx';
export { roleWords } from './role-words.page.ts';
export { sayNickname, wordsFor as sayIdentityRefusal } from './words.page.ts';
