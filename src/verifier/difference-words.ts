/** A difference between the recount and what was published, in words. */
import type { Difference } from './compare.ts';
import type { Recounted } from './recount/rules.ts';

type Pair = readonly [fr: string, en: string];

/** Parts of a result; an entry of a list is told by its number. */
const PARTS = new Map<string, Pair>([
  ['turns', ['tour', 'turn']],
  ['rounds', ['achat', 'purchase']],
  ['purchases', ['achat', 'purchase']],
  ['completion', ['complément', 'completion']],
  ['losses', ['projets non achetés', 'projects not bought']],
  ['losers', ['projets non achetés', 'projects not bought']],
  ['guarantees', ['lauréats garantis par quartier', 'winners guaranteed by district']],
  ['exclusions', ['exclusion', 'exclusion']],
  ['support', ['décompte des options', 'figures of the options']],
  ['satisfaction', ['votants représentés', 'voters represented']],
  ['zones', ['quartier', 'district']],
  ['judged', ['rang', 'rank']],
  ['answers', ['réponse', 'answer']],
  ['ties', ['égalité', 'tie']],
  ['tallies', ['voix', 'votes']],
]);

const FIELDS = new Map<string, Pair>([
  ['winners', ['les lauréats', 'the winners']],
  ['cost', ['le coût', 'the cost']],
  ['left', ['le reste', 'what is left']],
  ['budget', ['l’enveloppe', 'the envelope']],
  ['envelope', ['l’enveloppe', 'the envelope']],
  ['carriedIn', ['le report d’autres enveloppes', 'what other envelopes left']],
  ['leftTo', ['l’enveloppe qui reçoit le reste', 'the envelope that receives what is left']],
  ['ballots', ['le nombre de bulletins', 'the number of ballots']],
  ['blank', ['le nombre de bulletins blancs', 'the number of blank ballots']],
  ['voters', ['le nombre de votants', 'the number of voters']],
  ['manifest', ['l’empreinte du manifeste', 'the manifest’s hash']],
  ['root', ['la racine de l’urne', 'the root of the box']],
  ['poll', ['le scrutin', 'the poll']],
  ['score', ['le score', 'the score']],
  ['namings', ['le nombre de bulletins qui la nomment', 'the number of ballots that name it']],
  ['decision', ['la décision', 'the decision']],
  ['price', ['le prix de chaque point, en centimes', 'the price of each point, in cents']],
  ['payers', ['le nombre de votants qui paient le prix', 'the number of voters who pay the price']],
  ['exhausted', ['le nombre de votants qui donnent tout', 'the number of voters who give all']],
  ['endowment', ['la part de chaque votant, en centimes', 'the share of each voter, in cents']],
  ['firstEndowment', ['la première part de chaque votant', 'the first share of each voter']],
  ['runs', ['le nombre de décomptes', 'the number of runs']],
  ['stop', ['le motif de l’arrêt', 'the reason for stopping']],
  ['part', ['le financement partiel', 'the part funding']],
  ['amount', ['le montant', 'the amount']],
  ['profile', ['le profil des mentions', 'the profile of grades']],
  ['majorityGrade', ['la mention majoritaire', 'the majority grade']],
  ['rank', ['le rang', 'the rank']],
  ['reached', ['le quorum', 'the quorum']],
  ['quorum', ['le quorum', 'the quorum']],
  ['satisfied', ['le nombre de votants représentés', 'the number of voters represented']],
  ['project', ['le projet', 'the project']],
  ['votes', ['les voix, en milliardièmes', 'the votes, in billionths']],
  ['quota', ['le quota, en milliardièmes', 'the quota, in billionths']],
  ['elected', ['les élu·es', 'the elected']],
  ['time', ['le moment de l’achat, en centimes', 'the time of purchase, in cents']],
  ['money', ['l’argent réuni, en centimes', 'the money held, in cents']],
]);

const MONEY = new Set(['cost', 'left', 'budget', 'envelope', 'carriedIn', 'amount']);

/** « enveloppe A, tour 3, « 05 » : le reste, publié 12 €, recompté 10 € » */
export function describe(difference: Difference, currency: string): { fr: string; en: string } {
  const say = (language: 0 | 1) => {
    const { path, subject, published, recounted } = difference;
    const field = [...path].reverse().find((step) => typeof step === 'string' && step !== subject);
    const parts = path.flatMap((step, at) => {
      const part = typeof step === 'string' && PARTS.get(step)?.[language];
      if (!part || step === field) return [];
      const number = path[at + 1];
      return [typeof number === 'number' ? `${part} ${number + 1}` : part];
    });
    const name = subject === null ? [] : [language === 0 ? `« ${subject} »` : `“${subject}”`];
    const known = FIELDS.get(`${field}`) ?? PARTS.get(`${field}`);
    const what = known?.[language] ?? `${field}`;
    const write = (value: unknown) =>
      writeValue(value, MONEY.has(`${field}`) ? currency : null, language);
    const where = [...parts, ...name].join(', ');
    const [publishedWord, recountedWord] =
      language === 0 ? ['publié', 'recompté'] : ['published', 'recounted'];
    return `${where}${where && (language === 0 ? ' : ' : ': ')}${what}, ${publishedWord} ${write(published)}, ${recountedWord} ${write(recounted)}`;
  };
  return { fr: say(0), en: say(1) };
}

function writeValue(value: unknown, currency: string | null, language: 0 | 1): string {
  const locale = language === 0 ? 'fr-FR' : 'en-GB';
  if (typeof value === 'bigint' || typeof value === 'number') {
    if (currency === null) return new Intl.NumberFormat(locale).format(value);
    try {
      const style = { style: 'currency', currency } as const;
      return new Intl.NumberFormat(locale, style).format(Number(value) / 100);
    } catch {
      return `${new Intl.NumberFormat(locale).format(Number(value) / 100)} ${currency}`;
    }
  }
  if (Array.isArray(value)) return writeList(value, language);
  if (value instanceof Map) return writeList([...value.keys()], language);
  if (value === undefined || value === null) return language === 0 ? 'rien' : 'nothing';
  if (typeof value === 'object') return JSON.stringify(value, writeBigInt).slice(0, 120);
  const text = `${value}`;
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function writeList(values: readonly unknown[], language: 0 | 1): string {
  if (values.length === 0) return language === 0 ? 'personne' : 'nobody';
  const isPlain = values.every((value) => typeof value === 'string' || typeof value === 'number');
  const [entries] = language === 0 ? ['lignes'] : ['entries'];
  return isPlain ? values.slice(0, 40).join(', ') : `${values.length} ${entries}`;
}

function writeBigInt(_: string, value: Recounted): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
