import type { Refusals } from '../content.ts';

/** SC1: the 58 ideas that did not go to the vote, by reason, with what the town hall answered. */
export const refusals: Refusals = {
  'Fonctionnement, et non investissement': {
    'De la gymnastique douce dans chaque quartier':
      'Payer un moniteur chaque semaine est une dépense qui revient tous les ans, et le budget participatif finance des équipements. Le service des sports étudie un cours de plus de ce côté de la voie ferrée.',
    'Piscine gratuite pour les moins de 16 ans en été':
      'La gratuité est une recette en moins chaque année, pas un équipement. L’idée est transmise à l’adjoint aux sports pour la prochaine délibération sur les tarifs.',
    'Ouvrir la piscine à 7 heures deux matins par semaine':
      'Ouvrir plus tôt demande du personnel toute l’année. Le budget participatif ne peut pas payer de salaires.',
    'Un festival de fanfares au printemps':
      'Un festival se finance chaque année : cachets, hébergement, sécurité. L’idée est transmise au service culturel et au comité de jumelage.',
    'Plus de mangas à la bibliothèque':
      'L’achat de livres fait partie du budget courant de la bibliothèque. Elle a noté les séries qui manquent, et les coussins.',
    'Ouvrir la bibliothèque le dimanche après-midi':
      'L’ouverture du dimanche demande deux postes et une délibération sur les horaires : c’est une dépense de fonctionnement.',
    'Un atelier d’écriture qui voyage de quartier en quartier':
      'Une résidence d’autrice est une dépense de fonctionnement. La bibliothèque cherche une subvention de la région pour une première année.',
    'Un ciné-club choisi par les ados':
      'La maison de quartier a déjà un vidéoprojecteur ; restent les droits de diffusion, qui se paient à chaque séance. Le service jeunesse vous propose d’en parler.',
    'Remplacer le feu d’artifice par un spectacle de lumière':
      'Le spectacle du 14 juillet se paie chaque année sur le budget des fêtes. La question sera posée en commission.',
    'Un vrai marché de Noël sous la Halle':
      'L’organisation d’un marché est une dépense de fonctionnement. Le service commerce prendra contact avec vous.',
    'Une patinoire l’hiver':
      'Une patinoire se loue, se monte et se surveille : chaque hiver coûterait autant. Ce n’est pas un investissement.',
    'Le bal du samedi':
      'L’orchestre et le gardiennage se paient à chaque fois. La salle du Lavoir peut en revanche être prêtée à une association qui voudrait s’en charger.',
    'Prêter des poules':
      'Le suivi des poules, des visites et du vétérinaire demande quelqu’un tout au long de l’année.',
    'Des moutons pour tondre les talus':
      'L’éco-pâturage est une prestation payée chaque année. Le service des espaces verts va demander un prix au berger dont vous parlez.',
    'Zéro pesticide, pour de vrai, même au cimetière':
      'Un plan et des ateliers sont du temps de travail, pas un équipement. La clause est ajoutée aux marchés passés avec les entreprises.',
    'Une gourde pour chaque écolier':
      'Il faudrait en racheter à chaque rentrée : c’est une fourniture, pas un investissement.',
    'Fermer la rue de l’école le matin et le soir':
      'La barrière ne coûte presque rien ; la fermeture demande quelqu’un matin et soir. Un essai est prévu avec les parents, sans attendre le budget participatif.',
    'Une prime pour acheter un vélo électrique':
      'Une prime versée à des particuliers est une subvention, que le budget participatif ne peut pas verser.',
  },
  'Hors compétence de la commune': {
    'Un piano dans le hall de la gare':
      'Le hall appartient à la SNCF, qui décide de ce qu’on y installe. Votre idée lui est transmise.',
    'Des sculptures au bord de l’eau':
      'Les berges font partie du domaine public fluvial : la commune ne peut rien y installer pour longtemps.',
    'Un ponton de pêche accessible':
      'La rivière et ses berges relèvent du syndicat de la Braye, qui refuse tout nouvel ouvrage dans le lit avant son étude des crues.',
    'Éteindre les lampadaires la nuit':
      'L’éclairage public est géré par le syndicat d’énergie. Une expérimentation dans deux rues lui est demandée.',
    'Des poubelles de tri dans les parcs':
      'La collecte des déchets relève de la communauté de communes, qui ne ramasse pas encore le tri hors des habitations.',
    'Nettoyer la Braye pour de bon':
      'Le curage appartient au syndicat de rivière et demande une autorisation de l’État.',
    'Plus de places de parking à la gare':
      'Le parking appartient à la SNCF : la commune ne peut pas y construire.',
    'Toute la ville à 30':
      'La vitesse se décide par arrêté du maire, après enquête : ce n’est pas une dépense à mettre au vote. Le sujet est à l’ordre du jour du conseil de juin.',
    'Des ralentisseurs rue du Four-Banal':
      'La rue est une route départementale. Le département, saisi une quatrième fois, pose un compteur de vitesse en mai.',
    'Des caméras autour de la Halle':
      'La vidéoprotection demande une autorisation du préfet et relève de la police municipale, hors du règlement du budget participatif.',
    'Une zone bleue pour que les clients puissent se garer':
      'Le stationnement se règle par arrêté. Les douze commerces sont invités à la réunion du 18 mai.',
    'Sécuriser le passage à niveau du Val Fleuri':
      'Le revêtement entre les rails appartient à SNCF Réseau, à qui le défaut est signalé.',
    'Quatre bornes de recharge pour voitures électriques':
      'Les bornes sont installées par le syndicat d’énergie, selon un plan départemental.',
    'Repeindre les pistes cyclables':
      'L’avenue de la Gare est départementale. Le marquage est demandé au département.',
  },
  'Déjà prévu ou déjà fait': {
    'Agrandir le skatepark':
      'L’agrandissement est inscrit au budget de la ville pour 2022. Vous serez invités à en dessiner les courbes.',
    'Des vestiaires pour les filles au stade':
      'Vous avez raison, et c’est voté : quatre douches et un vestiaire seront construits l’été prochain.',
    'Sauver le lavoir': 'La réparation du toit est commandée : l’échafaudage sera posé en juin.',
    'Des bancs':
      'Quarante bancs sont prévus dans le plan de marche, dont trois entre chez vous et la pharmacie. Le service technique viendra vous voir pour les placer.',
    'Une balançoire pour bébé au Val Fleuri':
      'L’aire du Val Fleuri est refaite cet automne, avec des jeux dès un an.',
    'Des fontaines à eau dans les parcs et au stade':
      'Cinq fontaines sont déjà commandées, posées avant l’été.',
    'Une grainothèque à la bibliothèque':
      'La bibliothèque l’ouvre en mars, dans un vieux meuble à fiches remonté de la cave. Votre aide est bienvenue.',
    'Les trottoirs de la rue des Tanneurs':
      'Les travaux de la rue, trottoirs compris, commencent en septembre.',
    'Un défibrillateur à moins de trois minutes de chacun':
      'Quatre appareils accessibles jour et nuit sont déjà achetés ; votre carte a servi à choisir leurs places.',
  },
  'Coût au-dessus du plafond': {
    'Un terrain synthétique au stade du Moulin':
      'Un terrain synthétique coûte environ 850 000 € : plus de huit fois l’enveloppe.',
    'Deux pistes de padel derrière les tennis':
      'Les deux pistes, avec leur éclairage et le terrassement, sont estimées à 165 000 €.',
    'Une salle pour exposer quand on est amateur':
      'La mise aux normes du rez-de-chaussée est estimée à 140 000 €. En attendant, la médiathèque prête ses murs deux mois par an.',
    'Un petit musée numérique':
      'L’équipement et l’aménagement de la salle du Lavoir sont estimés à 120 000 €.',
    'Un pumptrack en terre pour les vélos':
      'Le terrain derrière le cimetière est une ancienne décharge : le dépolluer porterait le projet à 190 000 €.',
    'Un jardin pour lire et ne rien faire':
      'Aucun terrain clos n’appartient à la ville dans le centre ; l’achat et l’aménagement dépasseraient 200 000 €.',
    'Des panneaux solaires sur le toit du gymnase':
      'La charpente doit d’abord être renforcée : 230 000 € en tout. Le projet rejoint le plan énergie de la ville.',
    'Une mini-forêt sur le parking de l’ancienne piscine':
      'Enlever l’enrobé et rapporter de la terre coûterait 110 000 €, avant le premier arbre.',
  },
  'Intérêt privé': {
    'Un parcours d’orientation permanent':
      'Le parcours servirait d’abord aux entraînements et aux compétitions d’un club. Une version ouverte à tous pourrait être proposée l’an prochain.',
    'Une guinguette au bord de l’eau':
      'Il s’agit d’une activité commerciale : un appel à candidatures peut être lancé, mais le budget participatif ne finance pas un commerce.',
    'Un échiquier géant sur la place':
      'Les pièces seraient gardées par un commerce, et jouées à ses heures. L’idée reste belle si un lieu public les garde.',
    'Des cendriers de sondage devant la gare et le lycée':
      'Ce mobilier est vendu et entretenu par une seule entreprise, avec sa marque.',
    'Des ruches sur le toit de la mairie':
      'Les ruches et leur récolte resteraient la propriété de l’association qui les suit.',
  },
  'Doublon d’une autre idée': {
    'Table de ping-pong à la Chênaie':
      'L’idée des tables de ping-pong en plein air est au vote, et la Chênaie en fait partie.',
    'Des jeux pour les enfants place de la Halle':
      'Une aire de jeux pour tous les enfants est déjà au vote ; la place de la Halle est l’un des lieux étudiés.',
    'Un espace clôturé pour les chiens aux Bruyères':
      'Un espace clôturé pour les chiens est déjà au vote.',
    'Un composteur partagé près de la gare':
      'Les composteurs collectifs sont déjà au vote pour six résidences ; le quartier de la gare pourra suivre.',
  },
};
