import type { IdeaShelf } from '../content.ts';

export const shelf: IdeaShelf = {
  'Nature en ville': [
    {
      by: 'Camille',
      title: 'Un verger en libre cueillette derrière le cimetière',
      body: 'Le terrain est tondu et ne sert à rien. Vingt fruitiers anciens, des pommes, des prunes, des figues, et chacun se sert. L’école viendrait tailler avec l’association des jardiniers.',
    },
    {
      by: 'Jardinier du Clos',
      title: 'Rendre à la terre le parking de la Prairie',
      body: 'Soixante places, vingt voitures. Enlevons un tiers du bitume : des noues, des saules, et l’eau des orages ne descendrait plus dans les caves de la rue basse.',
    },
    {
      by: 'Chouette',
      title: 'Des nichoirs sur les bâtiments communaux',
      body: 'Martinets, mésanges, chauves-souris : ils perdent leurs trous à chaque ravalement. Une centaine de nichoirs posés en même temps que les travaux, fabriqués par le lycée professionnel.',
    },
    {
      by: 'Les Bouleaux',
      title: 'Des cuves d’eau de pluie pour les jardins familiaux',
      body: 'Nous arrosons à l’eau potable. Le toit du hangar municipal fait 400 m² et il est à trente mètres des parcelles : deux cuves et une pompe à main suffiraient.',
    },
    {
      by: 'Mireille',
      title: 'Récupérer l’eau des toits pour arroser les jardins familiaux',
      body: 'En juillet l’arrosage est interdit et tout grille. Gardons l’eau de l’hiver dans des cuves, avec un robinet pour chaque allée.',
    },
    {
      by: 'Apicultrice',
      title: 'Des ruches sur le toit de la mairie',
      body: 'Trois ruches, du miel offert aux mariés, et une visite pour chaque classe de CE2. Je forme deux agents volontaires.',
    },
  ],
  'Rues et déplacements': [
    {
      by: 'Cyclo du Val',
      title: 'Des arceaux à vélos devant chaque équipement public',
      body: 'On attache son vélo aux gouttières de la bibliothèque. Six arceaux partout où l’on entre à plus de dix, et un abri devant la piscine.',
    },
    {
      by: 'Camille',
      title: 'Une traversée sûre rue des Tanneries',
      body: 'Entre la crèche et le parc, les voitures arrivent du pont sans nous voir. Il faudrait un îlot au milieu, de la lumière et un passage qui se voie de loin. Nous sommes une trentaine de familles à traverser là matin et soir.',
    },
    {
      by: 'papa_de_3',
      title: 'Un plateau surélevé devant l’école du Lavoir',
      body: 'La rue est limitée à 30 et personne n’y roule à 30. Un plateau de pavés sur toute la longueur de l’école, avec des barrières de couleur.',
    },
    {
      by: 'JM Halle',
      title: 'Des bornes de recharge place de la Halle',
      body: 'Deux bornes, quatre places, pour que les clients de la campagne puissent venir en voiture électrique.',
    },
    {
      by: 'Mamie Vélo',
      title: 'Des garages à vélos fermés à la gare',
      body: 'On m’a volé le troisième. Un abri fermé à badge, quarante places, sous les caméras du quai.',
    },
    {
      by: 'Marguerite',
      title: 'Des bancs tous les deux cents mètres avenue de la Gare',
      body: 'Avec ma canne je fais deux cents mètres, puis je m’assois. Il n’y en a qu’un, devant la banque.',
    },
  ],
  'Écoles et bâtiments': [
    {
      by: 'Maman solo',
      title: 'Des toilettes publiques propres près du marché',
      body: 'Une cabine qui se lave toute seule, avec une table à langer et la place d’un fauteuil. Les commerçants n’en peuvent plus de prêter les leurs.',
    },
    {
      by: 'Prof d’arts pla',
      title: 'Fermer le préau du Vieux-Pont pour en faire une salle',
      body: 'Des baies vitrées, de l’isolant, du chauffage : 90 m² de plus pour l’école le jour et pour les associations le soir.',
    },
    {
      by: 'Titouan',
      title: 'Une salle pour travailler le soir',
      body: 'La bibliothèque ferme à 18 h. Une salle de la mairie annexe ouverte jusqu’à 22 h avec des prises, du wifi et un badge : les étudiants rentrés chez leurs parents sauraient où aller.',
    },
    {
      by: 'Antoine K.',
      title: 'Des panneaux solaires sur le gymnase de la Chênaie',
      body: 'Le toit vient d’être refait, plein sud, 600 m². L’électricité irait au gymnase et à l’école d’à côté.',
    },
  ],
  'Sport et jeux': [
    {
      by: 'Noémie',
      title: 'Des agrès en plein air au parc du Moulin',
      body: 'Barres, anneaux, échelle, et des modèles pour les personnes en fauteuil. À côté du départ de la boucle de course, pas près des jeux d’enfants.',
    },
    {
      by: 'Camille',
      title: 'Un parcours sportif le long de la Braye',
      body: 'Dix stations de bois entre le pont et l’écluse, chacune avec deux niveaux. On y viendrait à pied, en famille, sans abonnement.',
    },
    {
      by: 'Kévin L.',
      title: 'Un bassin extérieur à la piscine des Jacobins',
      body: 'Vingt-cinq mètres, ouvert de mai à septembre, avec une pelouse. Aujourd’hui on fait quarante kilomètres pour nager dehors.',
    },
    {
      by: 'Hugo2004',
      title: 'Une piste de bosses aux Bruyères',
      body: 'Un pumptrack en enrobé pour vélos, trottinettes et rollers. Celui de la commune voisine est plein tous les mercredis, et la moitié des jeunes viennent d’ici.',
    },
  ],
  'Culture et fêtes': [
    {
      by: 'LaPlume',
      title: 'Une scène couverte dans la cour de la médiathèque',
      body: 'Un plancher, un auvent de toile, deux prises. Des lectures, du théâtre amateur, les concerts de l’école de musique, sans louer de podium chaque fois.',
    },
    {
      by: 'Samira',
      title: 'Un piano dans le hall de la mairie',
      body: 'Avec un écriteau « jouez-moi ». On attend sa carte d’identité quarante minutes ; autant les passer en musique.',
    },
    {
      by: 'Rosa',
      title: 'Une fête des quartiers chaque printemps',
      body: 'Quatre dimanches, un par quartier, avec un orchestre et un repas payés par la ville.',
    },
    {
      by: 'Le Tanneur',
      title: 'Raconter les tanneries sur les murs',
      body: 'Huit panneaux émaillés le long du canal, avec les photos, les gestes et les odeurs d’autrefois. J’ai les photos et je connais encore trois anciens.',
    },
  ],
  Entraide: [
    {
      by: 'Fatou D.',
      title: 'Un réfrigérateur solidaire devant la maison de quartier',
      body: 'Dans un petit chalet, branché, ouvert jour et nuit. Nous sommes neuf à pouvoir le nettoyer à tour de rôle.',
    },
    {
      by: 'Karim des Bruyères',
      title: 'Des casiers pour celles et ceux qui dorment dehors',
      body: 'Vingt casiers fermés près des douches du gymnase. Chercher du travail avec sa vie sur le dos, ce n’est pas possible.',
    },
  ],
};
