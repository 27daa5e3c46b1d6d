/** « Fleury en commun »: what is proposed, answered and told in the permanent forum of the town. Invented. */

export interface ForumTheme {
  title: string;
  summary: string;
  introduction: string;
  categories: readonly string[];
}

export const forum = {
  title: 'Fleury en commun',
  summary: 'Le forum permanent de la ville : proposer, débattre, se retrouver, toute l’année.',
  introduction:
    'Entre deux budgets participatifs, la conversation continue. **Trois thèmes**, ouverts toute l’année : ce que l’on y propose est lu chaque trimestre par la ville, le centre social et la Maison de l’eau, qui répondent ici même.',
};

export const themes: readonly ForumTheme[] = [
  {
    title: 'Vivre avec la Braye',
    summary: 'La rivière, ses crues, ses berges et l’eau de tous les jours.',
    introduction:
      'La Braye déborde plus souvent, et manque d’eau l’été. Que faire de ses berges, de nos toits, de nos jardins ?',
    categories: ['Berges', 'Eau de pluie', 'Été et chaleur'],
  },
  {
    title: 'Se déplacer sans se presser',
    summary: 'À pied, à vélo, en car : aller partout, à tout âge.',
    introduction: 'Le plan de mobilité se révise au printemps : il partira de ce qui est dit ici.',
    categories: ['À pied', 'À vélo', 'En car'],
  },
  {
    title: 'Faire ensemble',
    summary: 'Des lieux, des fêtes, des coups de main.',
    introduction: 'Ce que nous pouvons faire entre voisines et voisins, et ce qu’il y manque.',
    categories: ['Lieux', 'Entraide'],
  },
];

export interface ForumIdea {
  theme: number;
  category: number;
  lang: string;
  title: string;
  body: string;
  supports: number;
}

export const ideas: readonly ForumIdea[] = [
  {
    ...{ theme: 0, category: 0, lang: 'fr', supports: 23 },
    title: 'Rouvrir le chemin de halage jusqu’au vieux lavoir',
    body: 'Le chemin s’arrête derrière les ateliers municipaux alors que la berge continue jusqu’au lavoir. Une passerelle de bois de six mètres suffirait au-dessus du fossé. On y marchait tous quand j’étais petite.',
  },
  {
    ...{ theme: 0, category: 1, lang: 'fr', supports: 17 },
    title: 'Des récupérateurs d’eau dans les cours d’école',
    body: 'Les toits des quatre écoles recueillent assez de pluie pour arroser les cours et les potagers. Les élèves relèveraient le niveau chaque semaine.',
  },
  {
    ...{ theme: 0, category: 2, lang: 'pt', supports: 9 },
    title: 'Sombra e bancos na praça da estação',
    body: 'No verão, a praça da estação chega aos quarenta graus. Cinco árvores e alguns bancos mudariam tudo para quem espera o autocarro.',
  },
  {
    ...{ theme: 0, category: 0, lang: 'en', supports: 11 },
    title: 'Flood marks on the walls of the old town',
    body: 'Small plaques showing how high the water came in 1910, 1983 and 2016 would help newcomers like us understand why the river needs room.',
  },
  {
    ...{ theme: 1, category: 1, lang: 'fr', supports: 31 },
    title: 'Une vélorue entre la gare et le collège',
    body: 'Deux cents collégiennes et collégiens prennent la rue des Tanneurs à vélo, coincés entre les voitures garées et celles qui doublent. Que les vélos y passent d’abord, aux heures des cours au moins.',
  },
  {
    ...{ theme: 1, category: 2, lang: 'fr', supports: 14 },
    title: 'Un dernier car le vendredi soir',
    body: 'Le dernier car de Vendôme part à 19 h 10. Un départ à 22 h 30 le vendredi permettrait d’aller au cinéma sans voiture.',
  },
  {
    ...{ theme: 1, category: 0, lang: 'tr', supports: 6 },
    title: 'Pazar yolunda daha geniş kaldırım',
    body: 'Cumartesi pazarına giden kaldırım bebek arabası için çok dar. Tek yönlü bir sokak hem yayalara hem esnafa yer açar.',
  },
  {
    ...{ theme: 1, category: 0, lang: 'fr', supports: 19 },
    title: 'Des bancs tous les deux cents mètres',
    body: 'Ma mère a quatre-vingt-quatre ans et marche bien, à condition de s’asseoir. Entre la place et le cimetière, il n’y a rien. Des bancs avec accoudoirs, pour pouvoir se relever.',
  },
  {
    ...{ theme: 2, category: 0, lang: 'fr', supports: 26 },
    title: 'Ouvrir la salle Berthe-Morisot le dimanche',
    body: 'Elle reste fermée tous les dimanches. Avec deux personnes qui gardent les clés à tour de rôle, elle servirait aux goûters, aux répétitions, aux devoirs.',
  },
  {
    ...{ theme: 2, category: 1, lang: 'ar', supports: 8 },
    title: 'ورشة شهرية لإصلاح الأجهزة',
    body: 'نريد لقاءً شهريًا نصلح فيه الأجهزة والملابس معًا، بدل رميها. يتعلم الصغار من الكبار، ونتعارف.',
  },
  {
    ...{ theme: 2, category: 1, lang: 'fr', supports: 12 },
    title: 'Une liste de voisins pour les jours de grand froid',
    body: 'Qui peut prêter un radiateur, déneiger un trottoir, passer voir quelqu’un ? Une liste tenue par le centre social, que l’on appelle quand la météo l’annonce.',
  },
  {
    ...{ theme: 2, category: 0, lang: 'es', supports: 5 },
    title: 'Una biblioteca de herramientas',
    body: 'Un taladro se usa diez minutos al año. Un local con herramientas para prestar ahorraría dinero y espacio a todo el barrio.',
  },
];

/** What the town puts in the balance: people only say which come first. */
export const proposals: readonly { category: number; title: string; body: string }[] = [
  {
    category: 0,
    title: 'Rendre deux hectares de prés à la rivière',
    body: 'En aval du moulin, les prés communaux redeviendraient inondables : moins d’eau en ville lors des crues, plus d’oiseaux le reste de l’année.',
  },
  {
    category: 1,
    title: 'Désimperméabiliser la place du Marché-aux-Laines',
    body: 'Un tiers de la place passerait en pavés à joints ouverts, sans perdre une place de marché.',
  },
  {
    category: 2,
    title: 'Ouvrir trois îlots de fraîcheur l’été',
    body: 'La bibliothèque, le gymnase et l’église Saint-Aubin resteraient ouverts l’après-midi dès 33 °C, avec de l’eau et des sièges.',
  },
];

export type Side = 'pro' | 'con' | 'neutral';

/** Under the fifth idea; `answers`: the one before, at that place. */
export const comments: readonly { side: Side | null; answers?: number; body: string }[] = [
  {
    side: 'pro',
    body: 'Oui ! Mon fils met un quart d’heure de plus pour éviter cette rue.',
  },
  {
    side: 'con',
    body: 'Où se gareront les clientes de la pharmacie ? Il faut garder quelques places courtes.',
  },
  {
    side: null,
    answers: 1,
    body: 'On peut garder l’arrêt minute du côté pair : une vélorue laisse passer les voitures, derrière les vélos.',
  },
  {
    side: 'neutral',
    body: 'Quelqu’un sait-il combien de voitures passent là à huit heures ? Le département a posé un compteur en mars.',
  },
  {
    side: null,
    answers: 3,
    body: 'Quatre cent vingt entre 7 h 30 et 8 h 30, d’après le panneau de la mairie.',
  },
  { side: 'pro', body: 'À condition d’un vrai éclairage l’hiver.' },
];

export const coOrganisers = [
  {
    name: 'Centre social Les Trois Moulins',
    address: 'https://trois-moulins.example',
    roleWords: 'Anime les rencontres et tient la permanence du mercredi.',
  },
  {
    name: 'Maison de l’eau de la Braye',
    address: 'https://maison-eau-braye.example',
    roleWords: 'Éclaire le thème de la rivière, avec ses relevés et ses balades.',
  },
] as const;

export const information = {
  title: 'Comment ce forum répond',
  summary: 'Qui lit, quand, et ce que cela change.',
  body: 'Chaque trimestre, une équipe de la ville, du centre social et de la Maison de l’eau lit **toutes** les propositions.\n\n- Ce qui se fait tout de suite est fait, et dit ici.\n- Ce qui coûte peut rejoindre le prochain budget participatif.\n- Ce qui n’est pas du ressort de la ville est transmis, avec le nom de qui le reçoit.\n\nRien ne disparaît : une proposition que l’on ne retient pas garde sa page et sa réponse.',
};

export const past = {
  title: 'Balade des berges, du pont au lavoir',
  description:
    'Deux heures au bord de l’eau avec la Maison de l’eau : ce que disent les crues, ce qui pourrait rouvrir.',
  place: 'Pont des Tanneurs',
  address: 'Quai de la Braye',
  access: 'Chemin de terre, praticable en poussette jusqu’aux ateliers.',
  point: { latitude: 47.9352, longitude: 1.9121 },
  report:
    'Trente et une personnes sous un ciel clément. Le chemin de halage revient dans toutes les bouches : il manque **six mètres** de passerelle. Les repères de crue ont fait parler les anciens, qui ont montré où l’eau s’arrêtait en 1983.',
  organisations: ['Maison de l’eau de la Braye', 'Amis du vieux Fleury'],
  speakers: ['Hélène Barrault, hydrologue'],
  attendance: 31,
};

export const coming = {
  title: 'Atelier : la rue des Tanneurs sur la table',
  description:
    'Une maquette, des vélos et des voitures en carton : on essaie ensemble. Les commerçantes et commerçants de la rue sont invités.',
  place: 'Salle Berthe-Morisot',
  address: '4 rue du Collège',
  access: 'De plain-pied, boucle magnétique, jeux pour les enfants.',
  point: { latitude: 47.9329, longitude: 1.9174 },
};
