import { MEBIBYTE, type PostRefusal } from '../list.ts';

/** What a mail server is told, who tells it to whoever wrote: ASCII, in both languages, for nobody knows yet who reads it. Pure. */
export interface SmtpAnswer {
  code: number;
  words: string;
}

export const TAKEN: SmtpAnswer = { code: 250, words: '2.0.0 OK' };
export const UNKNOWN: SmtpAnswer = {
  code: 550,
  words: '5.1.1 Cette liste n existe pas ici. There is no such list here.',
};
export const ONE_AT_A_TIME: SmtpAnswer = {
  code: 452,
  words: '4.5.3 Une liste a la fois. One list at a time.',
};
export const LATER: SmtpAnswer = {
  code: 451,
  words: '4.3.0 Reessayez plus tard. Try again later.',
};
export const NO_AUTHOR: SmtpAnswer = {
  code: 550,
  words: '5.6.0 Le champ From doit nommer une seule personne. From must name one person.',
};

export const tooLarge = (mostBytes: number): SmtpAnswer => {
  const most = Math.floor(mostBytes / MEBIBYTE);
  return {
    code: 552,
    words:
      `5.3.4 Message trop gros : ${most} Mo au plus, pieces jointes comprises. ` +
      `Message too large: ${most} MB at most, attachments included.`,
  };
};

export const refusalAnswers: Record<PostRefusal, SmtpAnswer> = {
  'not-subscribed': {
    code: 550,
    words:
      '5.7.1 Seules les personnes abonnees ecrivent a cette liste, depuis l adresse de leur compte. ' +
      'Only subscribers may write to this list, from the address of their account.',
  },
  suspended: {
    code: 550,
    words: '5.7.1 Ce compte est suspendu. This account is suspended.',
  },
  'not-reader': {
    code: 550,
    words: '5.7.1 Cet espace est reserve a ses membres. This space is open to its members only.',
  },
  'list-closed': {
    code: 550,
    words: '5.2.1 Cette liste est close. This list is closed.',
  },
  'proof-owed': {
    code: 550,
    words:
      '5.7.1 Des messages attendent deja votre confirmation : ouvrez le lien recu par courriel. ' +
      'Messages already wait for your confirmation: open the link that you were sent.',
  },
  empty: {
    code: 550,
    words: '5.6.0 Ce message est vide. This message is empty.',
  },
};
