import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findOfficeEdition } from '../../spaces/index.routes.ts';
import type { Edition } from '../../spaces/index.ts';
import { actOf } from './asking.routes.ts';
import { LONGEST } from './decision.ts';
import { listReasons, saveReasons } from './reason.store.ts';
import { ReasonsPage, type TypedReasonLine } from './reasons.page.tsx';

/** Lines more than there are reasons, to add some. */
const SPARE = 2;
const MOST_REASONS = 40;

/** The list of reasons of an edition (R45). */
export const reasonsRoutes: readonly Route[] = [
  get(urls.adminRefusalReasons, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const reasons = await listReasons(visit.db, visit.organisation.id, edition.id);
    const lines = reasons.map((reason, index) => ({
      ...reason,
      isOffered: !reason.isClosed,
      position: String(index + 1),
    }));
    return reasonsPage(edition, [...lines, ...listSpare(lines.length)], {});
  }),

  post(urls.adminRefusalReasons, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const lines = readLines(await visit.form());
    const problems = checkLines(lines);
    if (Object.keys(problems).length > 0) return reasonsPage(edition, lines, problems);
    const typed = lines
      .filter(({ id, french }) => id !== '' || french !== '')
      .sort((a, b) => Number(a.position) - Number(b.position))
      .map(({ id, french, english, isInadmissible, isOffered }) => ({
        id: id === '' ? null : id,
        french,
        english,
        isInadmissible,
        isClosed: !isOffered,
      }));
    const saved = await saveReasons(visit.db, actOf(visit), edition.id, typed);
    if (!saved.ok) return reasonsPage(edition, lines, { form: m.decide_problem_reason_twice() });
    const back = urls.adminRefusalReasons({ edition: edition.slug });
    return seeOther(visit, back, 'decide-reasons-saved');
  }),
];

function listSpare(from: number): TypedReasonLine[] {
  return Array.from({ length: SPARE }, (_, index) => ({
    id: '',
    french: '',
    english: '',
    isInadmissible: false,
    isOffered: true,
    position: String(from + index + 1),
  }));
}

function readLines(form: Form): TypedReasonLine[] {
  const count = Math.min(Number(form.text('lignes')) || 0, MOST_REASONS);
  const text = (name: string) => form.text(name).replaceAll(/\s+/g, ' ');
  return Array.from({ length: count }, (_, index) => ({
    id: text(`id-${index}`),
    french: text(`french-${index}`),
    english: text(`english-${index}`),
    isInadmissible: form.has(`inadmissible-${index}`),
    isOffered: form.has(`offered-${index}`),
    position: text(`position-${index}`),
  }));
}

function checkLines(lines: readonly TypedReasonLine[]): Problems {
  const problems: Problems = {};
  const offered = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (line.id === '' && line.french === '') continue;
    const words = line.french.toLowerCase();
    if (line.french === '') problems[`french-${index}`] = m.decide_problem_reason_empty();
    for (const field of ['french', 'english'] as const)
      if ([...line[field]].length > LONGEST.reason)
        problems[`${field}-${index}`] = m.decide_problem_too_long({ max: LONGEST.reason });
    if (line.isOffered && offered.has(words))
      problems[`french-${index}`] = m.decide_problem_reason_twice();
    if (line.isOffered) offered.add(words);
    if (!/^\d{1,3}$/.test(line.position))
      problems[`position-${index}`] = m.decide_problem_position();
  }
  return problems;
}

function reasonsPage(
  edition: Edition,
  lines: readonly TypedReasonLine[],
  problems: Problems,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title: m.decide_reasons_title(),
    section: 'admin',
    ...(faulty && { status: 422, faulty }),
    body: <ReasonsPage edition={edition} lines={lines} problems={problems} />,
  });
}
