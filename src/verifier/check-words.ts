/** What each check says when all is well, when something is wrong, and when it could not be made. */
import type { Check, CheckName, Fault } from './report.ts';

type Pair = readonly [fr: string, en: string];

const sound: Record<CheckName, Pair> = {
  files: [
    'Tous les fichiers sont là, tels que le sommaire les annonce.',
    'All files are there, as the table of contents announces them.',
  ],
  signatures: [
    'Le sommaire et le manifeste sont signés par la clé du scrutin.',
    'The table of contents and the manifest are signed by the key of the poll.',
  ],
  manifest: [
    'Les règles du scrutin sont celles de l’ouverture : le manifeste n’a pas changé.',
    'The terms of the poll are those of its opening: the manifest has not changed.',
  ],
  labels: [
    'Chaque option porte l’intitulé soumis au vote.',
    'Each option bears the label that was put to the vote.',
  ],
  ballots: [
    'Chaque bulletin correspond à son empreinte, et aucun ne manque ni ne s’ajoute à la liste.',
    'Each ballot matches its commitment; none is missing from the list, none was added.',
  ],
  opening: [
    'L’urne scellée a été rouverte ici : la clé est celle du scrutin, et chaque bulletin est celui qui était chiffré.',
    'The sealed box was opened again here: the key is that of the poll, and each ballot is the one that was encrypted.',
  ],
  validity: [
    'Chaque bulletin est permis par le règlement.',
    'Each ballot is allowed by the rules.',
  ],
  box: [
    'L’urne est celle qui a été scellée à la fermeture du vote.',
    'The box is the one that was sealed when the vote closed.',
  ],
  heads: [
    'Les relevés signés de l’urne sont tous là, et elle n’a jamais perdu de bulletin.',
    'The signed heads of the box are all there, and it never lost a ballot.',
  ],
  turnout: ['L’émargement et l’urne concordent.', 'The roll and the box agree.'],
  receipts: [
    'Vos reçus ont été délivrés par ce scrutin, et leurs bulletins sont dans l’urne.',
    'Your receipts were issued by this poll, and their ballots are in the box.',
  ],
  result: [
    'Le résultat publié est bien celui de ces bulletins, recomptés ici.',
    'The published result is that of these ballots, counted again here.',
  ],
  trace: [
    'Le détail publié du décompte est exact.',
    'The published details of the count are exact.',
  ],
};

const broken: Record<CheckName, Pair> = {
  files: ['Des fichiers manquent ou ont été modifiés.', 'Files are missing or were changed.'],
  signatures: ['Une signature est fausse.', 'A signature is false.'],
  manifest: [
    'Les règles du scrutin ont été modifiées après l’ouverture.',
    'The terms of the poll were changed after its opening.',
  ],
  labels: ['Des intitulés ont été changés.', 'Labels were changed.'],
  ballots: [
    'Des bulletins ne sont pas ceux qui ont été déposés.',
    'Some ballots are not those that were cast.',
  ],
  opening: [
    'L’ouverture de l’urne scellée n’est pas juste.',
    'The opening of the sealed box is not right.',
  ],
  validity: [
    'Des bulletins ne sont pas permis par le règlement.',
    'Some ballots are not allowed by the rules.',
  ],
  box: [
    'L’urne n’est pas celle qui a été scellée à la fermeture du vote.',
    'The box is not the one that was sealed when the vote closed.',
  ],
  heads: [
    'Les relevés signés de l’urne ne se tiennent pas.',
    'The signed heads of the box do not hold together.',
  ],
  turnout: ['L’émargement et l’urne ne concordent pas.', 'The roll and the box do not agree.'],
  receipts: [
    'Un reçu est faux, ou son bulletin n’est pas dans l’urne.',
    'A receipt is false, or its ballot is not in the box.',
  ],
  result: [
    'Le résultat publié n’est pas celui de ces bulletins.',
    'The published result is not that of these ballots.',
  ],
  trace: [
    'Le détail publié du décompte est faux.',
    'The published details of the count are wrong.',
  ],
};

export const NOT_CHECKED = {
  files: [
    'les fichiers nécessaires manquent ou ne se lisent pas',
    'the files it needs are missing or cannot be read',
  ],
  signatures: [
    'ce navigateur ne sait pas vérifier les signatures Ed25519 (il lui faut https et une version récente)',
    'this browser cannot check Ed25519 signatures (it needs https and a recent version)',
  ],
  opening: [
    'ce navigateur ne sait pas ouvrir les bulletins scellés (il lui faut https et une version récente)',
    'this browser cannot open sealed ballots (it needs https and a recent version)',
  ],
  rule: [
    'cette règle, ou son départage, n’est pas connue de ce vérificateur',
    'this rule, or its tie-break, is not known to this verifier',
  ],
} as const satisfies Record<string, Pair>;

const names: Record<CheckName, Pair> = {
  files: ['Fichiers', 'Files'],
  signatures: ['Signatures', 'Signatures'],
  manifest: ['Règles du scrutin', 'Terms of the poll'],
  labels: ['Intitulés', 'Labels'],
  ballots: ['Bulletins', 'Ballots'],
  opening: ['Ouverture de l’urne', 'Opening of the box'],
  validity: ['Validité des bulletins', 'Validity of the ballots'],
  box: ['Urne scellée', 'Sealed box'],
  heads: ['Relevés signés', 'Signed heads'],
  turnout: ['Émargement', 'Roll'],
  receipts: ['Reçus', 'Receipts'],
  result: ['Résultat', 'Result'],
  trace: ['Détail du décompte', 'Details of the count'],
};

/** `missing`: why the check could not be made; a fault that was found counts all the same. */
export function conclude(
  id: CheckName,
  entries: Fault[],
  missing: keyof typeof NOT_CHECKED | null = null,
): Check {
  if (entries.length > 0)
    return { id, ok: false, words: broken[id][0], words_en: broken[id][1], entries };
  if (missing === null)
    return { id, ok: true, words: sound[id][0], words_en: sound[id][1], entries };
  const [fr, en] = NOT_CHECKED[missing];
  return {
    id,
    ok: null,
    words: `${names[id][0]} : non vérifié, ${fr}.`,
    words_en: `${names[id][1]}: not checked, ${en}.`,
    entries,
  };
}
