import { type Database, type Db, readNow, type Tx } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import type { Jobs } from '../../platform/jobs/worker.ts';
import type { Tools } from '../../platform/room.ts';
import { listAuthors, listSupporters } from '../ideas/index.ts';
import { listReaders } from '../identity/index.ts';
import { type LetterReader, listAskers, queueLetters } from '../notifications/index.ts';
import { findOrganisation, findPromotionPause } from '../organisations/index.ts';
import { findEditionById } from '../spaces/index.ts';
import { forgetWhoAnswered } from './answer.store.ts';
import { writeInvitation } from './invitation.mails.ts';
import { afterPause, lockMailing, moveMailing, PARTS, type Part } from './mailing.store.ts';
import { lockSurvey } from './survey.store.ts';
import { stateOf } from './survey.ts';
import { queueInvitation } from './survey-writing.store.ts';

interface SurveyKey {
  organisationId: string;
  surveyId: string;
}

export function surveyJobs({ db, config }: Tools): Jobs {
  return {
    /**
     * As it opens. Killed in the middle it goes on where it was; moved to later, the job of the new date writes. A
     * pre-electoral period holds it (L52-1): it leaves after, should the questionnaire still be open.
     */
    'invite-to-survey': async (key: SurveyKey) => {
      while (await inviteSome(db, config, key));
    },
    /** As it closes: who answered is forgotten. */
    'close-survey': ({ organisationId, surveyId }: SurveyKey) =>
      forgetWhoAnswered(db, organisationId, surveyId),
  };
}

/** Letters queued in one transaction. */
const BATCH = 500;

/** Writes to the next readers; the dates are read again each time. False: nobody is left now. */
async function inviteSome(
  db: Database,
  config: Tools['config'],
  { organisationId, surveyId }: SurveyKey,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const survey = await lockSurvey(tx, organisationId, surveyId);
    // of an edition: `survey_invites_to_edition`
    if (!survey?.invites || stateOf(survey, await readNow(tx)) !== 'open') return false;
    const [organisation, edition] = [
      await findOrganisation(tx, organisationId),
      await findEditionById(tx, organisationId, survey.place.id),
    ];
    if (!organisation || !edition?.openedAt) return false;
    const mailing = await lockMailing(tx, organisationId, surveyId);
    if (mailing.endedAt) return false;
    const pause = await findPromotionPause(tx, organisationId);
    if (pause) {
      await queueInvitation(tx, { organisationId, surveyId }, afterPause(pause));
      return false;
    }
    const { part, place } = mailing;
    const page = await listPart(tx, { organisationId, surveyId }, edition.id, part, place);
    const origin = originOf(organisation.host, config);
    let written = 0;
    for (const locale of ['fr', 'en'] as const)
      written += await queueLetters(
        tx,
        {
          organisationId,
          locale,
          ...writeInvitation({ organisation, edition, survey, origin }, locale),
          target: { kind: 'edition', id: edition.id },
        },
        page.readers.filter((reader) => reader.locale === locale),
      );
    const next = PARTS[PARTS.indexOf(part) + 1];
    const to = page.last ? { part, place: page.last } : next ? { part: next, place: null } : null;
    await moveMailing(tx, organisationId, surveyId, to, written);
    return to !== null;
  });
}

const LISTS = {
  holders: listAuthors,
  supporters: listSupporters,
  askers: (tx: Db, organisationId: string, _: string, after: string | null, limit: number) =>
    listAskers(tx, organisationId, 'calendar', after, limit),
} satisfies Record<Part, typeof listAuthors>;

/** Those who hold or support an idea of the edition, then those who asked for the steps of every edition; never the roll. */
async function listPart(
  tx: Tx,
  { organisationId, surveyId }: SurveyKey,
  editionId: string,
  part: Part,
  place: string | null,
): Promise<{ readers: (LetterReader & { locale: 'fr' | 'en' })[]; last: string | null }> {
  const ids = await LISTS[part](tx, organisationId, editionId, place, BATCH);
  const readers = await listReaders(tx, organisationId, ids);
  return {
    readers: readers.map(({ id, email, locale }) => ({
      personId: id,
      address: email,
      locale,
      topic: part === 'askers' ? 'calendar' : 'editions',
      onceKey: `survey:${surveyId}:${id}`,
    })),
    last: ids.length < BATCH ? null : ids.at(-1)!,
  };
}
