import type { ProjectText } from '../content.ts';
import { districts } from '../fleury-districts.ts';

/** The projects that residents like most: 98 480 € together, so that nothing else fits in 100 000 €. */
export const winners: readonly ProjectText[] = [
  {
    title: 'Aménagement extérieur de la piscine des Jacobins',
    category: 'Sport',
    summary:
      'Transformer la pelouse de la piscine en un lieu où passer la journée : une aire de jets d’eau au sol de 45 m², sans profondeur et en circuit fermé, deux voiles d’ombrage, huit arbres de haute tige, vingt transats et quatre tables de pique-nique, dont une accessible en fauteuil. L’entretien est assuré par l’équipe de la piscine, sans recrutement. Ce projet réunit deux idées.',
    cost: 22_400,
    place: 'Piscine des Jacobins, allée des Baigneurs',
    point: [1.9088, 47.9441],
    district: districts.moulin,
    from: [
      'Des transats et de l’ombre autour de la piscine',
      'Des jeux d’eau pour les petits à la piscine des Jacobins',
    ],
    appeal: 158,
  },
  {
    title: 'Des composteurs collectifs urbains dans six résidences',
    category: 'Écologie',
    summary:
      'Installer dans six résidences volontaires un composteur collectif de trois bacs, avec panneau, outils et petit seau pour chaque foyer. Deux référents par résidence sont formés, et le service des espaces verts livre le broyat deux fois par an. Environ 240 foyers sont concernés ; les bailleurs ont donné leur accord pour cinq sites.',
    cost: 9_450,
    place: 'Clos de l’Horloge, Bouleaux, Bruyères, Val Fleuri, Chênaie, Croix-Blanche',
    point: [1.9223, 47.9389],
    from: ['Des composteurs au pied des immeubles'],
    appeal: 140,
  },
  {
    title: 'Une tente anti-gaspi sur le marché',
    category: 'Écologie',
    summary:
      'Équiper une équipe de bénévoles pour récupérer les invendus du marché du samedi et les redistribuer sur place : une tente pliante de 3 × 6 m, six tables, quatre-vingts caisses, une balance, un vélo-cargo d’occasion. Le placier du marché réserve l’emplacement ; les denrées sont données librement, sans justificatif, jusqu’à 14 h.',
    cost: 4_200,
    place: 'Marché de la Halle',
    point: [1.9202, 47.9341],
    district: districts.centre,
    from: ['Une tente anti-gaspi sur le marché'],
    appeal: 131,
  },
  {
    title: 'Un café solidaire itinérant',
    category: 'Loisirs',
    summary:
      'Acheter le matériel d’un café à prix libre tenu par une association d’habitants : machine à café, réfrigérateur, vaisselle, mobilier pliant et triporteur. Deux locaux municipaux sont mis à disposition un jour par semaine chacun, au Clos de l’Horloge et aux Bruyères. Une convention d’un an, renouvelable, fixe les horaires et l’assurance.',
    cost: 9_800,
    place: 'Clos de l’Horloge et maison de quartier des Bruyères',
    point: [1.9286, 47.9251],
    from: ['Un café solidaire pour tout le monde'],
    appeal: 122,
  },
  {
    title: 'Huit boîtes à livres, une par quartier',
    category: 'Culture',
    summary:
      'Fabriquer huit boîtes à livres en bois avec un chantier d’insertion, dont une grande cabane avec banc devant l’école des Bruyères. Chaque boîte est peinte par une classe et suivie par une marraine ou un parrain du quartier. Les bibliothèques fournissent le premier fonds : 400 ouvrages sortis des collections.',
    cost: 4_760,
    place: 'Les huit quartiers',
    point: [1.9311, 47.9262],
    from: ['Des boîtes à livres dans tous les quartiers', 'Une cabane à livres aux Bruyères'],
    appeal: 114,
  },
  {
    title: 'Soixante places de vélo sûres, dont un abri fermé à la gare',
    category: 'Stationnement et sécurité',
    summary:
      'Poser un abri fermé de vingt places sur le parvis de la gare, ouvert avec la carte de transport, et quarante places sous forme d’arceaux scellés devant les écoles, la piscine, les deux bibliothèques et la Halle. La région finance la moitié de l’abri ; le montant indiqué est la part de la ville.',
    cost: 14_500,
    place: 'Gare, écoles, piscine, bibliothèques, Halle',
    point: [1.9147, 47.9216],
    from: ['Garer son vélo sans se le faire voler'],
    appeal: 126,
  },
  {
    title: 'Des tables de ping-pong dans trois quartiers',
    category: 'Sport',
    summary:
      'Installer quatre tables de ping-pong en béton, sur dalle existante ou à créer : deux place des Bouleaux, une au Val Fleuri, une à la Chênaie. Raquettes et balles en prêt dans les maisons de quartier.',
    cost: 7_150,
    place: 'Bouleaux, Val Fleuri, Chênaie',
    point: [1.9268, 47.9179],
    from: ['Tables de ping-pong en plein air'],
    appeal: 92,
  },
  {
    title: 'Des tables de pique-nique au bord de la Braye',
    category: 'Loisirs',
    summary:
      'Aménager six haltes entre le Vieux-Pont et l’écluse : une table en bois local à chacune, dont deux accessibles en fauteuil, et trois points de tri. L’emplacement des tables tient compte des crues : elles sont scellées au-dessus du niveau de la crue de 2016.',
    cost: 8_640,
    place: 'Bords de Braye, du Vieux-Pont à l’écluse',
    point: [1.9128, 47.9334],
    district: districts.centre,
    from: ['Des tables de pique-nique au bord de la Braye'],
    appeal: 84,
  },
  {
    title: 'Cent pièges à frelons asiatiques prêtés aux habitants',
    category: 'Écologie',
    summary:
      'Acheter cent pièges sélectifs, prêtés de février à mai sur inscription au service des espaces verts, avec un mode d’emploi et trois soirées de formation animées par les apiculteurs de la ville. Chaque emprunteur tient un relevé de ses captures ; le bilan est publié chaque été.',
    cost: 2_880,
    place: 'Toute la ville, retrait au centre technique',
    point: [1.9012, 47.9239],
    from: ['Prêter des pièges à frelons asiatiques'],
    appeal: 80,
  },
  {
    title: 'Une joëlette et un vélo adapté à emprunter',
    category: 'Sport',
    summary:
      'Acheter un fauteuil tout chemin à une roue (joëlette) et un vélo transporteur de fauteuil, prêtés gratuitement aux familles, aux associations et aux écoles. Réservation et remise au stade du Moulin, avec une prise en main d’une demi-heure.',
    cost: 6_800,
    place: 'Stade du Moulin',
    point: [1.9052, 47.9382],
    from: ['Un vélo adapté et une joëlette à emprunter'],
    appeal: 86,
  },
  {
    title: 'La ludothèque qui se déplace',
    category: 'Loisirs',
    summary:
      'Équiper l’association Le Pion Voyageur de trois cents jeux, dont vingt grands jeux en bois, et d’une remorque pour vélo à assistance électrique. La ludothèque s’installe chaque mercredi dans un quartier différent : jeu sur place et emprunt à la semaine.',
    cost: 7_900,
    place: 'Un quartier chaque mercredi',
    point: [1.9297, 47.9408],
    from: ['Une ludothèque qui se déplace'],
    appeal: 84,
  },
];
