import type { EditionSettings } from '../../rooms/spaces/index.ts';
import { districts } from '../fleury-districts.ts';
import type { ServiceKey } from '../town-hall.ts';
import { shelf } from './ideas.ts';

export const settings: Partial<EditionSettings> = {
  slug: 'cadre-de-vie-2026',
  title: 'Budget cadre de vie 2026',
  summary:
    '80 000 € pour nos rues, nos parcs et nos écoles. Vos idées sont là : les services les étudient et les chiffrent, puis vous choisirez.',
  envelope: 80_000_00,
  envelopes: [
    {
      id: null,
      name: '',
      kind: 'town',
      target: '',
      amount: 80_000_00,
      projectCap: 30_000_00,
      projectFloor: null,
    },
  ],
  categories: Object.keys(shelf),
  districts: Object.values(districts),
  maximumIdeas: 5,
  maximumChoices: 4,
  rulesText:
    'Les projets sont nouveaux, d’intérêt collectif et situés dans les espaces publics de la commune. Chacun coûte 30 000 € au plus, toutes taxes comprises, et demande peu de frais chaque année.',
  councilDecision: 'Délibération n° 41 du conseil municipal',
  responsibleOfficial: 'Hélène Morvan, adjointe à la démocratie locale',
};

/** Which service an idea of each category goes to first. None studies what is about mutual help: the office looks. */
export const routing: Readonly<Record<string, ServiceKey>> = {
  'Nature en ville': 'parks',
  'Rues et déplacements': 'roads',
  'Écoles et bâtiments': 'buildings',
  'Sport et jeux': 'sports',
  'Culture et fêtes': 'culture',
};
