/** Which column holds what, by the names that offices and other platforms give. */
import { FIELDS, type Field, foldWords } from './import.ts';

/** Folded names, the surest first. */
const NAMES: Record<Field, readonly string[]> = {
  title: [
    'titre',
    'titredelidee',
    'titreduprojet',
    'intitule',
    'nomduprojet',
    'nomdelidee',
    'title',
    'projet',
    'idee',
    'objet',
    'sujet',
  ],
  body: [
    'texte',
    'description',
    'descriptif',
    'contenu',
    'corps',
    'body',
    'text',
    'detail',
    'details',
    'resume',
    'proposition',
  ],
  category: ['categorie', 'categories', 'thematique', 'theme', 'domaine', 'category', 'scope'],
  name: [
    'nomdelauteur',
    'auteur',
    'porteur',
    'porteuse',
    'porteurdeprojet',
    'deposant',
    'nomduporteur',
    'nomprenom',
    'nometprenom',
    'prenomnom',
    'prenometnom',
    'author',
    'nom',
    'name',
  ],
  email: [
    'courriel',
    'email',
    'mail',
    'adressemail',
    'adressecourriel',
    'adresseelectronique',
    'emailaddress',
  ],
  place: [
    'lieu',
    'adresse',
    'localisation',
    'quartier',
    'secteur',
    'emplacement',
    'address',
    'place',
    'district',
    'location',
  ],
  depositedOn: [
    'datededepot',
    'deposeele',
    'deposele',
    'datedepot',
    'datedecreation',
    'date',
    'createdat',
    'publishedat',
    'submittedon',
  ],
  sourceId: ['id', 'identifiant', 'numero', 'no', 'n', 'num', 'reference', 'ref', 'number', 'cle'],
};

export function guessColumns(columns: readonly string[]): Partial<Record<Field, number>> {
  const keys = columns.map(foldWords);
  const guessed: Partial<Record<Field, number>> = {};
  const taken = new Set<number>();
  for (const field of FIELDS) {
    const at = NAMES[field]
      .map((name) => keys.indexOf(name))
      .find((index) => index !== -1 && !taken.has(index));
    if (at === undefined) continue;
    guessed[field] = at;
    taken.add(at);
  }
  return guessed;
}

/** Categories of the edition by folded value of the file: the same name or slug, or one that begins the other. */
export function guessCategories(
  values: readonly string[],
  categories: readonly { id: string; slug: string; name: string }[],
): Record<string, string> {
  const guessed: Record<string, string> = {};
  for (const value of values) {
    const key = foldWords(value);
    const keys = categories.map((one) => ({
      id: one.id,
      keys: [foldWords(one.name), foldWords(one.slug)],
    }));
    const same = keys.find((one) => one.keys.includes(key));
    const near = keys.filter(
      (one) =>
        key.length >= 4 && one.keys.some((name) => name.startsWith(key) || key.startsWith(name)),
    );
    const found = same ?? (near.length === 1 ? near[0] : undefined);
    if (found) guessed[key] = found.id;
  }
  return guessed;
}
