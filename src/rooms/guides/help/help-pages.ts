/** Which topic of the help speaks of which page of the back office (R83). */

/** Patterns of addresses, `:` for whatever stands there; each also covers what lies under it, unless it ends with `$`. */
const PAGES: readonly (readonly [pattern: string, topic: string])[] = [
  ['/administration/$', 'dashboard'],
  ['/administration/journal', 'journal'],
  ['/administration/acces', 'access'],
  ['/administration/fournisseurs-d-identite', 'providers'],
  ['/administration/espace-agents', 'training-pages'],
  ['/administration/aide', 'help'],
  ['/administration/agenda', 'meetings'],
  ['/administration/espaces', 'participation-spaces'],
  ['/administration/groupes', 'groups'],
  ['/administration/fonds', 'funds'],
  ['/fonds/:/dotation', 'funds'],
  ['/examen-des-actions', 'actions'],
  ['/finances', 'finances'],
  ['/finances/budgets', 'spending'],
  ['/finances/demandes', 'spending'],
  ['/finances/virements', 'transfers'],
  ['/finances/compte-payeur', 'transfers'],
  ['/finances/releves', 'statements'],
  ['/finances/dons', 'donations'],
  ['/finances/solidarite', 'donations'],
  ['/administration/actualites', 'news'],
  ['/administration/lettres', 'newsletter'],
  ['/administration/editions/nouvelle', 'new-edition'],
  ['/administration/services', 'departments'],
  ['/administration/organisation', 'organisation'],
  ['/administration/verification', 'organisation'],
  ['/administration/carte', 'maps'],
  ['/administration/carte-et-adresses', 'maps'],
  ['/administration/courriels', 'letters'],
  ['/administration/realisations', 'programme'],
  ['/administration/population', 'report'],
  ['/administration/messages', 'messages'],
  ['/administration/pages', 'pages'],
  ['/administration/faq', 'faq'],
  ['/administration/partenaires', 'partners'],
  ['/administration/periode-preelectorale', 'pre-election'],
  ['/administration/semaine', 'week'],
  ['/administration/editions/:/$', 'edition'],
  ['/administration/editions/:/preparer', 'new-edition'],
  ['/administration/editions/:/copier', 'new-edition'],
  ['/administration/editions/:/abandonner', 'new-edition'],
  ['/administration/editions/:/services', 'departments'],
  ['/administration/editions/:/idees/import', 'idea-import'],
  ['/administration/editions/:/idees/export', 'ideas'],
  ['/administration/editions/:/idees.csv', 'ideas'],
  ['/administration/editions/:/idees.xlsx', 'ideas'],
  ['/administration/editions/:/idees.json', 'ideas'],
  ['/administration/editions/:/exports', 'exports'],
  ['/administration/editions/:/idees/:', 'idea-file'],
  ['/administration/editions/:/etude', 'idea-file'],
  ['/administration/editions/:/confier', 'assignment'],
  ['/administration/editions/:/echeances', 'assignment'],
  ['/administration/editions/:/avis', 'opinions'],
  ['/administration/editions/:/echanges', 'idea-file'],
  ['/administration/editions/:/regroupements', 'merging'],
  ['/administration/editions/:/decisions', 'decisions'],
  ['/administration/editions/:/courriels', 'letters'],
  ['/administration/editions/:/reglages', 'edition-settings'],
  ['/administration/editions/:/calendrier', 'calendar'],
  ['/administration/editions/:/ouvrir', 'edition-opening'],
  ['/administration/editions/:/idees', 'ideas'],
  ['/administration/editions/:/projets', 'projects'],
  ['/administration/editions/:/realisations', 'delivery'],
  ['/administration/editions/:/bilan', 'report'],
  ['/administration/editions/:/liste', 'freeze'],
  ['/administration/editions/:/simulateur', 'simulator'],
  ['/administration/editions/:/kits', 'kits'],
  ['/administration/editions/:/campagne', 'kits'],
  ['/administration/editions/:/questionnaire', 'survey'],
  ['/administration/editions/:/questionnaire.csv', 'survey'],
  ['/administration/editions/:/questionnaire.xlsx', 'survey'],
  ['/administration/editions/:/registre', 'register'],
  ['/administration/editions/:/codes', 'codes'],
  ['/administration/editions/:/justificatifs', 'proofs'],
  ['/administration/editions/:/classes', 'classes'],
  ['/administration/editions/:/points-de-vote', 'vote-points'],
  ['/administration/editions/:/scrutin', 'poll'],
  ['/administration/editions/:/scrutin/ouvrir', 'poll-opening'],
  ['/administration/editions/:/scrutin/imprimer', 'printed-ballots'],
  ['/administration/editions/:/scrutin/vigilance', 'watch'],
  ['/administration/editions/:/scrutin/papier', 'paper'],
  ['/administration/editions/:/scrutin/sceller', 'count'],
  ['/administration/editions/:/scrutin/depouillement', 'count'],
  ['/administration/editions/:/scrutin/compter', 'count'],
  ['/administration/editions/:/scrutin/publier', 'publication'],
  ['/administration/editions/:/scrutin/bureau', 'publication'],
  ['/administration/editions/:/scrutin/proces-verbal.pdf', 'publication'],
  ['/administration/editions/:/scrutin/proces-verbal.csv', 'publication'],
  ['/bureau', 'desk'],
  ['/etude', 'opinions'],
  ['/realisations', 'delivery'],
];

/** Topics in the order of the work, by heading. */
export const TOPIC_GROUPS: readonly { name: TopicGroup; topics: readonly string[] }[] = [
  {
    name: 'start',
    topics: [
      'dashboard',
      'help',
      'pages',
      'faq',
      'partners',
      'access',
      'departments',
      'organisation',
      'providers',
      'training-pages',
      'kits',
      'messages',
      'pre-election',
      'meetings',
      'groups',
      'funds',
      'actions',
      'finances',
      'spending',
      'transfers',
      'statements',
      'donations',
      'news',
      'newsletter',
      'week',
      'journal',
      'exports',
    ],
  },
  {
    name: 'edition',
    topics: ['new-edition', 'edition', 'edition-settings', 'calendar', 'edition-opening', 'maps'],
  },
  { name: 'ideas', topics: ['ideas', 'paper-ideas', 'idea-import'] },
  {
    name: 'study',
    topics: ['assignment', 'idea-file', 'opinions', 'merging', 'decisions', 'letters'],
  },
  { name: 'projects', topics: ['projects', 'freeze', 'simulator'] },
  {
    name: 'vote',
    topics: [
      'poll-opening',
      'poll',
      'register',
      'codes',
      'proofs',
      'classes',
      'vote-points',
      'desk',
      'printed-ballots',
    ],
  },
  {
    name: 'result',
    topics: ['watch', 'paper', 'count', 'publication', 'delivery', 'programme', 'survey', 'report'],
  },
];
export type TopicGroup = 'start' | 'edition' | 'ideas' | 'study' | 'projects' | 'vote' | 'result';

export const TOPICS: readonly string[] = TOPIC_GROUPS.flatMap(({ topics }) => topics);

/** The topic of a page of the back office; null elsewhere. The longest pattern that covers it speaks. */
export function helpTopicOf(path: string): string | null {
  const asked = partsOf(path);
  let best: { length: number; topic: string } | null = null;
  for (const [pattern, topic] of PAGES) {
    const alone = pattern.endsWith('/$');
    const parts = partsOf(alone ? pattern.slice(0, -2) : pattern);
    if (parts.length > asked.length || parts.length <= (best?.length ?? 0)) continue;
    if (alone && parts.length < asked.length) continue;
    if (parts.every((part, at) => part === ':' || part === asked[at]))
      best = { length: parts.length, topic };
  }
  return best?.topic ?? null;
}

const partsOf = (path: string): string[] => path.split('/').filter((part) => part !== '');
