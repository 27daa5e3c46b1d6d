import * as m from '../../paraglide/messages.js';
import type { Form } from '../../platform/http/form.ts';
import type { Problems } from '../../ui/form.tsx';
import { readCounty } from './counties.ts';
import { checkGroup, GROUP_KINDS, type Group, type WrittenGroup } from './group.ts';
import type { TypedGroup } from './group-form.page.tsx';
import { groupProblems } from './group-words.page.ts';
import { readPoint } from './point.ts';

export const EMPTY: TypedGroup = {
  kind: '',
  name: '',
  presentation: '',
  place: '',
  county: '',
  latitude: '',
  longitude: '',
  joining: 'open',
};

/** A group as its form proposes it. */
export function typeGroup({ point, ...group }: Group): TypedGroup {
  const degrees = (value: number | undefined) =>
    value === undefined ? '' : String(value).replace('.', ',');
  const { kind, name, presentation, place, county, joining } = group;
  const latitude = degrees(point?.latitude);
  return {
    kind,
    name,
    presentation,
    place,
    county,
    joining,
    latitude,
    longitude: degrees(point?.longitude),
  };
}

export function readTyped(form: Form): TypedGroup {
  const oneLine = (name: string) => form.text(name).replaceAll(/\s+/g, ' ').trim();
  return {
    kind: form.text('genre'),
    name: oneLine('nom'),
    presentation: form.text('presentation'),
    place: oneLine('lieu'),
    county: form.text('departement'),
    latitude: form.text('latitude'),
    longitude: form.text('longitude'),
    joining: form.text('entree'),
  };
}

const JOININGS = ['open', 'approval'] as const;

/** Name of the field of the form. */
const NAMES = {
  name: 'nom',
  presentation: 'presentation',
  place: 'lieu',
  county: 'departement',
} as const;

/** As they follow each other in the form. */
const FIELDS = [
  'nom',
  'genre',
  'presentation',
  'lieu',
  'departement',
  'latitude',
  'longitude',
  'entree',
];

export function readGroup(
  typed: TypedGroup,
): { ok: true; written: WrittenGroup } | { ok: false; problems: Problems } {
  const problems: Problems = {};
  const kind = GROUP_KINDS.find((one) => one === typed.kind);
  if (!kind) problems.genre = m.groups_problem_kind();
  const county = typed.county === '' ? '' : readCounty(typed.county);
  if (county === null) problems.departement = m.groups_problem_county();
  const joining = JOININGS.find((one) => one === typed.joining);
  if (!joining) problems.entree = m.groups_problem_joining();
  const read = readPoint(typed);
  if (!read.ok) problems[read.field] = m.groups_problem_degrees();
  const { name, presentation, place } = typed;
  const written: WrittenGroup = {
    kind: kind ?? 'thematic',
    name,
    presentation,
    place,
    county: county ?? '',
    point: read.ok ? read.point : null,
    joining: joining ?? 'open',
  };
  for (const [field, refusal] of Object.entries(checkGroup(written)))
    problems[NAMES[field as keyof typeof NAMES]] ??= groupProblems[refusal]();
  if (Object.keys(problems).length === 0) return { ok: true, written };
  // the summary names them as the form goes
  const found = Object.entries(problems).sort(
    ([one], [other]) => FIELDS.indexOf(one) - FIELDS.indexOf(other),
  );
  return { ok: false, problems: Object.fromEntries(found) };
}
