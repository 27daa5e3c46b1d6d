import * as m from '../../../paraglide/messages.js';
import type { Form } from '../../../platform/http/form.ts';
import { originOf } from '../../../platform/http/origin.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, seeOther } from '../../../platform/http/visit.ts';
import type { Problems } from '../../../ui/form.tsx';
import { urls } from '../../../urls.ts';
import { findOfficeEdition, type OfficeVisit } from '../../spaces/index.routes.ts';
import type { Edition } from '../../spaces/index.ts';
import { actOf } from './asking.routes.ts';
import { writeDecision } from './decision.mails.ts';
import { OUTCOMES } from './decision.ts';
import { LetterWordsPage, wordField } from './letter-words.page.tsx';
import { findLetterWords, saveLetterWords } from './letter-words.store.ts';
import { type LetterWords, LONGEST_WORDS, WORD_KEYS, WORD_LOCALES } from './letter-words.ts';
import { listReasons } from './reason.store.ts';
import { outcomeWords } from './words.page.tsx';

/** The words around decisions, and those of the meeting where they are told together (R46). */
export const letterWordsRoutes: readonly Route[] = [
  get(urls.adminDecisionWords, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const { words, version } = await findLetterWords(visit.db, visit.organisation.id, edition.id);
    return wordsPage(visit, edition, words, version);
  }),

  post(urls.adminDecisionWords, 'officer', async (visit) => {
    const edition = await findOfficeEdition(visit);
    const form = await visit.form();
    const words = readTyped(form);
    const version = Number(form.text('version'));
    const problems: Problems = {};
    for (const [field, value] of listFields(words))
      if ([...value].length > LONGEST_WORDS)
        problems[field] = m.decide_problem_too_long({ max: LONGEST_WORDS });
    if (Object.keys(problems).length > 0)
      return wordsPage(visit, edition, words, version, { problems });
    const saved = await saveLetterWords(visit.db, actOf(visit), edition.id, words, version);
    const back = urls.adminDecisionWords({ edition: edition.slug });
    if (saved.ok) return seeOther(visit, back, 'decide-words-saved');
    const theirs = new Map(listFields(saved.saved.words));
    for (const [field, value] of listFields(words)) {
      const other = theirs.get(field)!;
      if (other !== value)
        problems[field] =
          other === '' ? m.decide_conflict_empty() : m.decide_conflict_field({ saved: other });
    }
    if (Object.keys(problems).length === 0) return seeOther(visit, back, 'decide-words-saved');
    return wordsPage(visit, edition, words, saved.saved.version, { problems, conflict: true });
  }),
];

const KEYS = [...WORD_KEYS, 'meeting'] as const;

function listFields(words: LetterWords): [field: string, value: string][] {
  return WORD_LOCALES.flatMap((locale) =>
    KEYS.map((key): [string, string] => [wordField(locale, key), words[locale][key]]),
  );
}

function readTyped(form: Form): LetterWords {
  const of = (locale: (typeof WORD_LOCALES)[number]) =>
    Object.fromEntries(KEYS.map((key) => [key, form.text(wordField(locale, key))]));
  return { fr: of('fr'), en: of('en') } as LetterWords;
}

async function wordsPage(
  visit: OfficeVisit,
  edition: Edition,
  words: LetterWords,
  version: number,
  { problems = {}, conflict = false }: { problems?: Problems; conflict?: boolean } = {},
): Promise<Answer> {
  const { db, organisation, config, visitor } = visit;
  const [reason] = await listReasons(db, organisation.id, edition.id);
  const faulty = Object.keys(problems).length > 0;
  const samples = WORD_LOCALES.flatMap((locale) =>
    OUTCOMES.map((outcome) => {
      const decision = {
        outcome,
        publicText: m.decide_sample_text({}, { locale }),
        personalText: '',
        before: null,
      };
      const about = {
        organisation,
        edition,
        origin: originOf(organisation.host, config),
        words,
        idea: { number: 12, title: m.decide_sample_title({}, { locale }) },
        reason: outcome === 'refused' ? (reason ?? null) : null,
        decision,
      };
      const { text } = writeDecision(about, { name: visitor.nickname, locale });
      return { label: `${outcomeWords[outcome]()} (${locale})`, text };
    }),
  );
  return page({
    title: m.decide_words_title(),
    section: 'admin',
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body: (
      <LetterWordsPage
        edition={edition}
        words={words}
        version={version}
        problems={problems}
        conflict={conflict}
        samples={samples}
      />
    ),
  });
}
