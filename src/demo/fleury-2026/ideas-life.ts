import type { IdeaText } from '../content.ts';

export const ecologie: readonly IdeaText[] = [
  {
    by: 'Sandrine L.',
    title: 'Des cours d’école ouvertes l’été comme îlots de fraîcheur',
    body: 'Depuis que la cour des Tilleuls est végétalisée (grâce à la mairie, merci), c’est l’endroit le plus frais du quartier, et il est fermé à clé tout l’été. Ouvrons-la aux habitants de 16 h à 20 h en juillet et en août, avec un gardien, de l’eau et des chaises.',
  },
  {
    by: 'Lise',
    title: 'Planter des haies le long du chemin du Val',
    body: 'Deux kilomètres de chemin entre deux champs nus. Une haie double, plantée par les écoles et les chasseurs (ils sont d’accord), ferait de l’ombre, couperait le vent et ramènerait les oiseaux.',
  },
  {
    by: 'Céline V.',
    title: 'Une fontaine à eau place de la Halle',
    body: 'Je l’avais demandé il y a six ans 🙂 Depuis il a fait 41 °C. De l’eau potable, en libre accès, avec un bec assez haut pour une gourde.',
  },
  {
    by: 'Oumar',
    title: 'De l’eau potable gratuite au stade et dans les parcs',
    body: 'Quand on joue l’été il n’y a aucun robinet. On demande à la boulangerie. Une fontaine au stade, une au parc du Moulin, une aux Bruyères.',
  },
  {
    by: 'Jardinier du Clos',
    title: 'Composter les déchets du marché',
    body: 'La tente anti-gaspi sauve ce qui se mange. Le reste (fanes, cagettes cassées, feuilles de chou) part encore à l’incinérateur : 300 kg par semaine. Une plateforme de compost au centre technique avec un broyeur en ferait de l’or pour les jardins familiaux.',
  },
  {
    by: 'Chouette',
    title: 'Une trame noire le long de la rivière',
    body: 'Les chauves-souris sont revenues mais les lampadaires du quai les arrêtent net. Changer les vingt ampoules du quai pour une lumière ambrée, baissée à 22 h.',
  },
  {
    by: 'Apicultrice',
    title: 'Prairies fleuries au lieu de pelouses',
    body: 'Trois hectares de gazon tondus quatorze fois par an devant les bâtiments publics. Semer des fleurs locales, faucher deux fois, poser un panneau pour expliquer que non, ce n’est pas à l’abandon.',
  },
  {
    by: 'Antoine K.',
    title: 'Du soleil sur l’école du Vieux-Pont',
    body: 'Le gymnase a ses panneaux, bravo. L’école est juste à côté, même orientation, et on pourrait partager l’électricité entre les deux et avec les voisins qui le veulent.',
  },
  {
    by: 'Mireille',
    title: 'Cueillir les fruits qui se perdent',
    body: 'Des dizaines de jardins ont des cerises, des prunes, des noix que personne ne ramasse. Une équipe avec des échelles, une presse mobile : un tiers pour le propriétaire, un tiers pour les cueilleurs, un tiers pour l’épicerie sociale.',
  },
];

export const securite: readonly IdeaText[] = [
  {
    by: 'papa_de_3',
    title: 'Une rue aux enfants devant chaque école',
    body: 'L’essai devant les Tilleuls dure depuis trois ans et plus personne ne voudrait revenir en arrière. Faisons pareil aux trois autres écoles : barrières, plantations, un dessin au sol.',
  },
  {
    by: 'Sylvie C.',
    title: 'Éclairer l’arrêt de car du collège',
    body: 'Trente élèves attendent dans le noir à 7 h 05 sur un accotement. Un lampadaire solaire et un abri.',
  },
  {
    by: 'Cyclo du Val',
    title: 'Une piste cyclable continue entre la gare et le lycée',
    body: 'Aujourd’hui elle s’interrompt quatre fois, toujours aux carrefours, c’est-à-dire là où c’est dangereux. J’ai dressé la carte des quatre coupures avec l’association. Ce n’est que de la peinture et des bordures.',
  },
  {
    by: 'Farid',
    title: 'Des arrêts minute devant les commerces',
    body: 'Dix minutes, une borne qui clignote quand on dépasse. Pour acheter son pain sans tourner trois fois autour de la place.',
  },
  {
    by: 'Hélène W.',
    title: 'Des feux sonores et des bandes au sol pour les aveugles',
    body: 'Ma voisine malvoyante renonce à traverser l’avenue de la Gare seule. Trois carrefours à équiper : feux sonores avec télécommande, bandes podotactiles, et s’il vous plaît plus de trottinettes en travers.',
  },
  {
    by: 'Rémi',
    title: 'Un passage piéton devant la nouvelle crèche',
    body: 'Les parents traversent entre deux camions. Ça urge.',
  },
];

export const solidarite: readonly IdeaText[] = [
  {
    by: 'Fatou D.',
    title: 'Une épicerie gratuite pour étudiants et petites retraites',
    body: 'À la tente anti-gaspi, nous voyons arriver des gens qui ne sont suivis par personne. Un local, deux frigos, des étagères, ouvert trois soirs par semaine, tenu avec eux et pas seulement pour eux.',
  },
  {
    by: 'Karim des Bruyères',
    title: 'Un écrivain public qui se déplace',
    body: 'Maintenant que tout est sur internet, la moitié de l’escalier vient me voir pour ses papiers. Je ne suis pas fonctionnaire, moi. Il faut quelqu’un de formé, une imprimante, un scanner, dans le café solidaire le jeudi.',
  },
  {
    by: 'Yvette du Vieux-Pont',
    title: 'Un taxi solidaire pour aller chez le médecin',
    body: 'Le dernier médecin du quartier est parti en retraite. Le suivant est à 11 km. Une voiture de la ville et des conducteurs bénévoles, 2 € le trajet, et l’on bavarde.',
  },
  {
    by: 'Docteur Braye',
    title: 'Une pièce fraîche ouverte pendant les canicules',
    body: 'Pendant la canicule, j’ai visité des patients à 34 °C chez eux, la nuit. Une salle fraîche ouverte 24 h sur 24 avec des fauteuils-lits, de l’eau, un bénévole ; la salle du Lavoir s’y prête avec une pompe à chaleur réversible.',
  },
  {
    by: 'Inès',
    title: 'Des protections périodiques en libre service',
    body: 'Au collège, au lycée, à la bibliothèque et à la piscine. Gratuites, sans demander à personne.',
  },
  {
    by: 'Élodie B.',
    title: 'Un répit le samedi pour les parents d’enfants handicapés',
    body: 'Quatre heures par semaine, deux éducateurs, une salle adaptée, pour que nous puissions faire des courses, dormir, nous occuper des frères et sœurs. Nous sommes vingt-deux familles dans la ville à attendre une place quelque part.',
  },
];
