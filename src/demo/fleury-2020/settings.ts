import type { EditionSettings } from '../../rooms/spaces/index.ts';
import type { Calendar } from '../edition.ts';
import { districts } from '../fleury-districts.ts';

export const settings: Partial<EditionSettings> = {
  slug: '2020',
  title: 'Budget participatif 2020-2021',
  summary:
    '100 000 € pour des projets nouveaux dans l’espace public, imaginés, choisis et suivis par les habitantes et les habitants de Fleury-sur-Braye.',
  envelope: 100_000_00,
  categories: ['Sport', 'Culture', 'Loisirs', 'Écologie', 'Stationnement et sécurité'],
  districts: Object.values(districts),
  minimumAgePropose: 16,
  minimumAgeVote: 16,
  maximumIdeas: 5,
  ideaLength: 1500,
  maximumChoices: 3,
  rulesText:
    'Les projets sont nouveaux, d’intérêt collectif, situés dans les espaces publics ou accessibles au public de la commune, et relèvent de la compétence de la ville. Ils coûtent 100 000 € au plus et n’entraînent pas de dépense de fonctionnement que la ville ne pourrait porter.\n\nLe budget participatif a lieu tous les deux ans.',
  councilDecision: 'Délibération n° 2020-87 du conseil municipal',
  councilDecisionOn: '2020-10-12',
  responsibleOfficial: 'Hélène Morvan, adjointe à la démocratie locale',
};

export const calendar: Calendar = {
  collection: ['2020-11-20 09:00', '2021-01-31 18:00'],
  study: ['2021-01-31 18:00', '2021-04-30 18:00'],
  campaign: ['2021-05-03 09:00', '2021-05-22 09:00'],
  vote: ['2021-05-22 09:00', '2021-06-22 18:00'],
  delivery: ['2021-06-25 09:00', null],
};
