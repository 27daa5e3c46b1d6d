/** What is written around ideas while they are studied. Days are counted from today. */
import type { Channel } from '../../rooms/review/index.ts';
import type { ServiceKey } from '../town-hall.ts';

/** A referent, the officer, or whoever holds the idea. */
type Writer = ServiceKey | 'officer' | 'holder';

interface MessageText {
  channel: Channel;
  day: number;
  time: string;
  by: Writer;
  body: string;
  mentions?: readonly (ServiceKey | 'officer')[];
}

/** Ideas studied together by their holder, the officer and this service's referent. */
export const teams: Readonly<Record<string, ServiceKey>> = {
  'Une traversée sûre rue des Tanneries': 'roads',
};

/** By title. */
export const talk: Readonly<Record<string, readonly MessageText[]>> = {
  'Une traversée sûre rue des Tanneries': [
    {
      channel: 'exchange',
      day: -6,
      time: '10:20',
      by: 'roads',
      body: 'Bonjour Camille, à quelle heure traversez-vous, et de quel côté de la crèche ? Nous posons un compteur de vitesse mardi et voulons le mettre au bon endroit.',
    },
    {
      channel: 'exchange',
      day: -2,
      time: '21:05',
      by: 'holder',
      body: 'Entre 8 h 10 et 8 h 35, puis vers 17 h 15, du côté du portail bleu. Le pire est le mardi, jour du marché. Faut-il que nous soyons là quand vous posez le compteur ?',
    },
    {
      channel: 'team',
      day: -5,
      time: '14:00',
      by: 'officer',
      body: 'Je propose de nous retrouver sur place, mercredi à 8 h 15, devant le portail bleu. Karim apporte le plan au 1/200.',
    },
    {
      channel: 'team',
      day: -5,
      time: '18:40',
      by: 'holder',
      body: 'J’y serai, avec deux autres parents et une poussette double : elle ne passe pas sur l’îlot du pont.',
    },
    {
      channel: 'team',
      day: -4,
      time: '09:10',
      by: 'roads',
      body: 'Bien noté pour la poussette : il faut 2 mètres entre les bordures. Je redessine l’îlot.',
    },
    {
      channel: 'note',
      day: -4,
      time: '11:30',
      by: 'officer',
      mentions: ['law', 'roads'],
      body: 'Solène, la moitié du trottoir est au bailleur. Peux-tu nous dire avant le comité si une convention suffit ?',
    },
  ],
  'Des garages à vélos fermés à la gare': [
    {
      channel: 'note',
      day: -7,
      time: '16:15',
      by: 'roads',
      mentions: ['law'],
      body: 'Le gestionnaire de la gare m’a répondu au téléphone : leur abri ouvre dans dix-huit mois. Je n’ai rien d’écrit.',
    },
    {
      channel: 'note',
      day: -6,
      time: '09:40',
      by: 'law',
      mentions: ['officer'],
      body: 'Reçu leur courrier ce matin, versé au dossier. Agathe, on peut le citer dans la réponse publique.',
    },
  ],
  'Une salle pour travailler le soir': [
    {
      channel: 'exchange',
      day: -8,
      time: '15:00',
      by: 'buildings',
      body: 'Combien seriez-vous un soir ordinaire, et la mairie annexe vous convient-elle en hiver ? Elle est loin des bus.',
    },
    {
      channel: 'exchange',
      day: -5,
      time: '22:30',
      by: 'holder',
      body: 'Une quinzaine, j’ai fait un sondage dans le train. Oui pour l’annexe : on vient à vélo.',
    },
  ],
  'Des bancs tous les deux cents mètres avenue de la Gare': [
    {
      channel: 'exchange',
      day: -9,
      time: '09:30',
      by: 'officer',
      body: 'Merci pour votre idée. Sur quels trottoirs marchez-vous le plus : côté pair ou côté impair ?',
    },
    {
      channel: 'exchange',
      day: -8,
      time: '11:00',
      by: 'holder',
      body: 'Côté impair, il y a de l’ombre.',
    },
    {
      channel: 'exchange',
      day: -7,
      time: '09:05',
      by: 'officer',
      body: 'C’est noté et transmis à la voirie. Vous aurez sa réponse ici.',
    },
  ],
  'Un parcours sportif le long de la Braye': [
    {
      channel: 'exchange',
      day: -1,
      time: '11:45',
      by: 'officer',
      body: 'Deux idées se ressemblent beaucoup : la vôtre et celle de Noémie au parc du Moulin. Si vous préférez qu’elles restent séparées, dites-nous ce qui compte le plus dans la vôtre.',
    },
  ],
};

interface MergeText {
  day: number;
  title: string;
  words: string;
  /** The first one leads. */
  ideas: readonly string[];
  /** Days after which each holder accepted, by idea; one that is not here has not answered. */
  accepted: Readonly<Record<string, number>>;
}

export const merges: readonly MergeText[] = [
  {
    day: -10,
    title: 'Arroser les jardins familiaux avec l’eau de pluie',
    words:
      'Vos deux idées demandent les mêmes cuves. Ensemble elles ne paient la dalle qu’une fois.',
    ideas: [
      'Des cuves d’eau de pluie pour les jardins familiaux',
      'Récupérer l’eau des toits pour arroser les jardins familiaux',
    ],
    accepted: {
      'Des cuves d’eau de pluie pour les jardins familiaux': 1,
      'Récupérer l’eau des toits pour arroser les jardins familiaux': 3,
    },
  },
  {
    day: -3,
    title: 'Du sport en plein air, du Moulin à l’écluse',
    words:
      'Sept modules au parc et trois stations le long de la rivière, sur une seule boucle : un projet plus fort que deux petits, dans le même plafond.',
    ideas: ['Des agrès en plein air au parc du Moulin', 'Un parcours sportif le long de la Braye'],
    accepted: { 'Des agrès en plein air au parc du Moulin': 1 },
  },
];
