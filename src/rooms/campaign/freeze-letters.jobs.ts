import { readNow, type Tx } from '../../platform/database/database.ts';
import { originOf } from '../../platform/http/origin.ts';
import type { RecordedFact } from '../../platform/journal/journal.ts';
import type { Tools } from '../../platform/room.ts';
import { urls } from '../../urls.ts';
import { type IdeaHolder, listHolders } from '../ideas/index.ts';
import { findContacts } from '../identity/index.ts';
import { queueLetter } from '../notifications/index.ts';
import { findOrganisation, findPromotionPause } from '../organisations/index.ts';
import { listHolderIds, listProjects, type Project } from '../projects/index.ts';
import { findEditionById } from '../spaces/index.ts';
import { writeFreezeLetter } from './freeze-letter.mails.ts';

/** Days after which it is no news any more: a list that is told afterwards writes to nobody. */
const NEWS_DAYS = 7;
/** Projects whose holders are written to in one transaction. */
const BATCH = 50;

type Reader = Pick<IdeaHolder, 'personId' | 'locale'> & { email: string };

/** The list is frozen: each holder is told the number of their project, once, and where its kit is (R49, R51). */
export async function tellHolders(fact: RecordedFact, { db, config }: Tools): Promise<void> {
  const { organisationId, subject, detail, recordedAt } = fact;
  // a list of the past comes with its own numbers, long known
  if (detail.order !== 'drawn-by-lot') return;
  const now = await readNow(db);
  if (now.getTime() - recordedAt.getTime() > NEWS_DAYS * 24 * 3_600_000) return;
  const edition = await findEditionById(db, organisationId, subject.id ?? '');
  const organisation = await findOrganisation(db, organisationId);
  if (!edition || edition.archivedAt || !organisation) return;
  const pause = await findPromotionPause(db, organisationId);
  const projects = await listProjects(db, organisationId, edition.id);
  const origin = originOf(organisation.host, config);
  for (let from = 0; from < projects.length; from += BATCH)
    await db.transaction().execute(async (tx) => {
      for (const project of projects.slice(from, from + BATCH)) {
        const { id, number, title } = project;
        if (number === null) continue;
        for (const { personId, email, locale } of await listReaders(tx, organisationId, project))
          await queueLetter(tx, {
            organisationId,
            topic: 'my-ideas',
            personId,
            address: email,
            locale,
            ...writeFreezeLetter(
              {
                organisation: organisation.name,
                edition: edition.title,
                project: { number, title },
                address:
                  origin +
                  (personId === null
                    ? urls.projectShare({ edition: edition.slug, project: number })
                    : urls.holderProject({ project: id })),
                hasAccount: personId !== null,
                pause: pause?.reason ?? null,
              },
              locale,
            ),
            target: { kind: 'project', id },
            onceKey: `project-number:${id}:${personId ?? email}`,
          });
      }
    });
}

/** Those who hold the project here, and those of its ideas who have a mailbox and no account. */
async function listReaders(tx: Tx, organisationId: string, project: Project): Promise<Reader[]> {
  const [contacts, ofIdeas] = await Promise.all([
    findContacts(tx, organisationId, listHolderIds(project)),
    listHolders(tx, organisationId, project.ideaIds),
  ]);
  return [
    ...[...contacts].map(([personId, { email, locale }]) => ({ personId, email, locale })),
    ...ofIdeas.flatMap(({ personId, email, locale }) =>
      personId === null && email !== null ? [{ personId, email, locale }] : [],
    ),
  ];
}
