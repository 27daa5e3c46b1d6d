/** Every fault by its name, the most telling first, and what it says to a reader. */
import type { Fault } from './report.ts';

type Say = (about: string, detail: string) => string;

const words = {
  'manifest-edited': [
    (about, detail) =>
      `Le manifeste (les règles du scrutin) n’est pas celui de l’ouverture : son empreinte est ${about}, ${detail}.`,
    (about, detail) =>
      `The manifest (the terms of the poll) is not the one of the opening: its hash is ${about}, ${detail}.`,
  ],
  'key-differs': [
    (about) => `La clé du manifeste (${about}) n’est pas celle que vous avez donnée.`,
    (about) => `The key of the manifest (${about}) is not the one you gave.`,
  ],
  'label-swapped': [
    (about) => `L’intitulé de l’option « ${about} » n’est pas celui qui a été soumis au vote.`,
    (about) => `The label of option “${about}” is not the one that was put to the vote.`,
  ],
  'ballot-flipped': [
    (about) =>
      `Le bulletin ${about} a été modifié : ses choix ne correspondent plus à son empreinte.`,
    (about) => `Ballot ${about} was changed: its choices no longer match its commitment.`,
  ],
  'key-not-of-poll': [
    () => 'La clé publiée n’est pas celle du scrutin : elle n’ouvre pas les bulletins.',
    () => 'The published key is not that of the poll: it does not open the ballots.',
  ],
  'sealed-altered': [
    (about) => `Le bulletin scellé ${about} a été modifié : il ne correspond plus à son empreinte.`,
    (about) => `Sealed ballot ${about} was changed: it no longer matches its commitment.`,
  ],
  'opened-otherwise': [
    (about) => `Le bulletin ${about} n’est pas celui qui était chiffré.`,
    (about) => `Ballot ${about} is not the one that was encrypted.`,
  ],
  'ballot-copied': [
    (about) => `Le bulletin scellé ${about} est la copie d’un autre.`,
    (about) => `Sealed ballot ${about} is the copy of another.`,
  ],
  'invalid-wrongly': [
    (about) => `Le bulletin ${about} est annoncé nul à tort.`,
    (about) => `Ballot ${about} is wrongly announced as invalid.`,
  ],
  'invalid-unnamed': [
    (about) => `Le bulletin ${about} est nul, et le dossier ne le dit pas.`,
    (about) => `Ballot ${about} is invalid, and the bundle does not say so.`,
  ],
  'ballot-dropped': [
    (about, detail) => `Un bulletin a été retiré (${about})${detail}.`,
    (about, detail) => `A ballot was removed (${about})${detail}.`,
  ],
  'ballot-added': [
    (about, detail) => `Un bulletin a été ajouté (${about})${detail}.`,
    (about, detail) => `A ballot was added (${about})${detail}.`,
  ],
  'ballot-replaced': [
    (about) =>
      `Des bulletins ont été remplacés : l’urne fermée avait la racine ${about}, ceux-ci en ont une autre.`,
    (about) => `Ballots were replaced: the closed box had the root ${about}, these have another.`,
  ],
  'ballot-twice': [
    (about) => `Le bulletin ${about} figure deux fois.`,
    (about) => `Ballot ${about} stands there twice.`,
  ],
  'ballots-reordered': [
    (about) => `L’ordre a été changé : ${about} n’est pas à sa place.`,
    (about) => `The order was changed: ${about} is out of place.`,
  ],
  'ballot-invalid': [
    (about, detail) => `Le bulletin ${about} n’est pas permis par le règlement : ${detail}.`,
    (about, detail) => `Ballot ${about} is not allowed by the rules: ${detail}.`,
  ],
  'receipt-forged': [
    (about, detail) => `Le reçu ${about} n’a pas été délivré par ce scrutin : ${detail}.`,
    (about, detail) => `Receipt ${about} was not issued by this poll: ${detail}.`,
  ],
  'receipt-not-in-box': [
    (about) =>
      `Le bulletin du reçu ${about} n’est pas dans l’urne. (Si ce vote a été remplacé, seul le dernier reçu compte ; s’il a été retiré, record.json le dit.)`,
    (about) =>
      `The ballot of receipt ${about} is not in the box. (If that vote was replaced, only the last receipt counts; if it was withdrawn, record.json says so.)`,
  ],
  'head-missing': [
    (_, detail) => `Il manque un relevé signé de l’urne : ${detail}.`,
    (_, detail) => `A signed head of the box is missing: ${detail}.`,
  ],
  'head-forged': [
    (about) => `Le relevé du ${about} n’a pas été signé par ce scrutin.`,
    (about) => `The head of ${about} was not signed by this poll.`,
  ],
  'head-shrinks': [
    (about, detail) => `L’urne a perdu des bulletins au relevé du ${about} : ${detail}.`,
    (about, detail) => `The box lost ballots at the head of ${about}: ${detail}.`,
  ],
  'withdrawn-differ': [
    (_, detail) => `Les bulletins retirés ne concordent pas : ${detail}.`,
    (_, detail) => `The withdrawn ballots do not agree: ${detail}.`,
  ],
  'withdrawn-in-box': [
    (about) => `Le bulletin ${about} est dit retiré, et il est dans l’urne.`,
    (about) => `Ballot ${about} is said to be withdrawn, and is in the box.`,
  ],
  'head-misplaced': [
    (about) => `Le relevé du ${about} n’est pas à sa place dans le temps.`,
    (about) => `The head of ${about} is out of place in time.`,
  ],
  'roll-and-box-differ': [
    (_, detail) => `L’émargement et l’urne ne concordent pas : ${detail}.`,
    (_, detail) => `The roll and the box do not agree: ${detail}.`,
  ],
  'batch-forged': [
    (about, detail) => `Le lot papier ${about} n’est pas celui qui a été signé : ${detail}.`,
    (about, detail) => `The paper batch ${about} is not the one that was signed: ${detail}.`,
  ],
  'batch-twice': [
    (about) => `Le lot papier ${about} figure deux fois.`,
    (about) => `The paper batch ${about} stands there twice.`,
  ],
  'totals-forged': [
    (about, detail) => `Les totaux papier du point ${about} ne tiennent pas : ${detail}.`,
    (about, detail) => `The paper totals of point ${about} do not hold: ${detail}.`,
  ],
  'wrong-result': [
    (_, detail) => `Résultat faux : ${detail}.`,
    (_, detail) => `Wrong result: ${detail}.`,
  ],
  'wrong-trace': [
    (_, detail) => `Détail du décompte faux : ${detail}.`,
    (_, detail) => `Wrong details of the count: ${detail}.`,
  ],
  'manifest-signature': [
    () => 'Le manifeste n’est pas signé par la clé du scrutin.',
    () => 'The manifest is not signed by the key of the poll.',
  ],
  'bundle-signature': [
    () => 'Le sommaire (bundle.json) n’est pas signé par la clé du scrutin.',
    () => 'The table of contents (bundle.json) is not signed by the key of the poll.',
  ],
  'file-missing': [
    (about) => `Le fichier ${about} manque.`,
    (about) => `The file ${about} is missing.`,
  ],
  'file-altered': [
    (about) => `Le fichier ${about} n’est plus celui que le sommaire annonce.`,
    (about) => `The file ${about} is no longer the one that the table of contents announces.`,
  ],
  'file-unreadable': [
    (about, detail) => `Le fichier ${about} ne se lit pas : ${detail}.`,
    (about, detail) => `The file ${about} cannot be read: ${detail}.`,
  ],
  'file-twice': [
    (about) => `Le fichier ${about} figure deux fois dans l’archive.`,
    (about) => `The file ${about} stands twice in the archive.`,
  ],
  'file-unexpected': [
    (about) => `Le fichier ${about} n’est pas annoncé par le sommaire.`,
    (about) => `The file ${about} is not announced by the table of contents.`,
  ],
} satisfies Record<string, [fr: Say, en: Say]>;

export type FaultName = keyof typeof words;

export const FAULT_NAMES = Object.keys(words) as readonly FaultName[];

/** What a fault says besides, in both languages. */
export interface Detail {
  readonly fr: string;
  readonly en: string;
}

export function fault(
  id: FaultName,
  about: string | null,
  detail: Detail = { fr: '', en: '' },
): Fault {
  const [fr, en]: [Say, Say] = words[id];
  const subject = about ?? '';
  return { id, about, words: tame(fr(subject, detail.fr)), words_en: tame(en(subject, detail.en)) };
}

/** Texts of a file end up on a terminal and on a page: no control characters, nothing endless. */
function tame(text: string): string {
  const plain = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\uFFFD');
  return plain.length > 600 ? `${plain.slice(0, 600)}…` : plain;
}
