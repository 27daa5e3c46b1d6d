import type { IdeaText } from '../content.ts';

export const culture: readonly IdeaText[] = [
  {
    by: 'LaPlume',
    title: 'Des boîtes à livres dans tous les quartiers',
    body: 'Une boîte à livres, c’est une petite bibliothèque ouverte jour et nuit : on prend, on dépose, on ne demande rien à personne. Il y en a une seule, place de la Halle, et elle déborde. J’en voudrais une par quartier, fabriquées par le lycée professionnel ou un chantier d’insertion, chacune peinte par une classe.\n\nJe veux bien être marraine de celle de ma rue et passer la ranger chaque semaine.',
  },
  {
    by: 'Karim des Bruyères',
    title: 'Une cabane à livres aux Bruyères',
    body: 'Aux Bruyères on est à 25 minutes à pied de la première bibliothèque. Une cabane à livres devant l’école, avec un banc, et des livres pour enfants surtout. Les parents attendent la sortie, autant qu’ils lisent une histoire.',
  },
  {
    by: 'Prof d’arts pla',
    title: 'Une fresque dans le passage sous la gare',
    body: 'Deux mille personnes empruntent chaque jour ce couloir gris qui sent le renfermé. Je propose une fresque de 60 mètres conçue avec les habitants : une artiste choisie sur appel à projets, trois mois d’ateliers avec les écoles, les résidents du foyer et les cheminots retraités, et la peinture réalisée ensemble pendant l’été. Le thème pourrait être la rivière, qui passe juste au-dessous sans que personne ne la voie.',
  },
  {
    by: 'Lola M.',
    title: 'Cinéma en plein air l’été',
    body: 'Depuis que le Rex a fermé il faut faire 30 km pour voir un film. Un écran gonflable, un projecteur, une sono, et cinq soirées en juillet-août dans cinq quartiers différents. Chacun apporte sa chaise et son plaid 🎬',
  },
  {
    by: 'Grand-père René',
    title: 'Redonner vie au kiosque à musique',
    body: 'Ma mère y dansait en 1947. Aujourd’hui le plancher est pourri et on y met les sacs de sel l’hiver. Il suffirait de refaire le sol, les garde-corps et l’électricité pour que l’harmonie, les jeunes et leurs guitares, les chorales puissent rejouer le dimanche. C’est le cœur de la place et il ne bat plus.',
  },
  {
    by: 'Samira',
    title: 'Emprunter une guitare comme on emprunte un livre',
    body: 'Mes filles voulaient essayer le violon. Location : 25 € par mois, sans savoir si elles allaient accrocher. La bibliothèque René-Guy-Cadou pourrait prêter des instruments (guitares, ukulélés, claviers, cajon, petit violon) avec la carte habituelle. D’autres villes le font et disent que rien ne revient cassé.',
  },
  {
    by: 'Le Tanneur',
    title: 'Raconter les tanneries',
    body: 'Mon grand-père et mon père ont travaillé chez les tanneurs. Il ne reste que la cheminée et plus personne pour dire aux enfants pourquoi la rivière changeait de couleur. Quelques panneaux bien faits le long du quai, avec des photos d’époque (j’en ai, d’autres familles aussi) et des enregistrements à écouter sur son téléphone. Tant qu’il y a encore des anciens pour parler.',
  },
  {
    by: 'Rosa',
    title: 'Un festival de fanfares au printemps',
    body: 'Trois jours, dix fanfares, toute la ville dehors, et on invite celles de nos villes jumelles ! Après l’année qu’on vient de passer on en a besoin.',
  },
  {
    by: 'Hugo2004',
    title: 'Plus de mangas à la bibliothèque',
    body: 'ils ont que les 3 premiers tomes de tout. et faudrait aussi des coussins parce que les chaises ça fait mal au dos',
  },
  {
    by: 'Aurélie F.',
    title: 'Ouvrir la bibliothèque le dimanche après-midi',
    body: 'Le dimanche en hiver il n’y a rien d’ouvert et rien de gratuit. Ouvrir de 14 h à 18 h, même sans tous les services, avec un café au chaud et des jeux : pour les familles, les étudiants qui révisent et les gens seuls ce serait précieux.',
  },
  {
    by: 'Michèle',
    title: 'Une salle pour exposer quand on est amateur',
    body: 'Nous sommes plusieurs à peindre, à faire de la photo ou de la céramique, et nous exposons dans le couloir de la mairie, entre les toilettes et l’état civil. Le rez-de-chaussée de l’ancienne perception est vide depuis six ans. Des cimaises, un peu de lumière, un planning partagé entre associations.',
  },
  {
    by: 'Antoine K.',
    title: 'Un piano dans le hall de la gare',
    body: 'Comme dans les grandes gares. Un vieux piano, un panneau « À vous de jouer », et on ne s’ennuie plus quand le train de 18 h 04 a du retard, c’est-à-dire tous les jours.',
  },
  {
    by: 'Yvette du Vieux-Pont',
    title: 'Sauver le lavoir',
    body: 'Le toit du lavoir des Lavandières s’est affaissé cet hiver et on a mis une barrière autour. Une barrière, pas une réparation. C’est le dernier de la ville. Je ne voudrais pas qu’on attende qu’il tombe pour constater qu’il n’y a plus rien à sauver.',
  },
  {
    by: 'LaPlume',
    title: 'Un atelier d’écriture qui voyage de quartier en quartier',
    body: 'Une autrice en résidence six semaines par quartier, des ateliers ouverts à tous, y compris à ceux qui « ne savent pas écrire », et à la fin un recueil imprimé distribué dans toutes les boîtes aux lettres.',
  },
  {
    by: 'Docteur Braye',
    title: 'Un petit musée numérique',
    body: 'Un grand écran, des casques, des tablettes : on visite les musées du monde entier depuis la salle du Lavoir. Les écoles y viendraient la semaine, les familles le samedi. Il existe des aides de l’État pour l’équipement.',
  },
  {
    by: 'Inès',
    title: 'Un ciné-club choisi par les ados',
    body: 'Une séance par mois à la maison de quartier, c’est nous qui choisissons le film, qui faisons l’affiche et qui animons le débat. Il faut juste un vrai vidéoprojecteur et payer les droits.',
  },
  {
    by: 'Claire-Obscure',
    title: 'Des sculptures au bord de l’eau',
    body: 'Inviter chaque année un sculpteur à travailler sur place, devant les promeneurs, avec le bois des arbres abattus de la commune. Au bout de dix ans nous aurons une promenade unique dans la région, pour le prix d’un rond-point.',
  },
];
