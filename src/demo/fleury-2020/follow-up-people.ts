import type { StepText } from '../content.ts';

/** What the town tells of the winners that people keep alive together, by title of the project. */
export const followUpOfPeople: Record<string, readonly StepText[]> = {
  'Des composteurs collectifs urbains dans six résidences': [
    {
      stage: 'to-launch',
      title: 'Six résidences confirmées',
      description:
        'Chaque résidence a désigné deux référents, formés un samedi au Clos de l’Horloge.',
      doneOn: '2021-09-11',
    },
    {
      stage: 'study',
      title: 'Les emplacements sont choisis à pied',
      description:
        'Visite des six sites avec les bailleurs : à l’ombre, près d’un point d’eau, à plus de huit mètres des fenêtres.',
      doneOn: '2021-10-20',
    },
    {
      stage: 'procurement',
      title: 'Les bacs sont commandés',
      description: 'Dix-huit bacs en douglas fabriqués par un chantier d’insertion de la vallée.',
      doneOn: '2021-12-03',
    },
    {
      stage: 'works',
      title: 'Six sites installés en deux semaines',
      description:
        'Les habitants ont monté les bacs eux-mêmes, soupe offerte. 214 seaux distribués.',
      doneOn: '2022-03-26',
    },
    {
      stage: 'delivered',
      title: 'Le premier compost',
      description:
        'Onze tonnes d’épluchures détournées des poubelles en un an. Le premier compost a servi aux bacs à fleurs des résidences.',
      doneOn: '2023-04-01',
    },
    {
      stage: 'inaugurated',
      title: 'Fête des épluchures',
      description:
        'Une centaine de voisins autour d’une soupe géante. Deux autres résidences demandent leur composteur.',
      doneOn: '2023-04-15',
    },
  ],
  'Une tente anti-gaspi sur le marché': [
    {
      stage: 'to-launch',
      title: 'L’association est née',
      description:
        'Quatorze bénévoles fondent « Rien ne se perd ». La convention avec la ville est signée.',
      doneOn: '2021-07-08',
    },
    {
      stage: 'study',
      title: 'Tour des commerçants',
      description: 'Dix-neuf commerçants du marché sur vingt-quatre donneront leurs invendus.',
      doneOn: '2021-07-24',
    },
    {
      stage: 'procurement',
      title: 'Tente, tables et vélo-cargo',
      description: 'Le vélo-cargo, d’occasion, a été révisé par l’atelier du lycée professionnel.',
      doneOn: '2021-08-27',
    },
    {
      stage: 'works',
      title: 'Samedi d’essai',
      description:
        'Première distribution à blanc : 130 kg sauvés, et une file d’attente à mieux organiser.',
      doneOn: '2021-09-04',
    },
    {
      stage: 'delivered',
      title: 'Chaque samedi de 13 h à 14 h',
      description: 'La tente est là toute l’année, place de la Halle, côté fontaine.',
      doneOn: '2021-09-11',
    },
    {
      stage: 'inaugurated',
      title: 'Dix tonnes sauvées',
      description:
        'Un an après, dix tonnes de fruits et légumes ont été données à environ 70 foyers chaque semaine.',
      doneOn: '2022-09-10',
    },
  ],
  'Un café solidaire itinérant': [
    {
      stage: 'to-launch',
      title: 'Onze fondateurs, un nom',
      description: 'Le café s’appellera « Le Temps d’un petit noir ».',
      doneOn: '2021-09-03',
    },
    {
      stage: 'study',
      title: 'Horaires et assurance',
      description:
        'Le mardi au Clos de l’Horloge, le jeudi aux Bruyères, de 9 h à 17 h. La convention d’un an est votée par le conseil municipal.',
      doneOn: '2021-11-22',
    },
    {
      stage: 'procurement',
      title: 'La machine à café est là',
      description:
        'Machine reconditionnée, vaisselle de seconde main, triporteur fabriqué à Tours.',
      doneOn: '2022-01-28',
    },
    {
      stage: 'works',
      title: 'Peinture et branchements',
      description:
        'Les bénévoles ont repeint les deux locaux ; les services techniques ont refait l’électricité.',
      doneOn: '2022-03-11',
    },
    {
      stage: 'delivered',
      title: 'Les premiers cafés',
      description:
        'Quarante personnes par jour en moyenne, un café sur cinq offert d’avance à quelqu’un d’autre.',
      doneOn: '2022-03-22',
    },
    {
      stage: 'inaugurated',
      title: 'Inauguration au triporteur',
      description: 'Le maire a servi (assez mal) les vingt premiers cafés.',
      doneOn: '2022-04-02',
    },
  ],
  'Huit boîtes à livres, une par quartier': [
    {
      stage: 'to-launch',
      title: 'Huit marraines et parrains',
      description: 'Chaque quartier a trouvé qui rangera sa boîte.',
      doneOn: '2021-09-18',
    },
    {
      stage: 'study',
      title: 'Le modèle est dessiné',
      description:
        'Porte vitrée, toit débordant, étagère basse pour les enfants. Aux Bruyères, une vraie cabane avec un banc.',
      doneOn: '2021-11-12',
    },
    {
      stage: 'procurement',
      title: 'Commande au chantier d’insertion',
      description: 'Bois de récupération pour les étagères, mélèze pour l’extérieur.',
      doneOn: '2022-01-07',
    },
    {
      stage: 'works',
      title: 'Huit classes au pinceau',
      description:
        'Chaque boîte a été peinte par une classe. Celle du Vieux-Pont est couverte de poissons.',
      doneOn: '2022-05-20',
    },
    {
      stage: 'delivered',
      title: 'Posées et remplies',
      description: 'Quatre cents livres de départ ; deux mois après, il y en a davantage.',
      doneOn: '2022-06-08',
    },
    {
      stage: 'inaugurated',
      title: 'La tournée des boîtes',
      description: 'Une lecture à voix haute devant chaque boîte, à vélo, un samedi de juin.',
      doneOn: '2022-06-18',
    },
  ],
  'Cent pièges à frelons asiatiques prêtés aux habitants': [
    {
      stage: 'to-launch',
      title: 'Rencontre avec les apiculteurs',
      description: 'Choix d’un piège sélectif et d’un appât sans danger pour les abeilles.',
      doneOn: '2021-10-06',
    },
    {
      stage: 'study',
      title: 'Carte des nids',
      description:
        'Trente et un nids signalés en 2021 : les prêts seront proposés d’abord autour d’eux.',
      doneOn: '2021-11-30',
    },
    {
      stage: 'procurement',
      title: 'Cent pièges livrés',
      description: 'Numérotés, avec leur fiche de relevé.',
      doneOn: '2022-01-21',
    },
    {
      stage: 'works',
      title: 'Trois soirées de formation',
      description: 'Cent vingt-deux inscrits pour cent pièges : une liste d’attente est ouverte.',
      doneOn: '2022-02-18',
    },
    {
      stage: 'delivered',
      title: 'Première saison',
      description:
        '1 340 fondatrices capturées de février à mai. Les pièges sont rentrés, nettoyés, prêts pour l’an prochain.',
      doneOn: '2022-06-02',
    },
    {
      stage: 'inaugurated',
      title: 'Bilan public',
      description:
        'Neuf nids signalés contre trente et un l’année précédente. Le relevé complet est en ligne.',
      doneOn: '2022-09-15',
    },
  ],
  'La ludothèque qui se déplace': [
    {
      stage: 'to-launch',
      title: 'Convention avec Le Pion Voyageur',
      description: 'L’association anime, la ville possède les jeux et la remorque.',
      doneOn: '2021-09-22',
    },
    {
      stage: 'study',
      title: 'Les enfants choisissent les jeux',
      description: 'Deux mercredis d’essai au centre de loisirs : trois cents jeux retenus.',
      doneOn: '2021-12-08',
    },
    {
      stage: 'procurement',
      title: 'Jeux et remorque commandés',
      description: 'Les grands jeux en bois viennent d’un artisan du Perche.',
      doneOn: '2022-02-25',
    },
    {
      stage: 'works',
      title: 'Étiqueter trois cents jeux',
      description: 'Quatre soirées de bénévoles et beaucoup de pièces comptées deux fois.',
      doneOn: '2022-04-22',
    },
    {
      stage: 'delivered',
      title: 'Premier mercredi au Val Fleuri',
      description: 'Cinquante-deux enfants, vingt-six emprunts, aucun pion perdu.',
      doneOn: '2022-05-04',
    },
    {
      stage: 'inaugurated',
      title: 'Nuit du jeu',
      description: 'Deux cents joueurs sous la Halle jusqu’à minuit.',
      doneOn: '2022-10-15',
    },
  ],
};
