/** What the network of elected members of the movement says of itself. All of it is invented. */
import type { Level } from '../../../rooms/mandates/index.ts';

export const parent = {
  title: 'Élu·es et contre-pouvoirs',
  summary: 'Quatre pôles pour tenir les deux bouts : siéger, et contrôler ceux qui siègent.',
  introduction:
    'Des élu·es qui travaillent ensemble, des habitant·es qui écrivent la loi, des militant·es qui n’impriment plus, des candidat·es qui apprennent.',
};

export const network = {
  title: 'Réseau des élu·es',
  summary:
    'Des élu·es de toutes les strates qui partagent leurs textes, leurs méthodes et leurs combats.',
  introduction:
    'Nous ne sommes pas un club : ce que nous apprenons, nous le **rendons**. Chaque élu·e publie son compte-rendu de mandat, chaque délibération peut être reprise ailleurs.',
};

/** The other poles of the same group, public. */
export const poles = [
  { title: 'Ateliers des lois', summary: 'Écrire à plusieurs les lois que nous voulons voter.' },
  { title: 'Militer sans tract', summary: 'Convaincre sans imprimer : portes, marchés, écrans.' },
  {
    title: 'Formation des candidat·es',
    summary: 'Budget, urbanisme, prise de parole : s’y préparer.',
  },
];

export const mandates: readonly {
  level: Level;
  body: string;
  territory: string;
  office: string;
  delegation: string;
}[] = [
  {
    level: 'municipal',
    body: 'Conseil municipal des Lilas',
    territory: 'Les Lilas',
    office: 'Conseillère municipale',
    delegation: 'déléguée à l’eau',
  },
  {
    level: 'municipal',
    body: 'Conseil municipal de Saint-Aubin',
    territory: 'Saint-Aubin',
    office: 'Maire',
    delegation: '',
  },
  {
    level: 'municipal',
    body: 'Conseil municipal de Merlebec',
    territory: 'Merlebec',
    office: 'Adjointe au maire',
    delegation: 'chargée des cantines',
  },
  {
    level: 'intercommunal',
    body: 'Conseil communautaire du Bocage',
    territory: 'Bocage',
    office: 'Vice-président',
    delegation: 'chargé des déchets',
  },
  {
    level: 'departmental',
    body: 'Conseil départemental du Val',
    territory: 'canton de Merlebec',
    office: 'Conseillère départementale',
    delegation: '',
  },
  {
    level: 'regional',
    body: 'Conseil régional des Trois-Rivières',
    territory: 'Trois-Rivières',
    office: 'Conseiller régional',
    delegation: '',
  },
  {
    level: 'national',
    body: 'Assemblée nationale',
    territory: '4e circonscription du Val',
    office: 'Députée',
    delegation: '',
  },
];

export const wish = {
  title: 'Retour en régie publique de l’eau',
  summary: 'Adopté à l’unanimité après deux réunions publiques.',
  text: 'Le conseil municipal,\n\nconsidérant que le contrat de délégation s’achève en 2031,\n\n- demande l’étude d’une **régie publique** de l’eau ;\n- décide qu’elle sera présentée en réunion publique avant toute signature ;\n- invite l’intercommunalité à s’y joindre.',
};
export const copy = {
  title: 'Vœu pour une régie intercommunale de l’eau',
  text: 'Le conseil communautaire,\n\nconsidérant que les contrats de délégation s’achèvent en 2031,\n\n- demande l’étude d’une **régie intercommunale** de l’eau ;\n- décide qu’elle sera présentée dans chaque commune avant toute signature.',
};
export const report = {
  title: 'Trois ans à la commission des finances',
  text: 'Ce que j’ai voté, ce que j’ai refusé, ce que je n’ai pas obtenu.\n\n## Obtenu\n\nLa publication des marchés de plus de 25 000 €.\n\n## Refusé\n\nLa vente du terrain de la gare sans débat.',
};
export const method = {
  title: 'Préparer un conseil avec les habitant·es',
  text: '1. Publier l’ordre du jour dix jours avant.\n2. Tenir une heure d’échange la veille, sans micro ni estrade.\n3. Dire au conseil ce qui y a été entendu.\n4. Écrire le lendemain ce qui a été décidé.',
};
export const solution = {
  title: 'Une cantine en régie, bio et locale',
  text: 'Quatre cuisiniers, trente-deux producteurs, 2,90 € de denrées par repas. Le marché est découpé en lots qu’une ferme peut prendre.',
  place: 'Merlebec',
  point: { latitude: 48.117, longitude: -1.678 },
};
export const position = {
  title: 'Pour une dotation qui suive les charges',
  text: 'La dotation baisse quand les charges montent. Nous demandons qu’elle soit indexée sur la population, sur l’étendue et sur la pente.',
};
export const request = {
  title: 'Peut-on résilier un contrat d’eau avant son terme ?',
  question:
    'Le nôtre court jusqu’en 2031. Quels motifs, quelles indemnités, quel calendrier de délibérations ?',
  answer:
    'Oui, pour un motif d’intérêt général et contre indemnité. Délibérez sur le principe, faites chiffrer l’indemnité, puis notifiez douze mois avant. Je vous envoie notre délibération.',
};
export const topics = [
  {
    title: 'Vos retours sur le vote des budgets',
    body: 'Qui a tenu une réunion publique avant le vote ? Avec combien de personnes ?',
  },
  { title: 'Covoiturer pour l’assemblée', body: 'Je pars de Saint-Aubin la veille, trois places.' },
];
export const answers = [
  'Nous, en mars : quarante personnes, deux amendements repris.',
  'Pas encore ; votre trame m’intéresse.',
];
export const petition = {
  title: 'Rendez aux communes les dotations supprimées',
  call: 'Quatre budgets de suite, les communes paient pour l’État.',
  body: 'Nous, élu·es de toutes les strates, demandons que la dotation des communes retrouve son niveau d’avant les coupes, et qu’elle suive désormais leurs charges.',
};
export const dossier = {
  title: 'Travail détaché sur les grands chantiers',
  purpose:
    'Ce que nous voyons sur nos chantiers, ce que dit le droit, ce que nous pouvons voter à chaque étage.',
};
export const assembly = {
  meeting: 'Rencontre d’automne du réseau',
  title: 'Assemblée générale d’automne',
  items: [
    {
      kind: 'resolution' as const,
      title: 'Adopter la charte du réseau',
      body: 'Publier un compte-rendu par an, répondre aux demandes d’aide, ne parler au nom du réseau qu’après un vote.',
      minutesPlanned: 30,
    },
    {
      kind: 'discussion' as const,
      title: 'Préparer le budget des communes',
      body: '',
      minutesPlanned: 45,
    },
  ],
};
