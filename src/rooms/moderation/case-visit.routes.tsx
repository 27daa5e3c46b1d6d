import { readNow } from '../../platform/database/database.ts';
import { found, notFound } from '../../platform/http/refused.ts';
import { mayEverywhere, mayInSpace } from '../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit } from '../../platform/http/visit.ts';
import type { Problems } from '../../ui/form.tsx';
import { listNicknames } from '../identity/index.ts';
import { listArticles } from './articles.store.ts';
import { CasePage } from './case.page.tsx';
import { findCase, findRequest, listCasesOfAuthor, listReports } from './case.store.ts';
import { findAppeal, findHidingOfCase } from './hiding.store.ts';
import type { FormName, TypedJudgement } from './judgement-forms.page.tsx';
import type { ModerationCase } from './moderation.ts';
import { findSanctions } from './suspension.store.ts';

export type OfCase = SignedInVisit<'case'>;

/** A case that this moderator may judge: everywhere, or of a space that they moderate. */
export async function loadCase({
  db,
  organisation,
  params,
  visitor,
}: OfCase): Promise<ModerationCase> {
  const one = found(await findCase(db, organisation.id, params.case), 'case');
  const may = one.spaceId
    ? mayInSpace('moderator', visitor, one.spaceId)
    : mayEverywhere('moderator', visitor);
  if (!may) throw notFound('case');
  return one;
}

interface Shown {
  sent: FormName;
  typed: TypedJudgement;
  problems: Problems;
  status: 409 | 422;
}

const NOTHING: TypedJudgement = { article: '', words: '', days: '', outcome: '' };

export async function showCase(
  visit: OfCase,
  one: ModerationCase,
  shown: Shown | null = null,
): Promise<Answer> {
  const { db, organisation, visitor } = visit;
  const of = [db, organisation.id, one.id] as const;
  const [contribution, reports, request, hiding, sanctions, others, articles, now] =
    await Promise.all([
      visit.findContribution(one.targetKind, one.targetId),
      listReports(...of),
      findRequest(...of),
      findHidingOfCase(...of),
      findSanctions(...of),
      one.authorId ? listCasesOfAuthor(db, organisation.id, one.authorId, one.id) : [],
      listArticles(db, organisation),
      readNow(db),
    ]);
  const people = [one.authorId, ...reports.map(({ personId }) => personId)];
  return page({
    title: one.title,
    ...(shown && { status: shown.status, faulty: true }),
    body: (
      <CasePage
        one={one}
        contribution={contribution}
        reports={reports}
        request={request}
        hiding={hiding}
        appeal={hiding && (await findAppeal(db, organisation.id, hiding.id))}
        sanctions={sanctions}
        others={others}
        articles={articles}
        now={now}
        nicknames={
          await listNicknames(
            db,
            organisation.id,
            people.filter((id) => id !== null),
          )
        }
        isOwn={one.authorId === visitor.id}
        sent={shown?.sent ?? null}
        typed={shown?.typed ?? NOTHING}
        problems={shown?.problems ?? {}}
      />
    ),
  });
}
