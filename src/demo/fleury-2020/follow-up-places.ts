import type { StepText } from '../content.ts';

/** What the town tells of the winners that one can visit, by title of the project. */
export const followUpOfPlaces: Record<string, readonly StepText[]> = {
  'Aménagement extérieur de la piscine des Jacobins': [
    {
      stage: 'to-launch',
      title: 'Une équipe pour la piscine',
      description:
        'L’autrice et l’auteur des deux idées, la directrice de la piscine et une paysagiste de la ville forment l’équipe du projet. Première visite sur place en septembre.',
      doneOn: '2021-07-02',
    },
    {
      stage: 'study',
      title: 'Le plan, dessiné avec les baigneurs',
      description:
        'Deux après-midi de dessin au bord du bassin : 140 avis recueillis. Les jets d’eau sont déplacés vers le sud, loin des transats, et un arbre de plus est prévu.\n\nLe sol, une ancienne gravière, a demandé une étude complémentaire de trois mois.',
      doneOn: '2022-04-14',
    },
    {
      stage: 'procurement',
      title: 'Les entreprises sont choisies',
      description:
        'Trois lots attribués : jets d’eau, plantations, mobilier. Total : 21 870 €, sous le budget voté. Le début des travaux attend la fin de la rénovation énergétique du bâtiment, engagée entre-temps.',
      doneOn: '2024-02-08',
    },
    {
      stage: 'works',
      title: 'Jets d’eau posés, arbres plantés',
      description:
        'Les huit tilleuls et mûriers ont été plantés en novembre, les voiles d’ombrage et les jets d’eau posés au printemps. Les transats attendent au sec : l’espace ouvrira avec la piscine, dont la rénovation se termine.',
      doneOn: '2025-06-19',
    },
  ],
  'Soixante places de vélo sûres, dont un abri fermé à la gare': [
    {
      stage: 'to-launch',
      title: 'La liste des places manquantes',
      description:
        'L’auteur de l’idée a remis son comptage, rue par rue. Il sert de base au projet.',
      doneOn: '2021-09-09',
    },
    {
      stage: 'study',
      title: 'Accord de la région et du gestionnaire de la gare',
      description:
        'L’abri sera à droite du parvis, sous la caméra existante, relié à la carte de transport.',
      doneOn: '2022-03-17',
    },
    {
      stage: 'procurement',
      title: 'Marché attribué',
      description:
        'Le prix de l’acier a augmenté de 18 % : deux arceaux de moins rue des Tanneurs, rien d’autre ne change.',
      doneOn: '2022-11-25',
    },
    {
      stage: 'works',
      title: 'Quarante arceaux scellés',
      description:
        'Écoles, piscine, bibliothèques et Halle sont équipées. L’abri de la gare est en cours de montage.',
      doneOn: '2023-06-30',
    },
    {
      stage: 'delivered',
      title: 'L’abri de la gare est ouvert',
      description:
        'Vingt places, 4 € par mois ou gratuit avec un abonnement de train. Complet en neuf semaines : une extension est à l’étude.',
      doneOn: '2023-10-02',
    },
  ],
  'Des tables de ping-pong dans trois quartiers': [
    {
      stage: 'to-launch',
      title: 'Les trois lieux sont confirmés',
      description:
        'La dalle de l’ancien local, à la Chênaie, sera réutilisée comme le proposait un habitant.',
      doneOn: '2021-09-15',
    },
    {
      stage: 'study',
      title: 'Mesures et voisinage',
      description:
        'Aux Bouleaux, les tables sont éloignées de quinze mètres des fenêtres à la demande des riverains.',
      doneOn: '2021-10-28',
    },
    {
      stage: 'procurement',
      title: 'Quatre tables en béton',
      description: 'Commandées avec garantie de dix ans.',
      doneOn: '2021-12-16',
    },
    {
      stage: 'works',
      title: 'Dalles et pose',
      description: 'Deux dalles coulées, quatre tables posées à la grue.',
      doneOn: '2022-03-09',
    },
    {
      stage: 'delivered',
      title: 'On joue !',
      description: 'Raquettes et balles à emprunter dans les trois maisons de quartier.',
      doneOn: '2022-03-12',
    },
    {
      stage: 'inaugurated',
      title: 'Tournoi des trois quartiers',
      description: 'Soixante-quatre joueurs de 7 à 81 ans.',
      doneOn: '2022-05-14',
    },
  ],
  'Des tables de pique-nique au bord de la Braye': [
    {
      stage: 'to-launch',
      title: 'Repérage au bord de l’eau',
      description: 'Six haltes choisies avec l’auteur de l’idée et la brigade de rivière.',
      doneOn: '2021-09-29',
    },
    {
      stage: 'study',
      title: 'Crues et racines',
      description:
        'Le syndicat de rivière demande de remonter deux tables de quarante centimètres.',
      doneOn: '2022-02-10',
    },
    {
      stage: 'procurement',
      title: 'Du chêne de la forêt voisine',
      description: 'Une scierie de la vallée fournit et assemble les six tables.',
      doneOn: '2022-06-23',
    },
    {
      stage: 'works',
      title: 'Six tables scellées',
      description: 'Chantier d’une semaine, sentier ouvert pendant les travaux.',
      doneOn: '2022-10-14',
    },
    {
      stage: 'delivered',
      title: 'À table',
      description:
        'Deux des six tables accueillent un fauteuil roulant. Trois points de tri sont relevés le lundi et le vendredi.',
      doneOn: '2022-10-21',
    },
    {
      stage: 'inaugurated',
      title: 'Grand pique-nique de printemps',
      description: 'Chacun a apporté un plat. Jo a apporté la friture.',
      doneOn: '2023-05-13',
    },
  ],
  'Une joëlette et un vélo adapté à emprunter': [
    {
      stage: 'to-launch',
      title: 'Essais avec les familles',
      description:
        'Trois modèles essayés au stade par sept familles et l’institut médico-éducatif.',
      doneOn: '2021-10-09',
    },
    {
      stage: 'study',
      title: 'Règles de prêt',
      description: 'Gratuit, caution non encaissée, prise en main obligatoire d’une demi-heure.',
      doneOn: '2021-12-14',
    },
    {
      stage: 'procurement',
      title: 'Commande passée',
      description: 'Joëlette à assistance électrique, vélo transporteur avec rampe.',
      doneOn: '2022-03-02',
    },
    {
      stage: 'works',
      title: 'Un local au stade',
      description: 'Porte élargie et prise de recharge installées par les services techniques.',
      doneOn: '2022-05-06',
    },
    {
      stage: 'delivered',
      title: 'Première sortie sur la voie verte',
      description: 'Dix-huit kilomètres, dont une sœur qui n’était jamais allée jusqu’à l’écluse.',
      doneOn: '2022-05-21',
    },
    {
      stage: 'inaugurated',
      title: 'Quatre-vingts emprunts',
      description:
        'Familles, écoles, club de randonnée : le matériel sort deux fois par semaine en saison.',
      doneOn: '2022-10-01',
    },
  ],
};
