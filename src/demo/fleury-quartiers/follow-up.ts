import type { StepText } from '../content.ts';

/** What the town tells of the winners of the districts, by title of the project. */
export const followUp: Record<string, readonly StepText[]> = {
  'Un four à pain commun à la Chênaie': [
    {
      stage: 'to-launch',
      title: 'Huit familles volontaires',
      description: 'Elles tiendront le four à tour de rôle, avec le boulanger de la place.',
      doneOn: '2023-11-14',
    },
    {
      stage: 'study',
      title: 'L’emplacement est choisi',
      description: 'À dix mètres des arbres, près du point d’eau de la place de la Chênaie.',
      doneOn: '2024-01-25',
    },
    {
      stage: 'procurement',
      title: 'Un maçon de la vallée',
      description: 'Un four de briques réfractaires, couvert de tuiles anciennes.',
      doneOn: '2024-04-11',
    },
    {
      stage: 'works',
      title: 'Chantier participatif',
      description: 'Trois samedis, quarante mains, et un maçon très patient.',
      doneOn: '2024-07-06',
    },
    {
      stage: 'delivered',
      title: 'Première fournée',
      description: 'Cinquante-deux pains, dont trois brûlés.',
      doneOn: '2024-07-20',
    },
    {
      stage: 'inaugurated',
      title: 'Fête du pain',
      description: 'Deux cents personnes sur la place, et des pizzas jusqu’à minuit.',
      doneOn: '2024-09-14',
    },
  ],
  'Rue aux enfants, le mercredi': [
    {
      stage: 'to-launch',
      title: 'Les parents se relaient',
      description: 'Douze parents tiendront les barrières, deux par mercredi.',
      doneOn: '2023-11-08',
    },
    {
      stage: 'study',
      title: 'Essai d’un mois',
      description: 'Quatre mercredis d’essai, et un questionnaire à chaque riverain.',
      doneOn: '2024-03-27',
    },
    {
      stage: 'procurement',
      title: 'Barrières et jeux',
      description: 'Barrières légères, craies, échasses et une malle de jeux.',
      doneOn: '2024-04-18',
    },
    {
      stage: 'works',
      title: 'Marquage au sol',
      description: 'Une marelle géante et un circuit de vélo peints avec l’école.',
      doneOn: '2024-05-15',
    },
    {
      stage: 'delivered',
      title: 'Chaque mercredi, de 14 h à 18 h',
      description: 'D’avril à octobre, sauf en cas de pluie.',
      doneOn: '2024-05-22',
    },
    {
      stage: 'inaugurated',
      title: 'Goûter de rue',
      description: 'Le maire a perdu à la marelle.',
      doneOn: '2024-06-05',
    },
  ],
  'Une boîte à dons devant l’école': [
    {
      stage: 'to-launch',
      title: 'Un lieu, une clé',
      description: 'L’école et l’amicale tiendront la boîte.',
      doneOn: '2023-11-16',
    },
    {
      stage: 'study',
      title: 'Dessin de la boîte',
      description: 'Trois étagères, une porte vitrée, un toit.',
      doneOn: '2023-12-07',
    },
    {
      stage: 'procurement',
      title: 'Commande',
      description: 'Fabriquée par un chantier d’insertion.',
      doneOn: '2024-01-18',
    },
    {
      stage: 'works',
      title: 'Peinte par les CM2',
      description: 'En bleu, avec des baleines.',
      doneOn: '2024-03-14',
    },
    {
      stage: 'delivered',
      title: 'Ouverte à tous',
      description: 'On pose, on prend, sans rien demander.',
      doneOn: '2024-03-21',
    },
    {
      stage: 'inaugurated',
      title: 'Ruban coupé par les CM2',
      description: 'Et la boîte était vide le soir même.',
      doneOn: '2024-03-29',
    },
  ],
  'Des nichoirs et des ruches dans les jardins de la gare': [
    {
      stage: 'to-launch',
      title: 'Avec le rucher école',
      description: 'Deux apiculteurs encadrent les jardiniers.',
      doneOn: '2023-11-21',
    },
    {
      stage: 'study',
      title: 'Où poser quoi',
      description: 'Ruches au fond, nichoirs à l’est.',
      doneOn: '2024-01-16',
    },
    {
      stage: 'procurement',
      title: 'Vingt nichoirs, trois ruches',
      description: 'Le bois vient de la scierie de la vallée.',
      doneOn: '2024-02-13',
    },
    {
      stage: 'works',
      title: 'Pose',
      description: 'Un dimanche de mars, avec des échelles.',
      doneOn: '2024-03-17',
    },
    {
      stage: 'delivered',
      title: 'Les mésanges d’abord',
      description: 'Neuf nichoirs habités dès avril.',
      doneOn: '2024-04-20',
    },
    {
      stage: 'inaugurated',
      title: 'Premier miel',
      description: 'Trente et un pots, partagés entre les jardiniers.',
      doneOn: '2024-08-31',
    },
  ],
  'La cour du musée ouverte le soir': [
    {
      stage: 'to-launch',
      title: 'Le musée est d’accord',
      description: 'Ouverture de mai à septembre, jusqu’à 22 h.',
      doneOn: '2023-12-05',
    },
    {
      stage: 'study',
      title: 'Lumière douce',
      description: 'Essai de trois éclairages avec les voisins.',
      doneOn: '2024-06-11',
    },
    {
      stage: 'procurement',
      title: 'Marché signé',
      description: 'Douze lampes basses, huit tables, trente-deux chaises.',
      doneOn: '2025-02-20',
    },
    {
      stage: 'works',
      title: 'Pose de l’éclairage',
      description: 'Sans une tranchée : tout passe par l’ancien caniveau.',
      doneOn: '2025-10-09',
    },
    {
      stage: 'delivered',
      title: 'La cour est prête',
      description: 'Ouverte depuis le 5 mai ; l’inauguration attend la fin de l’exposition.',
      doneOn: '2026-05-05',
    },
  ],
  'Un verger partagé le long de la Braye': [
    {
      stage: 'to-launch',
      title: 'Trois hivers de plantation',
      description: 'Soixante arbres, vingt par hiver.',
      doneOn: '2023-11-08',
    },
    {
      stage: 'study',
      title: 'Choix des variétés',
      description: 'Pommes, poires et prunes d’ici, choisies par une foire aux greffons.',
      doneOn: '2024-03-14',
    },
    {
      stage: 'procurement',
      title: 'Pépinière retenue',
      description: 'Une pépinière de la vallée, à onze kilomètres.',
      doneOn: '2024-09-20',
    },
    {
      stage: 'works',
      title: 'Quarante arbres sur soixante',
      description: 'Les deux premiers hivers sont plantés ; le dernier commence.',
      doneOn: '2025-12-06',
    },
  ],
  'Des toilettes publiques propres et accessibles': [
    {
      stage: 'to-launch',
      title: 'Cahier des charges',
      description: 'Ouvertes jour et nuit, accessibles, avec table à langer.',
      doneOn: '2023-12-19',
    },
    {
      stage: 'study',
      title: 'Réseaux repérés',
      description: 'À la gare routière, le réseau est plus loin que prévu.',
      doneOn: '2024-11-28',
    },
    {
      stage: 'procurement',
      title: 'Une cabine sur deux est commandée',
      description: 'Celle du marché est commandée ; celle de la gare demande une tranchée de plus.',
      doneOn: '2025-09-11',
    },
  ],
  'Le moulin éclairé par le soleil': [
    {
      stage: 'to-launch',
      title: 'Étude lancée',
      description: 'Un bureau d’études regarde la charpente de la maison de quartier.',
      doneOn: '2023-11-30',
    },
  ],
  'Une fontaine à boire place de la République': [
    {
      stage: 'to-launch',
      title: 'Demande au syndicat des eaux',
      description: 'Le branchement dépend du syndicat.',
      doneOn: '2023-12-12',
    },
    {
      stage: 'study',
      title: 'Deux emplacements à l’essai',
      description: 'À l’ombre des tilleuls, ou devant la poste.',
      doneOn: '2025-03-06',
    },
  ],
};
