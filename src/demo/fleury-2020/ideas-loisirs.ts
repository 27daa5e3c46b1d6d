import type { IdeaText } from '../content.ts';

export const loisirs: readonly IdeaText[] = [
  {
    by: 'Sandrine L.',
    title: 'Un café solidaire pour tout le monde',
    body: 'Un vrai café, avec un comptoir, où le café coûte ce qu’on peut : prix libre, et « café suspendu » payé d’avance pour quelqu’un d’autre. On y vient lire le journal, demander un coup de main pour un papier, jouer à la belote, réparer un grille-pain. Tenu par une association et des bénévoles, un jour dans le local du Clos, un jour aux Bruyères.\n\nPour démarrer il faut surtout du matériel : une machine à café solide, un frigo, de la vaisselle, des tables pliantes et un triporteur pour tout déplacer. Nous sommes déjà onze à vouloir nous lancer.',
  },
  {
    by: 'Élodie B.',
    title: 'Une aire de jeux où mon fils en fauteuil peut jouer',
    body: 'Mon fils a six ans. À toutes les aires de jeux de la ville, il regarde sa sœur jouer depuis l’allée, parce que son fauteuil s’enlise dans le gravier. Il existe des manèges de plain-pied, des balançoires-nacelles, des sols souples, des panneaux sonores à hauteur d’enfant assis. Une seule aire suffirait, au parc du Moulin, pour que des dizaines d’enfants jouent enfin ensemble.',
  },
  {
    by: 'Zélie',
    title: 'Une ludothèque qui se déplace',
    body: 'Des grands jeux en bois, des jeux de société, des jeux géants, dans un vélo-remorque ou une petite camionnette, qui s’installe chaque mercredi dans un quartier différent. On joue sur place et on emprunte pour la semaine. L’association Le Pion Voyageur est prête à animer si la ville achète les jeux et la remorque !',
  },
  {
    by: 'Jo le pêcheur',
    title: 'Des tables de pique-nique au bord de la Braye',
    body: 'Entre le Vieux-Pont et l’écluse, 1,5 km de berge et pas un endroit où poser son casse-croûte. Cinq ou six tables en bois, dont une où un fauteuil roulant passe dessous, et des poubelles parce que sinon c’est moi qui ramasse.',
  },
  {
    by: 'Petit Pont',
    title: 'Un parc pour les chiens',
    body: 'Un terrain clôturé d’un quart d’hectare où les chiens peuvent courir sans laisse, avec un double portillon, de l’eau, des sacs. Cela éviterait bien des disputes au parc entre ceux qui ont des chiens et ceux qui ont des enfants (j’ai les deux).',
  },
  {
    by: 'Voisine du 12',
    title: 'Du matériel de fête à partager entre voisins',
    body: 'Pour la fête des voisins, nous courons tous les ans après deux tréteaux et une rallonge. La ville pourrait acheter deux lots complets : barnum, tables, bancs, guirlandes, vaisselle lavable pour 80 personnes, et les prêter gratuitement contre une caution. On ne prendrait plus rien de jetable.',
  },
  {
    by: 'Denis',
    title: 'Un atelier pour réparer au lieu de jeter',
    body: 'Ancien électrotechnicien, je répare gratuitement les appareils de mon immeuble. Nous sommes plusieurs bricoleurs dans ce cas. Avec un établi, un poste à souder, une machine à coudre, une imprimante 3D pour les petites pièces et un créneau dans la salle du Lavoir, on peut tenir un atelier de réparation deux samedis par mois. On ne fait pas à la place des gens, on leur apprend.',
  },
  {
    by: 'Rosa',
    title: 'Une guinguette au bord de l’eau',
    body: 'Des lampions, une piste, un accordéon, de la friture et du vin frais. Juin, juillet, août. Voilà.',
  },
  {
    by: 'Les Bouleaux',
    title: 'Un espace clôturé pour les chiens aux Bruyères',
    body: 'Le square sert de toilettes pour chiens alors que des enfants y jouent. Il faut un endroit fermé rien que pour eux, de l’autre côté du parking, et des distributeurs de sacs.',
  },
  {
    by: 'Nadia',
    title: 'Des jeux pour les enfants place de la Halle',
    body: 'Les jours de marché, les petits s’ennuient et courent entre les voitures. Deux ou trois jeux à ressort et une marelle peinte au sol du côté de la fontaine, et les parents feraient leurs courses plus tranquilles. Les commerçants seraient contents aussi.',
  },
  {
    by: 'Aurélie F.',
    title: 'Une balançoire pour bébé au Val Fleuri',
    body: 'Tous les jeux sont à partir de trois ans. Une nacelle bébé, un petit toboggan, un banc à l’ombre. Les assistantes maternelles du quartier (nous sommes neuf !) vous remercient.',
  },
  {
    by: 'Paulette',
    title: 'Des bancs',
    body: 'De chez moi à la pharmacie il y a 900 mètres et pas un banc. J’ai 84 ans. Je ne sors plus.',
  },
  {
    by: 'Farid',
    title: 'Un échiquier géant sur la place',
    body: 'Cases peintes au sol et grandes pièces rangées dans un coffre, la clé au bar-tabac. Les retraités jouent, les collégiens regardent, et puis c’est l’inverse.',
  },
  {
    by: 'Chouette',
    title: 'Remplacer le feu d’artifice par un spectacle de lumière',
    body: 'Chaque 14 juillet, les chiens hurlent, les oiseaux quittent leurs nids et les anciens du foyer se bouchent les oreilles. Un spectacle de lumières, de feu et de musique sur la rivière serait aussi beau et réutilisable.',
  },
  {
    by: 'Thierry G.',
    title: 'Un vrai marché de Noël sous la Halle',
    body: 'Trois week-ends, uniquement des artisans du coin, pas de chalets en plastique. Chauffage au bois, vin chaud, chorales des écoles.',
  },
  {
    by: 'Titouan',
    title: 'Un pumptrack en terre pour les vélos',
    body: 'Un pumptrack c’est une piste avec des bosses et des virages relevés, on avance sans pédaler. En terre c’est pas cher : il y a un gros tas derrière le cimetière qui sert à rien. Avec mes copains on peut aider à pelleter.',
  },
  {
    by: 'Coach Momo',
    title: 'Une patinoire l’hiver',
    body: 'Une petite patinoire synthétique (sans froid, donc sans électricité) sous la Halle pendant les vacances de Noël. Elle se loue. Les centres de loisirs en profiteraient gratuitement.',
  },
  {
    by: 'Pêcheur de lune',
    title: 'Un ponton de pêche accessible',
    body: 'Avec un fauteuil ou de mauvaises jambes, impossible d’approcher l’eau. Un ponton en bois avec rebord, deux places assises et un accès en dur depuis le parking de l’écluse. L’association de pêche participe pour la pose.',
  },
  {
    by: 'Yvette du Vieux-Pont',
    title: 'Le bal du samedi',
    body: 'Une fois par mois, un orchestre, à la salle du Lavoir. Danser, c’est gratuit pour les genoux.',
  },
  {
    by: 'Amandine',
    title: 'Un jardin pour lire et ne rien faire',
    body: 'La ville a beaucoup d’endroits pour courir, sauter, consommer. J’aimerais un jardin clos, sans jeux et sans téléphone, avec des fauteuils en bois, des rosiers et une glycine. Derrière la bibliothèque des Jacobins il y a une cour où personne ne va : tout est déjà là, il manque les fauteuils.',
  },
];
