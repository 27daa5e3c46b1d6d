import { readDay } from '../../platform/clock/paris.ts';
import type { Form } from '../../platform/http/form.ts';
import type { Problems } from '../../ui/form.tsx';
import { readPoint } from '../meetings/index.ts';
import { checkDocument, checkVersion, type DocumentRefusal, readTags } from './checks.ts';
import {
  type Document,
  type DocumentKind,
  LEVELS,
  REACHES,
  RESULTS,
  TYPES_OF,
  type WrittenDocument,
} from './document.ts';
import type { TypedDay, TypedDocument } from './document-form.page.tsx';
import { documentProblems } from './words.page.ts';

const NO_DAY: TypedDay = { day: '', month: '', year: '' };

export function emptyDocument(kind: DocumentKind): TypedDocument {
  const types = TYPES_OF[kind].filter((type) => type !== 'amendment');
  return {
    type: types.length === 1 ? types[0]! : '',
    titre: '',
    resume: '',
    texte: '',
    portee: 'pole',
    assemblee: '',
    niveau: '',
    seance: NO_DAY,
    resultat: '',
    theme: '',
    etiquettes: '',
    modele: '',
    territoire: '',
    debut: NO_DAY,
    fin: NO_DAY,
    lieu: '',
    latitude: '',
    longitude: '',
    contact: '',
    lien: '',
    changement: '',
    dossier: '',
    amende: '',
  };
}

/** A document as its form asks for it. */
export function typeDocument(document: Document): TypedDocument {
  const degrees = (value: number | undefined) =>
    value === undefined ? '' : String(value).replace('.', ',');
  return {
    type: document.type,
    titre: document.title,
    resume: document.summary,
    texte: '',
    portee: document.reach,
    assemblee: document.assembly,
    niveau: document.level ?? '',
    seance: typeDay(document.adoptedOn),
    resultat: document.result ?? '',
    theme: document.theme,
    etiquettes: document.tags.join(', '),
    modele: document.isTemplate ? 'oui' : '',
    territoire: document.territory,
    debut: typeDay(document.beganOn),
    fin: typeDay(document.endedOn),
    lieu: document.place,
    latitude: degrees(document.point?.latitude),
    longitude: degrees(document.point?.longitude),
    contact: document.contact,
    lien: document.link,
    changement: '',
    dossier: '',
    amende: '',
  };
}

function typeDay(day: string | null): TypedDay {
  if (!day) return NO_DAY;
  const [year = '', month = '', date = ''] = day.split('-');
  return { day: String(Number(date)), month: String(Number(month)), year };
}

export function readTyped(form: Form): TypedDocument {
  const oneLine = (name: string) => form.text(name).replaceAll(/\s+/g, ' ');
  const day = (name: string): TypedDay => ({
    day: form.text(`${name}-day`),
    month: form.text(`${name}-month`),
    year: form.text(`${name}-year`),
  });
  return {
    type: form.text('type'),
    titre: oneLine('titre'),
    resume: form.text('resume'),
    texte: form.text('texte'),
    portee: form.text('portee'),
    assemblee: oneLine('assemblee'),
    niveau: form.text('niveau'),
    seance: day('seance'),
    resultat: form.text('resultat'),
    theme: oneLine('theme'),
    etiquettes: form.text('etiquettes'),
    modele: form.text('modele'),
    territoire: oneLine('territoire'),
    debut: day('debut'),
    fin: day('fin'),
    lieu: oneLine('lieu'),
    latitude: form.text('latitude'),
    longitude: form.text('longitude'),
    contact: form.text('contact'),
    lien: form.text('lien'),
    changement: oneLine('changement'),
    dossier: form.text('dossier'),
    amende: form.text('amende'),
  };
}

/** Name of the field of the form, by that of the document. */
const NAMES: Readonly<Record<string, string>> = {
  type: 'type',
  title: 'titre',
  summary: 'resume',
  reach: 'portee',
  assembly: 'assemblee',
  theme: 'theme',
  tags: 'etiquettes',
  territory: 'territoire',
  endedOn: 'fin',
  place: 'lieu',
  contact: 'contact',
  link: 'lien',
  text: 'texte',
  note: 'changement',
};

const worded = (refusals: Partial<Record<string, DocumentRefusal>>): Problems =>
  Object.fromEntries(
    Object.entries(refusals).map(([field, refusal]) => [
      NAMES[field] ?? field,
      documentProblems[refusal!](),
    ]),
  );

/** What is wrong with a version, by field of its form. */
export const versionProblems = (
  typed: Pick<TypedDocument, 'texte' | 'changement'>,
  how: { hasFile: boolean; isFirst: boolean },
): Problems => worded(checkVersion({ text: typed.texte, note: typed.changement }, how));

/** What is said of a document, as it was typed; `written` is there where nothing is wrong. */
export function readDocument(
  typed: TypedDocument,
  kind: DocumentKind,
): { written: WrittenDocument | null; problems: Problems } {
  const problems: Problems = {};
  const say = (name: string, refusal: DocumentRefusal) => {
    problems[name] ??= documentProblems[refusal]();
  };
  const type = TYPES_OF[kind].find((one) => one === typed.type);
  if (!type) say('type', 'type-missing');
  const reach = REACHES.find((one) => one === typed.portee);
  if (!reach) say('portee', 'reach-missing');
  const days = {
    seance: readTypedDay(typed.seance),
    debut: readTypedDay(typed.debut),
    fin: readTypedDay(typed.fin),
  };
  for (const [name, day] of Object.entries(days)) if (day === undefined) say(name, 'day-wrong');
  const point = readPoint(typed);
  if (!point.ok) say(point.field, 'point-wrong');
  const written: WrittenDocument = {
    type: type ?? 'other',
    title: typed.titre,
    summary: typed.resume,
    reach: reach ?? 'pole',
    assembly: typed.assemblee,
    level: LEVELS.find((one) => one === typed.niveau) ?? null,
    adoptedOn: days.seance ?? null,
    result: RESULTS.find((one) => one === typed.resultat) ?? null,
    theme: typed.theme,
    tags: readTags(typed.etiquettes),
    isTemplate: typed.modele === 'oui',
    territory: typed.territoire,
    beganOn: days.debut ?? null,
    endedOn: days.fin ?? null,
    place: typed.lieu,
    point: point.ok ? point.point : null,
    contact: typed.contact,
    link: typed.lien,
  };
  for (const [name, words] of Object.entries(worded(checkDocument(written))))
    problems[name] ??= words;
  return { written: Object.keys(problems).length === 0 ? written : null, problems };
}

/** null: none was typed; undefined: it is no day. */
function readTypedDay(typed: TypedDay): string | null | undefined {
  if (typed.day === '' && typed.month === '' && typed.year === '') return null;
  return readDay(typed) ?? undefined;
}
