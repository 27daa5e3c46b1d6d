import type { IdeaText } from '../content.ts';

export const securite: readonly IdeaText[] = [
  {
    by: 'Cyclo du Val',
    title: 'Garer son vélo sans se le faire voler',
    body: 'Deux vélos volés en dix-huit mois, dont un attaché juste devant la police municipale. Tant qu’on ne pourra pas laisser son vélo à la gare pour la journée, les gens prendront leur voiture. Il faut des abris fermés à la gare et des arceaux solides (pas les pinces-roues !) devant les écoles, la piscine, les bibliothèques et les commerces. J’ai compté : il manque une soixantaine de places, la liste est prête.',
  },
  {
    by: 'Sylvie C.',
    title: 'Traverser devant le collège sans avoir peur',
    body: 'Avenue de la Gare, 8 h du matin, nuit noire de novembre à février, 400 collégiens et des voitures à 60. Ma fille a été frôlée deux fois. Un passage surélevé, un éclairage qui se voit de loin, des barrières pour que personne ne se gare sur les dix derniers mètres. Il ne faut pas attendre un accident.',
  },
  {
    by: 'Rémi',
    title: 'Un radar pédagogique qui change de rue',
    body: 'Un panneau solaire avec un bonhomme vert qui sourit ou rouge qui grimace. On le déplace tous les quinze jours et à la fin de l’année on publie les vitesses mesurées rue par rue : on saura enfin de quoi on parle.',
  },
  {
    by: 'Inès',
    title: 'La venelle des Lavandières est toute noire',
    body: 'C’est le chemin le plus court entre l’arrêt de bus et les Tanneries, et le soir aucune de mes copines n’ose y passer. On fait le tour, 12 minutes de plus. Des petites lampes au sol qui s’allument quand on arrive, ça ne gênerait pas les voisins et on rentrerait chez nous tranquilles.',
  },
  {
    by: 'Thierry G.',
    title: 'Plus de places de parking à la gare',
    body: 'À 7 h 30 c’est complet et on se gare sur les trottoirs. Un étage en plus sur le parking existant, comme ils ont fait ailleurs.',
  },
  {
    by: 'Mamie Vélo',
    title: 'Toute la ville à 30',
    body: 'Sauf les deux grands axes. Moins de bruit, moins d’accidents, et on peut enlever la moitié des panneaux.',
  },
  {
    by: 'JM Halle',
    title: 'Des ralentisseurs rue du Four-Banal',
    body: 'RUE DU FOUR-BANAL LES VOITURES ROULENT A 70. NOUS AVONS DEJA ECRIT TROIS FOIS. MERCI DE FAIRE QUELQUE CHOSE.',
  },
  {
    by: 'Marguerite',
    title: 'Des caméras autour de la Halle',
    body: 'Les commerçants en ont assez des vitrines taguées et des poubelles brûlées. Quatre caméras reliées à la police municipale. Ceux qui n’ont rien à se reprocher n’ont rien à craindre.',
  },
  {
    by: 'JM Halle',
    title: 'Une zone bleue pour que les clients puissent se garer',
    body: 'Les voitures ventouses occupent la place du lundi au samedi. Une heure trente gratuite avec disque et nos clients reviendront. Je parle au nom de douze commerces.',
  },
  {
    by: 'Élodie B.',
    title: 'Les trottoirs de la rue des Tanneurs',
    body: 'Un poteau au milieu, un trottoir de 80 cm, une bordure de 14. En fauteuil, avec une poussette ou un déambulateur, on marche sur la chaussée. Il ne s’agit pas de confort.',
  },
  {
    by: 'Cyclo du Val',
    title: 'Sécuriser le passage à niveau du Val Fleuri',
    body: 'Les cyclistes doivent poser pied à terre au milieu des rails parce que le revêtement est défoncé. Des plaques neuves et un marquage pour séparer vélos et camions.',
  },
  {
    by: 'Vincent T.',
    title: 'Quatre bornes de recharge pour voitures électriques',
    body: 'Il n’y en a aucune en centre-ville. Deux sous la Halle et deux à la piscine, payantes bien sûr.',
  },
  {
    by: 'papa_de_3',
    title: 'Fermer la rue de l’école le matin et le soir',
    body: 'Une demi-heure, deux fois par jour, avec une barrière que les parents volontaires posent eux-mêmes. Les enfants arrivent à pied, à vélo, en courant, et la rue devient une cour. On a essayé une semaine en septembre avec l’accord de la police municipale : pas un bouchon, et un silence !',
  },
  {
    by: 'Titouan',
    title: 'Repeindre les pistes cyclables',
    body: 'on les voit plus du tout avenue de la Gare. Les voitures se garent dessus',
  },
  {
    by: 'Docteur Braye',
    title: 'Un défibrillateur à moins de trois minutes de chacun',
    body: 'En cas d’arrêt cardiaque, chaque minute perdue enlève 10 % de chances de survie. J’ai placé sur une carte les neuf appareils de la ville : cinq sont enfermés dans des bâtiments le soir et le week-end. Il faut les mettre dehors, en ajouter quatre (Val Fleuri, Bruyères, Tanneries, Croix-Blanche) et former 200 habitants aux gestes qui sauvent.',
  },
];
