import type { IdeaText } from '../content.ts';

export const ecologie: readonly IdeaText[] = [
  {
    by: 'Jardinier du Clos',
    title: 'Des composteurs au pied des immeubles',
    body: 'Un tiers de nos poubelles, ce sont des épluchures. Qui a un jardin composte déjà ; qui vit en appartement les jette. Je propose des composteurs collectifs dans six résidences volontaires : trois bacs (apport, maturation, broyat), un panneau qui explique, une fourche, un petit seau par foyer et deux référents formés par résidence. On le fait au Clos de l’Horloge depuis quatre ans, à la bonne franquette, avec 40 familles : pas d’odeur, pas de rats, et des voisins qui se parlent.',
  },
  {
    by: 'Fatou D.',
    title: 'Une tente anti-gaspi sur le marché',
    body: 'À 13 heures, quand le marché remballe, on jette des cageots entiers de fruits et légumes mangeables. Il suffit d’une tente, de tables, de caisses, d’une balance et d’un vélo-cargo : les commerçants déposent leurs invendus, des bénévoles trient, et ceux qui en ont besoin se servent, sans justificatif, dans la dignité. J’ai vu cela fonctionner ailleurs : 200 kg sauvés chaque samedi. Je suis partante pour coordonner, et huit personnes du quartier aussi.',
  },
  {
    by: 'Apicultrice',
    title: 'Prêter des pièges à frelons asiatiques',
    body: 'Au printemps, chaque fondatrice capturée c’est un nid de moins en été. Encore faut-il de bons pièges, sélectifs, posés au bon moment et retirés en mai, sinon on tue plus d’abeilles que de frelons. Je propose que la ville achète une centaine de pièges sélectifs et les prête de février à mai avec un mode d’emploi et une petite formation que nous, apiculteurs amateurs, donnerons gratuitement. L’an dernier j’ai perdu cinq ruches sur huit.',
  },
  {
    by: 'Nadia',
    title: 'Un verger ouvert à tous',
    body: 'Le terrain de l’ancienne jardinerie est en friche et appartient à la commune. On pourrait y planter une quarantaine de fruitiers de variétés locales, avec les écoles. Chacun cueille ce dont il a besoin. On y apprendrait à tailler et à greffer, et les confitures de la fête des voisins seraient toutes trouvées 🍎',
  },
  {
    by: 'Mireille',
    title: 'Planter des arbres fruitiers dans les quartiers',
    body: 'Quitte à planter des arbres le long des rues et dans les squares, pourquoi pas des pommiers, des cerisiers, des figuiers, plutôt que des arbres dont on ne peut rien faire ? Quand j’étais petite on rentrait de l’école la bouche pleine de mûres.',
  },
  {
    by: 'Sandrine L.',
    title: 'Débitumer la cour de l’école des Tilleuls',
    body: 'En juin, la maîtresse a mesuré 47 °C sur le goudron de la cour. Les deux tilleuls qui donnent son nom à l’école ont été coupés en 2011. Enlever la moitié du bitume, planter, mettre des copeaux, des rondins, une cabane de saule, un coin calme, garder un terrain de ballon sur le côté. Les enfants ont déjà dessiné le plan, je le joins en photo dès que je sais comment on fait.',
  },
  {
    by: 'Jardinier du Clos',
    title: 'Récupérer l’eau de pluie aux jardins familiaux',
    body: 'Soixante parcelles arrosées à l’eau potable, alors que les toits du hangar et du gymnase voisin font 600 m². Deux cuves de 10 000 litres, une pompe à main et un peu de tuyau. En août dernier nous avions interdiction d’arroser et tout a grillé.',
  },
  {
    by: 'Chouette',
    title: 'Des nichoirs et des gîtes à chauves-souris',
    body: 'Une chauve-souris mange jusqu’à 3 000 moustiques par nuit. Posons des gîtes sur les bâtiments publics, des nichoirs à mésanges (elles adorent les chenilles processionnaires), quelques-uns pour les martinets sous le toit du gymnase, et une caméra dans un nichoir reliée à l’école. Le tout fabriqué en atelier avec les enfants.',
  },
  {
    by: 'Lise',
    title: 'Une mare pédagogique au parc du Moulin',
    body: 'Grenouilles, libellules, tritons : il y en avait avant le remblai. Une mare de 80 m², une passerelle, un panneau. Les classes viendraient à pied au lieu de prendre le car pour aller voir une mare à 20 km.',
  },
  {
    by: 'Anne-So',
    title: 'Un composteur partagé près de la gare',
    body: 'Dans le quartier de la gare il n’y a que des appartements et aucun endroit pour déposer ses épluchures. Il y aurait la place à côté du parking à vélos. Je peux m’occuper de la clé et du broyat.',
  },
  {
    by: 'Mamie Vélo',
    title: 'Zéro pesticide, pour de vrai, même au cimetière',
    body: 'On nous dit que la ville n’en utilise plus. Et les entreprises qui travaillent pour elle ? Et le stade ? Et les particuliers ? Je demande un plan, un affichage et des ateliers pour apprendre à faire sans.',
  },
  {
    by: 'Cyclo du Val',
    title: 'Éteindre les lampadaires la nuit',
    body: 'De minuit à 5 heures il n’y a personne dehors. Beaucoup de communes éteignent, économisent un tiers de la facture, et la faune dit merci. On reverrait les étoiles au-dessus de la Braye.',
  },
  {
    by: 'Antoine K.',
    title: 'Des panneaux solaires sur le toit du gymnase',
    body: 'Orientation plein sud, 800 m², aucune ombre : c’est le toit idéal. La production couvrirait la consommation du gymnase et de l’école voisine. On pourrait ouvrir une partie du financement aux habitants, qui seraient actionnaires de leur électricité.',
  },
  {
    by: 'Mamie Vélo',
    title: 'Prêter des poules',
    body: 'Une poule mange 150 kg de déchets par an et donne 200 œufs. La ville prête deux poules et un poulailler pour trois mois d’essai. Si on aime, on garde les poules et on rend le poulailler.',
  },
  {
    by: 'Pêcheur de lune',
    title: 'Des moutons pour tondre les talus',
    body: 'Moins de bruit, moins d’essence, et ça rend les gens gentils. Un berger de la vallée est intéressé.',
  },
  {
    by: 'Oumar',
    title: 'Des poubelles de tri dans les parcs',
    body: 'Dans tous les parcs il y a une seule poubelle et tout part ensemble. Trois bacs avec des dessins, même ceux qui ne lisent pas le français comprennent.',
  },
  {
    by: 'Kévin L.',
    title: 'Des cendriers de sondage devant la gare et le lycée',
    body: 'Vous savez, les cendriers où on vote avec son mégot : « chocolat noir ou chocolat au lait ? ». Il paraît que ça divise par deux les mégots par terre. Et un mégot pollue 500 litres d’eau.',
  },
  {
    by: 'Céline V.',
    title: 'Des fontaines à eau dans les parcs et au stade',
    body: 'Quand il fait 38 °C on ne trouve d’eau gratuite nulle part en ville. Une fontaine par parc, une au stade et une place de la Halle, avec un robinet assez haut pour remplir une gourde et une gamelle en bas pour les chiens.',
  },
  {
    by: 'Mamie Vélo',
    title: 'Une gourde pour chaque écolier',
    body: 'Une gourde en inox à son nom offerte à l’entrée au CP, c’est des milliers de gobelets en moins à la cantine et au stade.',
  },
  {
    by: 'LaPlume',
    title: 'Une grainothèque à la bibliothèque',
    body: 'On prend un sachet de graines au printemps, on rapporte des graines à l’automne. Il suffit d’un vieux meuble à fiches, la bibliothèque en a plein la cave.',
  },
  {
    by: 'Apicultrice',
    title: 'Des ruches sur le toit de la mairie',
    body: 'Quatre ruches pédagogiques, du miel de Fleury pour les nouveaux habitants et les anciens à Noël, une visite par mois. Il faut un accès sécurisé au toit et un abri à matériel.',
  },
  {
    by: 'Jo le pêcheur',
    title: 'Nettoyer la Braye pour de bon',
    body: 'Tous les ans on sort des caddies, des pneus et des trottinettes. Il faudrait un vrai curage sous le Vieux-Pont, avec des engins, et des panneaux avec une amende dessus.',
  },
  {
    by: 'Lise',
    title: 'Une mini-forêt sur le parking de l’ancienne piscine',
    body: 'Trois arbres au mètre carré, trente espèces locales, plantées serré par les habitants un dimanche de novembre : en trois ans c’est une forêt, en dix ans il y fait 5 degrés de moins qu’à côté. Il faut d’abord casser le bitume et refaire de la terre.',
  },
  {
    by: 'Mamie Vélo',
    title: 'Une prime pour acheter un vélo électrique',
    body: '200 € pour les plus de 60 ans et les petits revenus. J’ai repris le vélo à 71 ans grâce au moteur, mes médicaments contre la tension ont fondu et ma voiture est vendue. Ça coûte moins cher à tout le monde.',
  },
];
