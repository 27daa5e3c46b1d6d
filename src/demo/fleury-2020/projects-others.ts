import type { ProjectText } from '../content.ts';
import { districts } from '../fleury-districts.ts';

export const others: readonly ProjectText[] = [
  {
    title: 'Une aire de jeux pour tous les enfants, valides ou non',
    category: 'Loisirs',
    summary:
      'Créer au parc du Moulin une aire de jeux accessible de plain-pied : manège à niveau du sol, balançoire-nacelle, panneaux sonores, sol souple de 180 m² et cheminement depuis le parking. Le sol représente à lui seul la moitié du coût.',
    cost: 38_000,
    place: 'Parc du Moulin',
    district: districts.moulin,
    from: ['Une aire de jeux où mon fils en fauteuil peut jouer'],
    appeal: 80,
  },
  {
    title: 'Une cour verte à l’école des Tilleuls',
    category: 'Écologie',
    summary:
      'Retirer 420 m² de bitume, planter douze arbres, créer un coin calme en copeaux et une cabane de saule vivant, conserver un terrain de ballon. Travaux pendant deux étés, avec les enfants pour les plantations.',
    cost: 36_000,
    place: 'École des Tilleuls',
    district: districts.chenaie,
    from: ['Débitumer la cour de l’école des Tilleuls'],
    appeal: 74,
  },
  {
    title: 'Un parcours santé de deux kilomètres',
    category: 'Sport',
    summary:
      'Baliser une boucle de 2 km et y installer dix agrès en bois et acier, dont quatre adaptés aux personnes âgées. Panneaux en grands caractères.',
    cost: 18_000,
    place: 'Parc du Moulin',
    district: districts.moulin,
    from: ['Un parcours santé au parc du Moulin'],
    appeal: 42,
  },
  {
    title: 'Une structure de street workout',
    category: 'Sport',
    summary:
      'Installer à côté du city-stade une structure de huit postes (barres hautes, parallèles, échelle) sur un sol amortissant de 60 m².',
    cost: 13_800,
    place: 'City-stade de la Chênaie',
    district: districts.chenaie,
    from: ['Barres de street workout à côté du city-stade'],
    appeal: 24,
  },
  {
    title: 'Éclairer et refaire le terrain de pétanque',
    category: 'Sport',
    summary:
      'Poser deux mâts à LED avec minuterie, refaire 60 m de bordure et recharger le sable. Le raccordement se fait sur l’éclairage du stade.',
    cost: 9_400,
    place: 'Boulodrome du Moulin',
    district: districts.moulin,
    from: ['Éclairer le terrain de boules'],
    appeal: 20,
  },
  {
    title: 'Un mur d’escalade au gymnase',
    category: 'Sport',
    summary:
      'Équiper le pignon nord du gymnase : 90 m² de surface grimpable, huit couloirs, tapis et matériel pour trente élèves. Utilisé par le collège, les écoles et un créneau libre le samedi.',
    cost: 32_000,
    place: 'Gymnase de la Chênaie',
    district: districts.chenaie,
    from: ['Un mur d’escalade au gymnase'],
    appeal: 22,
  },
  {
    title: 'Une fresque par les habitants dans le passage de la gare',
    category: 'Culture',
    summary:
      'Confier à une artiste, choisie sur appel à projets, la conception avec les habitants d’une fresque de 60 mètres sur le thème de la rivière. Douze ateliers, préparation du mur, vernis anti-graffiti. Le gestionnaire de la gare a donné son accord.',
    cost: 12_000,
    place: 'Passage souterrain de la gare',
    district: districts.gare,
    from: ['Une fresque dans le passage sous la gare'],
    appeal: 40,
  },
  {
    title: 'Le cinéma en plein air, d’un quartier à l’autre',
    category: 'Culture',
    summary:
      'Acheter un écran gonflable de six mètres, un projecteur et une sonorisation, prêtés ensuite aux associations. Les droits de cinq séances sont compris la première année.',
    cost: 11_500,
    place: 'Cinq quartiers',
    from: ['Cinéma en plein air l’été'],
    appeal: 46,
  },
  {
    title: 'Le kiosque à musique retrouve la musique',
    category: 'Culture',
    summary:
      'Refaire le plancher, les garde-corps et l’installation électrique du kiosque, avec une rampe d’accès. L’architecte des Bâtiments de France a été consulté.',
    cost: 28_000,
    place: 'Place de la Halle',
    district: districts.centre,
    from: ['Redonner vie au kiosque à musique'],
    appeal: 34,
  },
  {
    title: 'Des instruments de musique à emprunter',
    category: 'Culture',
    summary:
      'Constituer à la bibliothèque René-Guy-Cadou un fonds de quarante instruments (guitares, ukulélés, claviers, percussions, violons d’étude) avec housses, accordeurs et entretien pour trois ans.',
    cost: 6_500,
    place: 'Bibliothèque René-Guy-Cadou',
    from: ['Emprunter une guitare comme on emprunte un livre'],
    appeal: 44,
  },
  {
    title: 'Le chemin des tanneries',
    category: 'Culture',
    summary:
      'Concevoir neuf panneaux illustrés le long du quai, avec photographies de familles et témoignages sonores recueillis par les archives municipales.',
    cost: 8_900,
    place: 'Quai des Tanneries',
    district: districts.centre,
    from: ['Raconter les tanneries'],
    appeal: 26,
  },
  {
    title: 'Un espace clôturé pour les chiens',
    category: 'Loisirs',
    summary:
      'Clôturer 2 400 m² avec double portillon, point d’eau, bancs et distributeurs de sacs, à l’écart des habitations.',
    cost: 13_000,
    place: 'Derrière le stade du Moulin',
    district: districts.moulin,
    from: ['Un parc pour les chiens'],
    appeal: 31,
  },
  {
    title: 'Deux lots de fête à partager',
    category: 'Loisirs',
    summary:
      'Acheter deux lots (barnum, tables, bancs, guirlandes, vaisselle lavable pour 80 personnes) prêtés gratuitement aux habitants, avec un local et un planning tenus par les maisons de quartier.',
    cost: 6_200,
    place: 'Maisons de quartier',
    from: ['Du matériel de fête à partager entre voisins'],
    appeal: 38,
  },
  {
    title: 'Un atelier de réparation ouvert à tous',
    category: 'Loisirs',
    summary:
      'Équiper un atelier partagé : établis, postes à souder, machines à coudre, imprimante 3D, outillage. Ouvert deux samedis par mois par une association de bricoleurs.',
    cost: 5_900,
    place: 'Salle du Lavoir',
    district: districts.centre,
    from: ['Un atelier pour réparer au lieu de jeter'],
    appeal: 50,
  },
  {
    title: 'Un verger ouvert et des fruitiers dans les squares',
    category: 'Écologie',
    summary:
      'Planter trente-cinq arbres fruitiers de variétés locales sur le terrain de l’ancienne jardinerie et vingt-cinq autres dans cinq squares, avec les écoles. Deux journées de taille par an. Ce projet réunit deux idées.',
    cost: 10_400,
    place: 'Ancienne jardinerie et cinq squares',
    from: ['Un verger ouvert à tous', 'Planter des arbres fruitiers dans les quartiers'],
    appeal: 58,
  },
  {
    title: 'L’eau de pluie pour les jardins familiaux',
    category: 'Écologie',
    summary:
      'Installer deux cuves de 10 000 litres, une pompe à main et un réseau de six points de puisage, alimentés par le toit du hangar.',
    cost: 8_200,
    place: 'Jardins familiaux de la Croix-Blanche',
    district: districts.chenaie,
    from: ['Récupérer l’eau de pluie aux jardins familiaux'],
    appeal: 33,
  },
  {
    title: 'Nichoirs, gîtes et caméra de nid',
    category: 'Écologie',
    summary:
      'Fabriquer et poser soixante nichoirs et vingt gîtes à chauves-souris, dont un nichoir à caméra relié à l’école du Vieux-Pont. Ateliers avec trois classes.',
    cost: 3_600,
    place: 'Bâtiments publics et parcs',
    from: ['Des nichoirs et des gîtes à chauves-souris'],
    appeal: 41,
  },
  {
    title: 'Une mare au parc du Moulin',
    category: 'Écologie',
    summary:
      'Creuser une mare de 80 m² avec berges en pente douce, passerelle, clôture basse et panneau pédagogique ; suivi des espèces pendant cinq ans par une association naturaliste.',
    cost: 15_000,
    place: 'Parc du Moulin',
    district: districts.moulin,
    from: ['Une mare pédagogique au parc du Moulin'],
    appeal: 29,
  },
  {
    title: 'Un passage surélevé et éclairé devant le collège',
    category: 'Stationnement et sécurité',
    summary:
      'Créer un plateau surélevé avec éclairage renforcé et barrières de protection sur dix mètres de part et d’autre. Accord du département, gestionnaire de la voie.',
    cost: 14_000,
    place: 'Collège de la Prairie, avenue de la Gare',
    district: districts.gare,
    from: ['Traverser devant le collège sans avoir peur'],
    appeal: 55,
  },
  {
    title: 'Deux radars pédagogiques mobiles',
    category: 'Stationnement et sécurité',
    summary:
      'Acheter deux panneaux solaires déplacés tous les quinze jours. Les vitesses mesurées sont publiées rue par rue, sans aucune plaque d’immatriculation.',
    cost: 7_400,
    place: 'Vingt rues par an',
    from: ['Un radar pédagogique qui change de rue'],
    appeal: 25,
  },
  {
    title: 'Éclairer la venelle des Lavandières',
    category: 'Stationnement et sécurité',
    summary:
      'Poser vingt-deux balises basses à détection, orientées vers le sol et éteintes en l’absence de passage, pour ne gêner ni les riverains ni la faune de la rivière.',
    cost: 12_800,
    place: 'Venelle des Lavandières',
    district: districts.centre,
    from: ['La venelle des Lavandières est toute noire'],
    appeal: 45,
  },
];
