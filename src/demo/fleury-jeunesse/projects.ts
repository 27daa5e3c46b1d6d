import type { ProjectText } from '../content.ts';
import { districts } from '../fleury-districts.ts';

export const projects: readonly ProjectText[] = [
  {
    title: 'Un terrain de foot à cinq derrière le collège',
    category: 'Sport',
    summary:
      'Clôturer et tracer un terrain de 30 × 15 m sur l’ancien parking, avec deux buts et des filets pare-ballons. Ouvert à tous après 17 h.',
    cost: 9_800,
    place: 'Collège de la Prairie',
    point: [1.9109, 47.9257],
    district: districts.gare,
    from: ['Un foot à 5 à côté du collège'],
    appeal: 30,
  },
  {
    title: 'Une salle de musique équipée à la maison de quartier',
    category: 'Culture et musique',
    summary:
      'Transformer la réserve en studio de répétition : mousses acoustiques, batterie, amplis, micros. Réservation par les jeunes eux-mêmes.',
    cost: 7_400,
    place: 'Maison de quartier des Bruyères',
    point: [1.9297, 47.9238],
    district: districts.chenaie,
    from: ['Une salle pour répéter'],
    appeal: 27,
  },
  {
    title: 'Des casiers pour recharger son téléphone',
    category: 'Numérique',
    summary: 'Installer douze casiers fermés avec prises à la bibliothèque et à la gare routière.',
    cost: 2_600,
    place: 'Bibliothèque des Jacobins, gare routière',
    from: ['Des casiers avec des prises'],
    appeal: 18,
  },
  {
    title: 'Un potager au collège, du semis à la cantine',
    category: 'Nature',
    summary:
      'Créer huit carrés de culture, une petite serre et un récupérateur d’eau. Les récoltes vont à la cantine.',
    cost: 3_900,
    place: 'Collège de la Prairie',
    point: [1.9112, 47.9261],
    district: districts.gare,
    from: ['On fait pousser notre cantine'],
    appeal: 20,
  },
  {
    title: 'Une journée sans téléphone, avec mille autres choses',
    category: 'Solidarité',
    summary:
      'Organiser un samedi d’ateliers (escalade, magie, cuisine, mécanique vélo, théâtre) où chacun dépose son téléphone à l’entrée.',
    cost: 2_200,
    place: 'Stade du Moulin',
    point: [1.9052, 47.9382],
    from: ['Une journée sans téléphone'],
    appeal: 11,
  },
  {
    title: 'Un skatepark réparé par celles et ceux qui l’utilisent',
    category: 'Sport',
    summary:
      'Refaire le revêtement, ajouter une courbe et une rampe d’apprentissage. Trois week-ends de chantier avec une association spécialisée.',
    cost: 11_500,
    place: 'Skatepark du Moulin',
    point: [1.9064, 47.9391],
    district: districts.moulin,
    from: ['Réparer le skatepark nous-mêmes'],
    appeal: 29,
  },
  {
    title: 'Un club de jeux vidéo et de création de jeux',
    category: 'Numérique',
    summary:
      'Équiper six postes pour jouer et apprendre à programmer un jeu, avec un animateur le mercredi et le samedi.',
    cost: 6_300,
    place: 'Bibliothèque René-Guy-Cadou',
    point: [1.9221, 47.9349],
    district: districts.centre,
    from: ['Créer des jeux vidéo'],
    appeal: 25,
  },
  {
    title: 'Des boîtes à chaussures de sport',
    category: 'Solidarité',
    summary:
      'Mettre en place des boîtes d’échange de chaussures et de tenues de sport, nettoyées et triées par des bénévoles, dans les deux gymnases.',
    cost: 1_200,
    place: 'Gymnases de la Chênaie et du Moulin',
    from: ['Échanger les chaussures trop petites'],
    appeal: 22,
  },
  {
    title: 'Un ciné des ados, une fois par mois',
    category: 'Culture et musique',
    summary:
      'Dix séances choisies, annoncées et animées par un groupe de jeunes. Vidéoprojecteur, droits de projection et popcorn compris.',
    cost: 4_100,
    place: 'Salle du Lavoir',
    point: [1.9168, 47.9312],
    district: districts.centre,
    from: ['Notre ciné à nous'],
    appeal: 23,
  },
  {
    title: 'Des refuges pour hérissons',
    category: 'Nature',
    summary:
      'Construire et poser trente abris à hérissons et douze passages sous les clôtures, avec les écoles de la ville.',
    cost: 1_500,
    place: 'Parcs et jardins volontaires',
    from: ['Sauver les hérissons'],
    appeal: 21,
  },
  {
    title: 'Une patinoire mobile pendant deux semaines',
    category: 'Sport',
    summary:
      'Louer une patinoire synthétique de 120 m² pendant les vacances de Noël, gratuite pour les moins de 18 ans.',
    cost: 14_000,
    place: 'Place de la Halle',
    point: [1.9204, 47.934],
    district: districts.centre,
    from: ['Une patinoire à Noël'],
    appeal: 20,
  },
  {
    title: 'Un coin calme dans la cour du collège',
    category: 'Solidarité',
    summary:
      'Créer un espace abrité avec bancs, plantes et jeux de société, sans ballon, pour celles et ceux qui ont besoin de souffler.',
    cost: 3_300,
    place: 'Collège de la Prairie',
    point: [1.9106, 47.9254],
    district: districts.gare,
    from: ['Un endroit calme dans la cour'],
    appeal: 24,
  },
  {
    title: 'Une fresque sur le mur du gymnase',
    category: 'Culture et musique',
    summary:
      'Inviter une graffeuse professionnelle pour concevoir et peindre avec trente jeunes le mur sud du gymnase.',
    cost: 5_200,
    place: 'Gymnase de la Chênaie',
    point: [1.9372, 47.9338],
    district: districts.chenaie,
    from: ['Une grande fresque'],
    appeal: 19,
  },
  {
    title: 'Du Wi-Fi dans les parcs',
    category: 'Numérique',
    summary:
      'Installer deux bornes Wi-Fi publiques, éteintes la nuit, au parc du Moulin et place des Bouleaux.',
    cost: 4_800,
    place: 'Parc du Moulin, place des Bouleaux',
    from: ['Le wifi dehors'],
    appeal: 15,
  },
];
