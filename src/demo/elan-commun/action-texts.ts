import type { Criterion, Line, WrittenAction } from '../../rooms/actions/index.ts';
import type { Scene } from '../pictures/index.ts';
import { LILAS } from './texts.ts';

/** What becomes of an action in the story: days before it ends. */
interface ActionStory {
  begun: number;
  /** Left out: a draft. */
  submitted?: number;
  /** Sent back once, and what the group then wrote. */
  returned?: {
    at: number;
    words: string;
    unmet: readonly Criterion[];
    /** Of the group, before it completes. */
    answer: string;
    /** Left out: it has not been completed yet. */
    completed?: { at: number; text: Partial<WrittenAction> };
  };
  published?: number;
  refused?: { at: number; words: string; unmet: readonly Criterion[] };
}

export interface ActionTold {
  /** Its picture. */
  scene?: Scene;
  group: string;
  text: WrittenAction;
  lines: readonly Line[];
  story: ActionStory;
}

/** Invented actions of invented groups, in every state before commitments. */
export const actionsTold: readonly ActionTold[] = [
  {
    group: LILAS,
    scene: 'crates',
    text: {
      title: 'Collecte solidaire devant le supermarché',
      summary:
        'Un samedi matin, chaque client·e reçoit une liste courte et laisse un produit pour l’aide alimentaire du quartier.',
      kind: 'solidarity',
      description:
        'L’association d’aide alimentaire nous dit le jeudi ce qui manque : huile, petits pots, protections, cahiers. Le samedi, nous nous relayons à l’entrée du magasin avec cette liste, et nous récupérons les dons à la sortie.\n\nEn quatre heures, une collecte remplit l’étagère de l’association pour deux semaines, et le quartier fait connaissance.',
      involvement:
        'Les familles aidées choisissent les produits de la liste. Les habitant·es donnent, trient et portent. Le tri du samedi midi est ouvert à tout le monde.',
      inclusion:
        'Un créneau dure une heure, assis ou debout. Aucune expérience n’est demandée : une réunion de préparation, et une personne habituée à chaque créneau.',
      reproduction: '',
      steps:
        'Deux semaines avant : accord écrit du magasin.\nUne semaine avant : affiches et planning des créneaux.\nLe jeudi : la liste de l’association.\nLe samedi : collecte, tri, remise.\nLe lundi : merci au magasin, bilan affiché.',
      materials: 'Deux tables, vingt cagettes, une banderole, un diable pour porter.',
    },
    lines: [
      { label: 'Listes et affiches, impression', amount: 6_500 },
      { label: 'Banderole réutilisable', amount: 9_000 },
      { label: 'Cagettes et bâche de pluie', amount: 7_500 },
      { label: 'Café et gâteaux pour les bénévoles et le tri', amount: 5_000 },
    ],
    story: {
      begun: 17,
      submitted: 16,
      returned: {
        at: 15,
        words:
          'Très belle action, presque prête. Il manque ce qu’un groupe sans supermarché à proximité peut faire à la place, et ce qu’il faut demander au magasin.',
        unmet: ['reproduction'],
        answer:
          'Merci ! Nous avons appelé le groupe de Belsunce, qui le fait sur un marché : nous ajoutons leur variante.',
        completed: {
          at: 13,
          text: {
            reproduction:
              'Sans supermarché : une épicerie, un marché ou une sortie d’école conviennent. Au marché, prévoir l’accord du placier.\n\nDemander au magasin : un emplacement à l’entrée, une prise, le droit d’afficher. Un modèle de courrier est joint à la page du groupe.\n\nAdapter la liste à l’association voisine : on ne collecte que ce qu’elle peut distribuer.',
          },
        },
      },
      published: 12,
    },
  },
  {
    group: 'Logement digne',
    text: {
      title: 'L’ascenseur, on s’en occupe',
      summary:
        'Une pétition palier par palier, un rendez-vous chez le bailleur, et une date de réparation écrite.',
      kind: 'union',
      description:
        'Quand un ascenseur est en panne depuis des semaines, chacun appelle seul et personne n’obtient de date. Nous faisons le tour des paliers, nous comptons les personnes bloquées chez elles, et nous portons ensemble une demande chiffrée au bailleur.\n\nTrois immeubles sur quatre ont obtenu une date en moins d’un mois.',
      involvement:
        'Les locataires écrivent la demande, la portent et reçoivent la réponse. Le groupe apporte le modèle et tient le compte.',
      inclusion:
        'Deux soirées de porte-à-porte d’une heure, en binôme. Le modèle de lettre est fourni, une réunion dans le hall suffit.',
      reproduction:
        'Remplacer le bailleur par le syndic ou la mairie selon le cas. Vérifier le délai d’intervention écrit dans le contrat d’entretien : il se demande au gardien ou au conseil syndical.',
      steps:
        'Réunion dans le hall.\nTour des paliers, deux soirs.\nLettre avec le nombre de foyers.\nRendez-vous et demande d’une date.\nAffichage de la réponse.',
      materials: 'Porte-documents, feuilles d’émargement, ruban adhésif.',
    },
    lines: [
      { label: 'Tracts et feuilles de pétition', amount: 8_000 },
      { label: 'Lettres recommandées', amount: 4_000 },
      { label: 'Boissons chaudes dans le hall', amount: 6_000 },
    ],
    story: { begun: 17, submitted: 16, published: 14 },
  },
  {
    group: 'Croix-Rousse entraide',
    scene: 'bikes',
    text: {
      title: 'Atelier vélo au pied de l’immeuble',
      summary: 'Un dimanche, on répare ensemble les vélos qui dorment dans les caves.',
      kind: 'solidarity',
      description:
        'Des vélos inutilisés, des habitant·es qui voudraient se déplacer sans dépenser : il manque un après-midi et quelques outils. Chacun répare le sien avec l’aide d’une personne qui sait, puis aide la suivante.',
      involvement:
        'Les habitant·es apportent vélos et outils, et apprennent aux suivants. Le prochain dimanche se décide sur place.',
      inclusion:
        'Aucun savoir n’est demandé : on apprend en faisant. On peut venir une demi-heure, avec des enfants.',
      reproduction:
        'Une cour, un hall ou un trottoir large suffit. En zone rurale, prévenir par la mairie et accepter les vélos d’enfants. Les pièces d’usage courant sont les mêmes partout.',
      steps:
        'Accord du gardien ou du syndic.\nAffiche dans les halls.\nListe des pièces la semaine d’avant.\nL’après-midi.\nRangement et prochaine date.',
      materials:
        'Deux pieds d’atelier empruntés, une caisse d’outils, de la graisse, des chiffons.',
    },
    lines: [
      { label: 'Chambres à air, patins et câbles', amount: 17_000 },
      { label: 'Outils qui restent au groupe', amount: 9_500 },
      { label: 'Affiches et goûter', amount: 3_500 },
    ],
    story: { begun: 16, submitted: 13, published: 11 },
  },
  {
    group: 'Belsunce vivant',
    scene: 'picnic',
    text: {
      title: 'Ramassage avec les riverain·es, et goûter',
      summary:
        'Deux heures pour nettoyer une place ensemble, puis une table pour parler de la suite.',
      kind: 'solidarity',
      description:
        'On ne ramasse pas à la place des gens : on ramasse avec celles et ceux qui traversent la place tous les jours. Le goûter sert à noter ce qui la salit, et à le demander à la mairie.',
      involvement:
        'Les commerçant·es et les riverain·es choisissent la place et l’heure, ramassent, et signent la demande à la mairie.',
      inclusion: 'Deux heures, sans inscription. Des gants pour toutes les tailles, un coin assis.',
      reproduction:
        'Sur une plage, un sentier ou un parking : seul le matériel de tri change. Prévenir la commune pour l’enlèvement des sacs.',
      steps:
        'Choix de la place.\nMot dans les boîtes.\nRamassage.\nGoûter et liste des demandes.\nLettre à la mairie.',
      materials: 'Gants, pinces, sacs de tri, une balance.',
    },
    lines: [
      { label: 'Gants et pinces', amount: 8_050 },
      { label: 'Sacs et craies', amount: 2_000 },
      { label: 'Goûter', amount: 4_500 },
    ],
    story: { begun: 15, submitted: 12, published: 10 },
  },
  {
    group: 'Belsunce vivant',
    scene: 'bench',
    text: {
      title: 'Des bancs sur la place',
      summary: 'Construire et poser deux bancs avec les voisin·es, là où il n’y en a plus.',
      kind: 'solidarity',
      description:
        'Les bancs ont été retirés il y a trois ans. Un menuisier du quartier nous prête son atelier un samedi : on construit, on ponce, on pose.',
      involvement: 'Les personnes âgées de la résidence choisissent l’emplacement et la hauteur.',
      inclusion: 'Le ponçage et la peinture n’exigent aucun savoir.',
      reproduction: 'Le plan tient sur une page, avec du bois de palette.',
      steps: 'Plan.\nSamedi à l’atelier.\nPose le dimanche.',
      materials: 'Palettes, vis, papier de verre.',
    },
    lines: [
      { label: 'Vis, équerres et peinture', amount: 14_000 },
      { label: 'Location d’une ponceuse', amount: 6_000 },
    ],
    story: {
      begun: 9,
      submitted: 6,
      returned: {
        at: 4,
        words:
          'L’idée plaît beaucoup. Dites si la mairie a donné son accord, et combien de temps chaque personne doit prévoir : deux jours, c’est long pour beaucoup de monde.',
        unmet: ['inclusion', 'reproduction'],
        answer: 'Nous avons rendez-vous en mairie mardi, nous complétons juste après.',
      },
    },
  },
  {
    group: 'Croix-Rousse entraide',
    text: {
      title: 'Concert de soutien dans une salle louée',
      summary: 'Une soirée payante pour faire connaître le groupe.',
      kind: 'solidarity',
      description: 'Trois groupes du quartier jouent dans une salle de deux cents places.',
      involvement: 'Le public vient, et les musicien·nes jouent bénévolement.',
      inclusion: 'L’entrée est à prix libre.',
      reproduction: 'Il faut une salle, une sonorisation et une équipe technique.',
      steps: 'Location.\nAffichage.\nBalances.\nConcert.',
      materials: 'Sonorisation, lumières.',
    },
    lines: [{ label: 'Location de la salle', amount: 30_000 }],
    story: {
      begun: 14,
      submitted: 12,
      refused: {
        at: 9,
        words:
          'Un concert est une belle fête, mais celui-ci demande une salle, une équipe technique et deux mois de préparation : peu de groupes pourraient le refaire. Une scène ouverte dans un parc, avec un micro prêté, répondrait aux critères : n’hésitez pas à la proposer.',
        unmet: ['inclusion', 'reproduction'],
      },
    },
  },
  {
    group: 'Saint-Michel solidaire',
    scene: 'cafe',
    text: {
      title: 'Tournée du soir : soupe, café, nouvelles',
      summary: 'Deux heures, à pied, avec une soupe chaude et le numéro des bonnes portes.',
      kind: 'solidarity',
      description:
        'Chaque jeudi d’hiver, six personnes font le tour des rues avec une marmite isotherme. On sert, on écoute, on note ce qui manque, et on donne une carte des lieux ouverts.',
      involvement:
        'D’ancien·nes bénéficiaires tracent le parcours. Les restaurateur·rices du quartier préparent la soupe à tour de rôle.',
      inclusion:
        'Deux heures, un jeudi de votre choix, toujours à deux avec une personne habituée.',
      reproduction:
        'Sans marmite isotherme, des bouteilles thermos suffisent. Prévenir le 115 et les maraudes déjà présentes pour ne pas faire double emploi.',
      steps:
        'Appel aux maraudes voisines.\nParcours.\nSoupe à 18 h 30.\nTournée.\nRetour et notes.',
      materials: 'Marmite isotherme, gobelets réutilisables, gilets.',
    },
    lines: [
      { label: 'Gobelets et louches', amount: 5_200 },
      { label: 'Légumes et pain, six tournées', amount: 13_800 },
      { label: 'Cartes des lieux ouverts', amount: 4_000 },
    ],
    story: { begun: 6, submitted: 3 },
  },
  {
    group: 'Logement digne',
    text: {
      title: 'Factures d’énergie : on compte ensemble',
      summary: 'Une table au marché pour lire sa facture et récupérer ce qui est dû.',
      kind: 'union',
      description:
        'Beaucoup paient des charges de chauffage mal réparties. Avec une grille d’une page, on compare, on calcule, et on écrit la réclamation sur place.',
      involvement:
        'Chacune et chacun lit sa propre facture, puis aide la personne suivante. Les réclamations partent ensemble.',
      inclusion: 'Dix minutes par personne, une calculatrice, aucune connaissance en droit.',
      reproduction:
        'La grille vaut pour tout bailleur ; seule l’adresse de la réclamation change. Un marché, une bibliothèque ou un hall conviennent.',
      steps:
        'Réunion de lecture de la grille.\nTable au marché.\nEnvoi groupé.\nSuivi des réponses.',
      materials: 'Table, calculatrices, grilles imprimées.',
    },
    lines: [
      { label: 'Impression des grilles', amount: 4_500 },
      { label: 'Droit de place au marché', amount: 2_400 },
      { label: 'Timbres', amount: 5_100 },
    ],
    story: { begun: 4, submitted: 1 },
  },
  {
    group: LILAS,
    text: {
      title: 'Permanence « Mes droits » sur le marché',
      summary: 'Un samedi sur deux, une table pour vérifier ses droits et remplir un dossier.',
      kind: 'solidarity',
      description:
        'Un tiers des personnes qui ont droit à une aide ne la demandent pas. On vérifie ensemble, et on remplit.',
      involvement: '',
      inclusion: '',
      reproduction: '',
      steps: '',
      materials: '',
    },
    lines: [{ label: 'Barnum d’occasion', amount: 12_000 }],
    story: { begun: 2 },
  },
];
