/**
 * What people of a town write, made up: sentences of everyday French about what they would like, where and for
 * whom. Words are as unequal as in life: some stand in every second idea, most of them in very few. The same
 * number gives the same text.
 */

export interface TownText {
  title: string;
  body: string;
  /** Which of the town's subjects it is about: `SUBJECTS` of them. */
  subject: number;
}

/** A number that looks like chance, from 0 to 1; the same seed gives the same numbers. */
export function chance(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const list = (text: string): string[] => text.split('|').map((part) => part.trim());

/** What is asked for · what goes with it · why, by subject. */
const SUBJECT_WORDS = `
un jardin partagé|un potager collectif|des bacs de culture|une serre pédagogique ; la terre|les semis|les récoltes|un composteur|les outils|un cabanon|l’arrosage ; jardiner ensemble|manger local|apprendre aux enfants d’où viennent les légumes
une piste cyclable|une bande cyclable|un double sens cyclable|un carrefour à la hollandaise ; les cyclistes|le marquage|les bordures|les feux|les potelets|le revêtement ; rouler sans peur|laisser la voiture au garage|aller au collège à vélo
des bancs|des bancs avec dossier|des assises à l’ombre|des tables de pique-nique ; le bois|les accoudoirs|la pierre|la pente|les allées ; s’asseoir un moment|attendre sans fatigue|se parler entre voisins
un terrain multisports|un city-stade|un panier de basket|une table de ping-pong ; les filets|les lignes|l’enrobé|les grillages|les ballons ; bouger en plein air|occuper les adolescents|jouer entre filles et garçons
une aire de jeux|un toboggan|une tyrolienne|des jeux accessibles ; les balançoires|le sol souple|les tout-petits|la clôture|les poussettes ; amuser les enfants|laisser jouer un enfant en fauteuil|souffler un peu entre parents
des arbres fruitiers|un verger|une haie gourmande|des tilleuls ; les pommiers|les pruniers|la greffe|la taille|les fosses|le paillage ; donner de l’ombre|cueillir librement|rafraîchir la rue en août
une boîte à livres|une bibliothèque de rue|un kiosque de lecture|un coin de lecture ; les romans|les bandes dessinées|les étagères|la vitrine ; faire circuler les livres|donner envie de lire|rencontrer ses voisins
un éclairage plus doux|des lampadaires à détection|un éclairage solaire|un balisage lumineux ; les ampoules|les mâts|la nuit|les chauves-souris|la consommation ; rentrer sans crainte|voir le ciel étoilé|dépenser moins d’électricité
un passage piéton surélevé|un plateau ralentisseur|une zone de rencontre|un feu pour piétons ; la vitesse|la visibilité|les trottoirs|la priorité|les écoliers ; traverser en sécurité|calmer la circulation|éviter un accident
une fontaine à eau|un brumisateur|un jeu d’eau|une borne fontaine ; la canicule|le robinet|les gourdes|l’évacuation ; boire gratuitement|se rafraîchir l’été|jeter moins de bouteilles
un composteur collectif|une aire de compostage|un lombricomposteur|des bacs à compost ; les épluchures|le broyat|les maîtres composteurs|le retournement ; réduire nos poubelles|nourrir les plantations|apprendre à trier
une fresque murale|une œuvre d’art|un parcours de sculptures|une exposition à ciel ouvert ; les artistes|la façade|les couleurs|les habitants|l’échafaudage ; embellir un mur triste|raconter l’histoire du quartier|donner leur chance aux jeunes artistes
un skatepark|une rampe|un pumptrack|un bowl ; les trottinettes|les rollers|le béton|les modules|les casques ; pratiquer sans gêner personne|progresser ensemble|accueillir des compétitions
un parc à chiens|un caniparc|un espace canin clôturé|des distributeurs de sacs ; les maîtres|les laisses|le portillon|les agrès ; lâcher son chien sans danger|garder les pelouses propres|se rencontrer
une ludothèque|une bibliothèque d’objets|un atelier de réparation|une outilthèque ; les bénévoles|les jouets|le prêt|la perceuse|les étagères ; emprunter plutôt qu’acheter|réparer ce qui peut servir|passer un bon moment
des arceaux à vélos|un abri à vélos sécurisé|une station de gonflage|des casiers à vélos ; les antivols|les vols|la pompe|le badge ; garer son vélo tranquillement|prendre le train ensuite|encourager le vélo
un théâtre de verdure|une scène en plein air|un kiosque à musique|une salle de répétition ; les concerts|les gradins|la sonorisation|les fanfares ; écouter de la musique l’été|faire vivre les associations|danser le dimanche
un parcours de santé|des agrès de musculation|un sentier de course|une piste finlandaise ; les coureurs|les barres|les copeaux|les panneaux d’exercices ; rester en forme|faire du sport gratuitement|marcher à tout âge
des nichoirs|un hôtel à insectes|une mare pédagogique|une prairie fleurie ; les mésanges|les hirondelles|les abeilles|les grenouilles|la fauche ; protéger la biodiversité|observer la nature|expliquer le vivant aux classes
des toilettes publiques|des toilettes sèches|un point d’eau|une table à langer ; la propreté|l’entretien|l’accessibilité|les promeneurs ; rester plus longtemps dehors|aider les familles|éviter les mauvaises odeurs
la végétalisation de la cour|une cour oasis|des copeaux dans la cour|une classe dehors ; le bitume|les élèves|les cabanes|les récréations ; rafraîchir la cour|jouer autrement|apprendre dehors
un abri de bus|un banc à l’arrêt|un affichage des horaires|un toit végétal sur l’arrêt ; la pluie|les voyageurs|la ligne|le vent ; attendre à l’abri|prendre plus souvent le bus|savoir combien de temps il reste
un café associatif|une épicerie solidaire|une cuisine partagée|un lieu pour tous ; les bénévoles|les repas|les adhérents|la vaisselle ; rompre l’isolement|cuisiner ensemble|soutenir ceux qui en ont besoin
un sentier le long de la rivière|une passerelle|un ponton|un belvédère ; les berges|les canards|la crue|les garde-corps|les pêcheurs ; se promener au bord de l’eau|relier les deux rives|découvrir le paysage
une salle pour les jeunes|un studio d’enregistrement|un local de répétition|un lieu d’accueil ; les ados|les animateurs|les instruments|l’isolation ; se retrouver sans consommer|faire de la musique|monter des projets
des cours de natation|un bassin extérieur|une baignade surveillée|des créneaux pour tous ; la piscine|les maîtres-nageurs|les vestiaires|les couloirs ; apprendre à nager|profiter de l’été|nager en famille
des rampes d’accès|des bandes podotactiles|un ascenseur|une place réservée ; les marches|les fauteuils|les cannes|les bordures ; entrer partout|vivre sans obstacle|aider les personnes âgées
un marché de producteurs|une halle couverte|un four à pain|une ferme urbaine ; les maraîchers|les étals|la farine|les fromages ; acheter près de chez soi|faire vivre les fermes|retrouver le goût du pain
des capteurs de bruit|un mur végétal|des fenêtres mieux isolées|une limitation de vitesse ; les camions|les décibels|la rocade|le sommeil ; dormir la nuit|respirer mieux|connaître la vérité sur le bruit
des poubelles de tri|des cendriers de rue|un collecteur de piles|une benne à verre ; les mégots|les canettes|le ramassage|les débordements ; garder la rue propre|recycler mieux|montrer l’exemple`;

const SUBJECT_LIST = SUBJECT_WORDS.trim()
  .split('\n')
  .map((line) => {
    const [asked, around, why] = line.split(' ; ').map(list) as [string[], string[], string[]];
    return { asked, around, why };
  });
export const SUBJECTS = SUBJECT_LIST.length;

const WHERE = list(
  'rue|place|square|parc|avenue|allée|quai|impasse|boulevard|chemin|école|résidence|jardin|stade|cours|esplanade',
);
const PEOPLE = list(
  'les enfants|les familles|les personnes âgées|les habitants|les lycéens|les voisins|les promeneurs|les écoliers|les parents|les étudiants|les nouveaux arrivants|les assistantes maternelles|les commerçants|les associations|les touristes|les personnes handicapées',
);
const WHEN = list(
  'le week-end|le mercredi|en été|en hiver|le soir|dès le printemps|toute l’année|à la sortie de l’école|pendant les vacances|aux heures de pointe|le dimanche matin|à la nuit tombée',
);
const TITLES = list(
  '{Asked}, {place}|Installer {asked}, {place}|{Asked} pour {people}|Créer {asked}, {place}|{Asked} et {asked2}, {place}|Pour {why} : {asked}|{Asked} pour {people}, {place}|Aménager {asked} du côté de {Rare}|{Asked} à {Rare}',
);
const SENTENCES = list(
  `Je propose {asked}, {place}.|Il manque {asked}, {place}, tout le monde le dit.|Ce serait l’occasion de {why}.|{People} aimeraient {why} {when}.|Aujourd’hui, {around} : rien ne va {when}.|On pourrait prévoir {around} et {around2}, avec l’aide des services de la ville.|Avec {people}, nous avons déjà parlé de {around} et de {around2}.|L’endroit est idéal : {place2}, à deux pas de chez {Rare}.|Le coût me paraît raisonnable au regard de ce que cela apporte à {people}.|À {Rare}, la commune voisine, cela existe et cela marche très bien.|Nous sommes plusieurs à vouloir {why}.|{When}, il n’y a rien pour {people} dans le quartier {Rare}.|L’association {Rare} serait prête à s’occuper de l’entretien avec {people}.|Cela permettrait aussi de {why}, sans gêner la circulation.|Un essai pourrait commencer {when}, avant de décider pour de bon.|Il faudrait du matériel solide, en bois de {rare}, qui demande peu d’entretien.|Ma voisine, madame {Rare}, se souvient que c’était ainsi autrefois.|Le terrain appartient à la ville, du côté de {Rare} : {place2}.|Penser à {around}, à {around2} et à {people}.|Merci de lire cette idée, qui me tient à cœur depuis le projet {rare}.|Il suffirait de déplacer {around} de quelques mètres.|Les {rare} et les {rare2} y trouveraient leur place.|Une réunion avec {people} aiderait à choisir l’emplacement exact.|C’est simple, utile et peu cher.`,
);

const SYLLABLES = list(
  'ba|bel|bri|cha|cor|dan|del|fau|fer|gar|gi|lan|li|lou|mar|mi|mon|na|nor|per|pin|pla|ri|ro|sal|sen|ta|tour|val|ver|vi|za|bou|cla|du|fon|gre|jou|lar|mou|qui|rou|san|ti|vau|char|bre|cou',
);
const ENDINGS = list('ac|ay|elle|et|ier|in|ois|on|ot|ou|ette|ard|an|eau|ine|ude|ance|ille');
/** How many names and uncommon words the town knows. */
const RARE_WORDS = 24_000;

/** The uncommon word of a rank: a name of a street, a family, a thing. */
function rareWord(rank: number): string {
  const draw = chance(rank + 77_777);
  const pick = (from: readonly string[]) => from[Math.floor(draw() * from.length)]!;
  const middle = rank % 3 === 0 ? '' : pick(SYLLABLES);
  return pick(SYLLABLES) + middle + pick(SYLLABLES) + pick(ENDINGS);
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** « à les » is said « aux ». */
const contract = (text: string) =>
  text
    .replaceAll(/(?<= |^)à les /gi, 'aux ')
    .replaceAll(/(?<= |^)de les /gi, 'des ')
    .replaceAll(/(?<= |^)à le /gi, 'au ')
    .replaceAll(/(?<= |^)de le /gi, 'du ');

/** The text of a number. */
export function writeTownText(number: number): TownText {
  const draw = chance(number);
  // the first of a list is drawn much more often than its last
  const pick = <T>(from: readonly T[], unequal = 1): T =>
    from[Math.floor(from.length * draw() ** unequal)]!;
  const rare = () => rareWord(Math.floor(RARE_WORDS * draw() ** 3));
  const subject = Math.floor(SUBJECTS * draw() ** 1.6);
  const { asked, around, why } = SUBJECT_LIST[subject]!;
  const wanted = pick(asked, 1.3);
  const place = `${pick(WHERE, 1.5)} ${capital(rare())}`;
  const words: Record<string, () => string> = {
    asked: () => wanted,
    asked2: () => pick(asked),
    around: () => pick(around),
    around2: () => pick(around),
    why: () => pick(why),
    people: () => pick(PEOPLE, 1.5),
    when: () => pick(WHEN, 1.3),
    place: () => place,
    place2: () => `${pick(WHERE, 1.5)} ${capital(rare())}`,
    rare,
    rare2: rare,
  };
  const fill = (template: string) =>
    capital(
      contract(
        template.replaceAll(/\{(\w)(\w*)\}/g, (_, first: string, rest: string) => {
          const said = words[first.toLowerCase() + rest]!();
          return first === first.toUpperCase() ? capital(said) : said;
        }),
      ),
    );
  const sentences = 3 + Math.floor(7 * draw() ** 1.5);
  return {
    title: fill(pick(TITLES, 1.4)),
    body: Array.from({ length: sentences }, () => fill(pick(SENTENCES, 1.2))).join(' '),
    subject,
  };
}
