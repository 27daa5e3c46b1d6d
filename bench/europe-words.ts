import { chance } from './town-words.ts';

/**
 * What people of a continent write, made up, in five languages: an idea, and what is answered to it. The same number gives
 * the same text.
 */
export const LANGUAGES = ['fr', 'en', 'de', 'it', 'es'] as const;
type Language = (typeof LANGUAGES)[number];

export interface EuropeText {
  lang: Language;
  title: string;
  body: string;
}

/** Themes of the consultation, with the categories of each. */
export const THEMES: readonly { title: string; categories: readonly string[] }[] = [
  { title: 'Climat et environnement', categories: ['Énergie', 'Eau', 'Biodiversité', 'Villes'] },
  { title: 'Santé', categories: ['Soins', 'Prévention', 'Recherche'] },
  { title: 'Économie, justice sociale et emploi', categories: ['Emploi', 'Impôts', 'Logement'] },
  { title: 'L’Union dans le monde', categories: ['Paix', 'Commerce'] },
  { title: 'Valeurs et droits, état de droit, sécurité', categories: ['Droits', 'Sécurité'] },
  { title: 'Transformation numérique', categories: ['Données', 'Réseaux', 'Inclusion'] },
  { title: 'Démocratie', categories: ['Élections', 'Participation', 'Transparence'] },
  { title: 'Migration', categories: ['Accueil', 'Frontières'] },
  { title: 'Éducation, culture, jeunesse et sport', categories: ['École', 'Culture', 'Sport'] },
  { title: 'Autres idées', categories: [] },
];

interface Words {
  asked: readonly string[];
  where: readonly string[];
  titles: readonly string[];
  sentences: readonly string[];
  /** For, against, neither. */
  answers: Record<'pro' | 'con' | 'neutral', readonly string[]>;
}

const list = (text: string): string[] => text.split('|').map((part) => part.trim());

const WORDS: Record<Language, Words> = {
  fr: {
    asked: list(
      'des trains de nuit|un service civique européen|la rénovation des logements|un revenu pour la jeunesse|des écoles jumelées|la protection des rivières|un registre des lobbies|le tri des déchets|des budgets participatifs|la mobilité à vélo',
    ),
    where: list(
      'entre les capitales|dans chaque région|près des frontières|dans les petites villes|à la campagne|au bord de la mer|dans les quartiers populaires|en montagne',
    ),
    titles: list(
      'Développer {asked} {where}|Pour {asked} {where}|Financer {asked}|{asked} : {where}',
    ),
    sentences: list(
      'Il est temps de soutenir {asked} {where}.|Les habitantes et les habitants demandent {asked} depuis longtemps.|Un essai pourrait commencer {where}.|Cela coûterait moins cher que de ne rien faire.|Les communes auraient besoin d’une aide stable pour {asked}.|Une évaluation publique serait faite chaque année.',
    ),
    answers: {
      pro: list('Très bonne idée, surtout {where}.|Je soutiens : {asked}, c’est utile.'),
      con: list('Je ne suis pas d’accord : {asked}, cela existe déjà.|Trop cher {where}.'),
      neutral: list('Comment cela serait-il payé {where} ?|Avez-vous un exemple {where} ?'),
    },
  },
  en: {
    asked: list(
      'night trains|a European civic service|home insulation|a youth income|twinned schools|river protection|a register of lobbyists|waste sorting|participatory budgets|safe cycling',
    ),
    where: list(
      'between capitals|in every region|close to the borders|in small towns|in the countryside|along the coast|in working-class districts|in the mountains',
    ),
    titles: list(
      'More {asked} {where}|Let us fund {asked} {where}|{asked} for everyone|{asked}: start {where}',
    ),
    sentences: list(
      'It is time to support {asked} {where}.|People have been asking for {asked} for years.|A first trial could start {where}.|It would cost less than doing nothing.|Towns would need steady help to provide {asked}.|A public review would be held every year.',
    ),
    answers: {
      pro: list('Great idea, above all {where}.|I support this: {asked} would help.'),
      con: list('I disagree: {asked} already exist.|Too expensive {where}.'),
      neutral: list('How would this be paid for {where}?|Is there an example {where}?'),
    },
  },
  de: {
    asked: list(
      'Nachtzüge|ein europäischer Freiwilligendienst|Gebäudesanierung|ein Einkommen für die Jugend|Partnerschulen|Schutz der Flüsse|ein Lobbyregister|Mülltrennung|Bürgerhaushalte|sichere Radwege',
    ),
    where: list(
      'zwischen den Hauptstädten|in jeder Region|in Grenznähe|in kleinen Städten|auf dem Land|an der Küste|in ärmeren Vierteln|in den Bergen',
    ),
    titles: list(
      'Mehr {asked} {where}|{asked} {where} fördern|{asked} für alle|{asked}: {where} beginnen',
    ),
    sentences: list(
      'Es ist Zeit, {asked} {where} zu fördern.|Viele Menschen wünschen sich {asked} seit Jahren.|Ein Versuch könnte {where} beginnen.|Das kostet weniger, als nichts zu tun.|Die Gemeinden bräuchten verlässliche Hilfe: {asked}.|Jedes Jahr würde öffentlich geprüft.',
    ),
    answers: {
      pro: list('Sehr gute Idee, vor allem {where}.|Ich bin dafür: {asked} hilft.'),
      con: list('Ich bin dagegen: {asked}, das gibt es schon.|Zu teuer {where}.'),
      neutral: list('Wie würde das {where} bezahlt?|Gibt es ein Beispiel {where}?'),
    },
  },
  it: {
    asked: list(
      'treni notturni|un servizio civile europeo|la ristrutturazione delle case|un reddito per i giovani|scuole gemellate|la tutela dei fiumi|un registro delle lobby|la raccolta differenziata|bilanci partecipativi|piste ciclabili sicure',
    ),
    where: list(
      'tra le capitali|in ogni regione|vicino alle frontiere|nelle piccole città|in campagna|sulla costa|nei quartieri popolari|in montagna',
    ),
    titles: list(
      'Più {asked} {where}|Finanziare {asked} {where}|{asked} per tutti|{asked}: cominciamo {where}',
    ),
    sentences: list(
      'È ora di sostenere {asked} {where}.|Le persone chiedono {asked} da anni.|Una prova potrebbe cominciare {where}.|Costerebbe meno che non fare nulla.|I comuni avrebbero bisogno di un aiuto stabile per {asked}.|Ogni anno ci sarebbe una valutazione pubblica.',
    ),
    answers: {
      pro: list('Ottima idea, soprattutto {where}.|Sono d’accordo: {asked} serve.'),
      con: list('Non sono d’accordo: {asked} esiste già.|Troppo caro {where}.'),
      neutral: list('Come si pagherebbe {where}?|C’è un esempio {where}?'),
    },
  },
  es: {
    asked: list(
      'trenes nocturnos|un servicio cívico europeo|la rehabilitación de viviendas|una renta para jóvenes|escuelas hermanadas|la protección de los ríos|un registro de lobbies|el reciclaje|presupuestos participativos|carriles bici seguros',
    ),
    where: list(
      'entre las capitales|en cada región|cerca de las fronteras|en las ciudades pequeñas|en el campo|en la costa|en los barrios populares|en la montaña',
    ),
    titles: list(
      'Más {asked} {where}|Financiar {asked} {where}|{asked} para todas las personas|{asked}: empezar {where}',
    ),
    sentences: list(
      'Es hora de apoyar {asked} {where}.|La gente pide {asked} desde hace años.|Una prueba podría empezar {where}.|Costaría menos que no hacer nada.|Los municipios necesitarían una ayuda estable para {asked}.|Cada año habría una evaluación pública.',
    ),
    answers: {
      pro: list('Muy buena idea, sobre todo {where}.|Estoy a favor: {asked} ayuda.'),
      con: list('No estoy de acuerdo: {asked} ya existe.|Demasiado caro {where}.'),
      neutral: list('¿Cómo se pagaría {where}?|¿Hay un ejemplo {where}?'),
    },
  },
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** The idea of a number. */
export function writeEuropeIdea(number: number): EuropeText {
  const draw = chance(number);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(from.length * draw())]!;
  const lang = pick(LANGUAGES);
  const words = WORDS[lang];
  const said = { asked: pick(words.asked), where: pick(words.where) };
  const sentences = 3 + Math.floor(7 * draw());
  return {
    lang,
    title: `${fill(pick(words.titles), said)} (${number})`,
    body: Array.from({ length: sentences }, () => fill(pick(words.sentences), said)).join(' '),
  };
}

/** What is answered to an idea, in its language. */
export function writeEuropeComment(
  number: number,
  alignment: 'pro' | 'con' | 'neutral',
): { lang: Language; body: string } {
  const draw = chance(number + 500_000);
  const pick = <T>(from: readonly T[]): T => from[Math.floor(from.length * draw())]!;
  const lang = pick(LANGUAGES);
  const words = WORDS[lang];
  const said = { asked: pick(words.asked), where: pick(words.where) };
  return { lang, body: fill(pick(words.answers[alignment]), said) };
}

const fill = (template: string, said: Record<'asked' | 'where', string>) =>
  capital(template.replaceAll(/\{(asked|where)\}/g, (_, one: 'asked' | 'where') => said[one]));
