import type { IdeaText } from '../content.ts';

export const sport: readonly IdeaText[] = [
  {
    by: 'Noémie',
    title: 'Un éclairage pour courir le soir autour du stade',
    body: 'En hiver, nous sommes des dizaines à courir à la frontale sur la piste. Quatre mâts à détection, éteints à 21 h 30, et on pourrait s’entraîner sans se tordre une cheville.',
  },
  {
    by: 'Le Marcheur',
    title: 'Une boucle de marche pour les convalescents',
    body: 'Après mon opération, le kiné m’a dit : marchez 800 mètres, reposez-vous, recommencez. Il faudrait une boucle plate avec un banc tous les cent mètres, à côté de l’hôpital de jour.',
  },
  {
    by: 'Milan',
    title: 'Un terrain de basket 3x3 avec un vrai sol',
    body: 'Celui des Bruyères a des trous, on se blesse. Un sol neuf, deux panneaux, des filets en chaîne et des lignes peintes. Si possible une fresque au sol, comme on voit à Paris.',
  },
  {
    by: 'Amandine',
    title: 'Des vestiaires ouverts pour ceux qui viennent travailler à vélo',
    body: 'Douches et casiers existent déjà au gymnase et sont vides de 7 h à 9 h. Une serrure à badge suffirait.',
  },
  {
    by: 'Gisèle',
    title: 'Des barres d’appui dans la piscine',
    body: 'Pour l’aquagym des aînés, une deuxième main courante dans le petit bassin et un siège élévateur. Nous sommes 60 inscrites et il y en a huit qui n’osent plus descendre l’échelle.',
  },
];

export const culture: readonly IdeaText[] = [
  {
    by: 'LaPlume',
    title: 'Une boîte à histoires à la gare',
    body: 'Un distributeur qui imprime une nouvelle d’une, trois ou cinq minutes en attendant le train. Avec des textes d’habitants, choisis par un comité de lecteurs. Le papier est le même que celui des tickets.',
  },
  {
    by: 'Samira',
    title: 'Une chorale où personne ne chante juste',
    body: 'Il existe des chorales pour ceux qui savent. J’en voudrais une pour les autres : un chef payé deux heures par semaine, une salle chauffée, un concert par an devant nos familles indulgentes.',
  },
  {
    by: 'Prof d’arts pla',
    title: 'Repeindre les transformateurs électriques',
    body: 'Il y en a vingt-trois en ville, tous gris, tous tagués. Un concours par quartier, un artiste pour accompagner, et l’accord du gestionnaire du réseau, qui est en général favorable.',
  },
  {
    by: 'Jade',
    title: 'Un studio d’enregistrement à la maison de quartier',
    body: 'Il y a une pièce sans fenêtre qui sert de débarras. Avec des mousses, un micro, une carte son et un ordi, on peut enregistrer du rap, des podcasts, des lectures pour les aveugles… Des jeunes du lycée pro savent déjà faire les branchements.',
  },
  {
    by: 'Le Tanneur',
    title: 'Numériser les photos de familles',
    body: 'Un samedi par mois, chacun apporte ses albums à la bibliothèque ; on numérise, on raconte, on note les noms. Avant que les boîtes à chaussures finissent à la déchetterie.',
  },
  {
    by: 'Rosa',
    title: 'Un carnaval avec un vrai Bonhomme Hiver',
    body: 'Qu’on brûle sur la Braye comme autrefois ! Les chars seraient fabriqués dans les quartiers, avec un petit budget pour chacun (500 €) et un atelier dans l’ancienne jardinerie.',
  },
];

export const loisirs: readonly IdeaText[] = [
  {
    by: 'Nadia',
    title: 'De l’ombre sur les aires de jeux',
    body: 'Le toboggan du parc du Moulin brûle les cuisses dès le mois de mai. Des voiles d’ombrage l’été, et des arbres pour dans dix ans.',
  },
  {
    by: 'Camille',
    title: 'Des voiles d’ombrage au-dessus des jeux d’enfants',
    body: 'À 15 h en juillet il n’y a pas un enfant dans les parcs : tout est au soleil. Il suffirait de tendre des voiles au-dessus des toboggans et des bacs à sable, de mai à septembre, dans les quatre grandes aires de jeux.',
  },
  {
    by: 'Denis',
    title: 'Une bibliothèque d’outils',
    body: 'Une perceuse sert douze minutes dans sa vie. Mettons-les en commun : prêt de perceuses, échelles, nettoyeurs, tables à tapisser, avec un bénévole qui montre comment s’en servir. L’atelier de réparation pourrait la tenir.',
  },
  {
    by: 'Voisine du 12',
    title: 'Un four à pain au jardin partagé',
    body: 'Un four à bois, allumé un dimanche sur deux, où chacun cuit son pain, ses pizzas, ses tartes. On a un maçon dans l’immeuble et beaucoup de briques.',
  },
  {
    by: 'Paulette',
    title: 'Des bancs (je n’ai pas changé d’avis)',
    body: 'J’ai 90 ans maintenant. Merci pour la pharmacie. Il manque encore entre l’église et le cimetière, et il en faudrait avec des accoudoirs, pour se relever.',
  },
  {
    by: 'Zélie',
    title: 'Un square sans écrans',
    body: 'Des cabanes, des branches, de la boue, des cordes, du sable et de l’eau. Ce qu’on appelle un terrain d’aventure. Un animateur les mercredis et les vacances. Les enfants rentrent sales et contents.',
  },
  {
    by: 'Petit Pont',
    title: 'Une barque à chaîne pour traverser la Braye',
    body: 'Au bout de l’allée des Saules on voit l’autre rive, à douze mètres, et il faut 25 minutes pour y aller. Une petite barque qu’on tire soi-même avec une chaîne, comme au bord de la Loire : c’est gratuit et tous les enfants en rêvent.',
  },
  {
    by: 'Coach Momo',
    title: 'Un jeu de piste permanent dans la ville',
    body: 'Vingt énigmes, un carnet à retirer à la bibliothèque ou sur téléphone, trois parcours. Pour les familles du coin et les touristes qui s’arrêtent sans savoir quoi faire.',
  },
];
