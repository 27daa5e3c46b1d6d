import type { IdeaText } from '../content.ts';

export const sport: readonly IdeaText[] = [
  {
    by: 'Maman solo',
    title: 'Des transats et de l’ombre autour de la piscine',
    body: 'L’été on emmène les enfants à la piscine des Jacobins presque tous les jours, parce qu’on ne part pas. Dehors il n’y a que du gazon pelé en plein soleil. Quelques transats, de vrais arbres ou des voiles d’ombrage, et deux ou trois tables pour le goûter : on y passerait la journée. Je pense que c’est la plage de ceux qui n’ont pas la mer.',
  },
  {
    by: 'papa_de_3',
    title: 'Des jeux d’eau pour les petits à la piscine des Jacobins',
    body: 'La pataugeoire est à l’intérieur, il y fait une chaleur à mourir et les petits tournent en rond. Pourquoi pas un espace de jets d’eau dehors, au sol, sans profondeur ? Pas besoin de surveillant supplémentaire, l’eau peut tourner en circuit fermé, et les trois générations sont contentes en même temps (surtout le papa).',
  },
  {
    by: 'Le Marcheur',
    title: 'Un parcours santé au parc du Moulin',
    body: 'Je marche tous les matins au parc, et depuis le confinement nous sommes trois fois plus nombreux. Une boucle fléchée de 2 km avec huit ou dix agrès simples (poutre, barres, étirements) rendrait service à tous les âges.\n\nMerci de prévoir des panneaux lisibles sans lunettes !',
  },
  {
    by: 'Mehdi',
    title: 'Barres de street workout à côté du city-stade',
    body: 'Bonjour la mairie 😄 On est une quinzaine à s’entraîner à la Chênaie et on fait nos tractions sur les buts de foot. C’est pas prévu pour, ça finit par casser. Une structure avec barres hautes, barres parallèles et un sol souple ça suffit. On s’engage à initier les plus jeunes le samedi.',
  },
  {
    by: 'Amandine',
    title: 'Tables de ping-pong en plein air',
    body: 'Deux tables en béton place des Bouleaux et deux au Val Fleuri. Ça ne s’abîme pas, ça ne coûte rien à entretenir, et on y voit jouer ensemble des gens de 8 à 80 ans. Au camping où nous allions c’était toujours l’endroit le plus vivant.',
  },
  {
    by: 'Bernard R.',
    title: 'Éclairer le terrain de boules',
    body: 'De novembre à mars nous arrêtons de jouer à 17 heures faute de lumière. Nous sommes une quarantaine au club de pétanque du Moulin, dont beaucoup vivent seuls. Deux mâts avec minuterie, et si possible refaire la bordure qui s’en va. Nous fournissons le café.',
  },
  {
    by: 'Hélène W.',
    title: 'Un vélo adapté et une joëlette à emprunter',
    body: 'Ma sœur est en fauteuil. Pour une sortie en famille le long de la Braye, il n’existe aucune solution à moins de 80 km. La ville pourrait acheter une joëlette (fauteuil tout chemin à une roue) et un vélo qui porte un fauteuil, à emprunter gratuitement à l’office du tourisme ou au stade avec une caution. Les associations et les écoles s’en serviraient aussi.',
  },
  {
    by: 'Tom',
    title: 'Un mur d’escalade au gymnase',
    body: 'Le collège d’à côté en a un et pas nous. Le mur du fond du gymnase de la Chênaie est très haut et il sert à rien.',
  },
  {
    by: 'Ancien du foot',
    title: 'Un terrain synthétique au stade du Moulin',
    body: 'Trente-deux ans que je suis au club et trente-deux hivers de matchs reportés à cause de la boue. Un synthétique règlerait la question pour vingt ans et libérerait des créneaux pour l’école de foot et pour les féminines, qui n’en ont quasiment pas. Je sais que c’est un gros budget, mais il faut bien que quelqu’un le demande.',
  },
  {
    by: 'Gisèle',
    title: 'De la gymnastique douce dans chaque quartier',
    body: 'Une heure par semaine avec un moniteur, dehors quand il fait beau, gratuite, sans inscription. Les cours actuels sont tous du même côté de la voie ferrée et pour nous les anciennes, le pont, c’est long.',
  },
  {
    by: 'Hugo2004',
    title: 'Agrandir le skatepark',
    body: 'il est trop petit on se rentre dedans surtout le mercredi avec les trotinettes. il faudrait une vraie courbe et un plan incliné en plus. merci',
  },
  {
    by: 'Noémie',
    title: 'Des vestiaires pour les filles au stade',
    body: 'Nous sommes 48 licenciées et nous nous changeons dans le local à ballons ou dans les voitures. Ce n’est pas une faveur que nous demandons, c’est une porte, quatre douches et un verrou.',
  },
  {
    by: 'Maman solo',
    title: 'Piscine gratuite pour les moins de 16 ans en été',
    body: 'Pour beaucoup de familles des Bruyères quatre entrées c’est déjà un budget. Juillet et août gratuits pour les enfants de la ville, sur présentation d’une carte, cela changerait les étés de pas mal de gamins.',
  },
  {
    by: 'Kévin L.',
    title: 'Table de ping-pong à la Chênaie',
    body: 'Une table en dur à côté du city-stade, pour ceux qui attendent leur tour. Il y a déjà la dalle de l’ancien local poubelles, autant s’en servir.',
  },
  {
    by: 'Quentin P.',
    title: 'Un parcours d’orientation permanent',
    body: 'Une trentaine de petites bornes en bois entre le parc du Moulin, les Tanneries et le bois de la Chênaie, avec une carte à télécharger et trois niveaux de difficulté. On découvre la ville en courant ou en poussette. Le club peut tracer les circuits bénévolement, il ne reste que les bornes et l’impression des cartes à payer.',
  },
  {
    by: 'Céline V.',
    title: 'Ouvrir la piscine à 7 heures deux matins par semaine',
    body: 'Pour celles et ceux qui travaillent, nager avant de prendre le train de 8 h 12 serait un luxe à petit prix. Le mardi et le jeudi par exemple.',
  },
  {
    by: 'Vincent T.',
    title: 'Deux pistes de padel derrière les tennis',
    body: 'C’est le sport qui monte, facile à apprendre, qui se joue à quatre. Il y a la place derrière les courts 3 et 4. Les abonnements paieraient une partie de l’investissement en quelques années.',
  },
];
