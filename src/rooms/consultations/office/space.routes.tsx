import type { VNode } from 'preact';
import * as m from '../../../paraglide/messages.js';
import type { Address } from '../../../platform/http/address.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, type SignedInVisit, seeOther } from '../../../platform/http/visit.ts';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { ConfirmPage } from '../../../ui/next-step.tsx';
import { urls } from '../../../urls.ts';
import { listGrantsInSpace } from '../../identity/index.ts';
import { listCoOrganisers } from '../co-organiser.store.ts';
import { listComponents } from '../component.store.ts';
import { loadSpaceForTeam } from '../load.routes.ts';
import { countMembers } from '../member.store.ts';
import { countParticipants } from '../participant.store.ts';
import type { Space } from '../space.ts';
import { abandonSpace, closeSpace, openSpace } from '../space-writing.store.ts';
import { listThemes } from '../theme.store.ts';
import { actOf, answerForm } from './office.routes.ts';
import { sayRefusal } from './office-words.page.ts';
import { OfficeSpacePage } from './space.page.tsx';

type OfSpace = SignedInVisit<'space'>;

/** An act on a whole space that is asked for once more before it is done. */
interface SpaceChange {
  address: Address<`${string}:space${string}`>;
  run: typeof openSpace | typeof closeSpace | typeof abandonSpace;
  notice: string;
  question: (space: { title: string }) => string;
  words: (space: Space) => string;
  submit: () => string;
  isDangerous: boolean;
}

const CHANGES: readonly SpaceChange[] = [
  {
    address: urls.adminSpaceOpen,
    run: openSpace,
    notice: 'space-opened',
    question: m.spaceoffice_open_question,
    words: ({ isPrivate }) =>
      isPrivate ? m.spaceoffice_open_words_private() : m.spaceoffice_open_words(),
    submit: m.spaceoffice_open_it,
    isDangerous: false,
  },
  {
    address: urls.adminSpaceClose,
    run: closeSpace,
    notice: 'space-closed',
    question: m.spaceoffice_close_question,
    words: () => m.spaceoffice_close_words(),
    submit: m.spaceoffice_close,
    isDangerous: true,
  },
  {
    address: urls.adminSpaceAbandon,
    run: abandonSpace,
    notice: 'space-abandoned',
    question: m.spaceoffice_abandon_question,
    words: () => m.spaceoffice_abandon_words(),
    submit: m.spaceoffice_abandon,
    isDangerous: true,
  },
];

export const spaceRoutes: readonly Route[] = [
  get(urls.adminSpace, 'space-organiser', async (visit) => {
    const { db, organisation } = visit;
    const space = await loadSpaceForTeam(visit);
    const [themes, components, coOrganisers, team, members, participants] = await Promise.all([
      listThemes(db, organisation.id, space.id),
      listComponents(db, organisation.id, space.id),
      listCoOrganisers(db, organisation.id, space.id),
      listGrantsInSpace(db, organisation.id, space.id),
      countMembers(db, organisation.id, space.id),
      countParticipants(db, organisation.id, space.id),
    ]);
    return page({
      title: space.title,
      section: 'admin',
      body: (
        <OfficeSpacePage
          space={space}
          counts={{
            themes: themes.length,
            components: components.filter(({ isHidden }) => !isHidden).length,
            coOrganisers: coOrganisers.length,
            team: new Set(team.map(({ personId }) => personId)).size,
            members,
            participants,
          }}
        />
      ),
    });
  }),

  ...CHANGES.flatMap((change): Route[] => [
    get(change.address, 'space-organiser', async (visit) =>
      answerForm(...confirm(change, await loadSpaceForTeam(visit as OfSpace), {})),
    ),
    post(change.address, 'space-organiser', async (visit) => {
      const space = await loadSpaceForTeam(visit as OfSpace);
      const done = await change.run(visit.db, actOf(visit), space.id);
      if (!done.ok)
        return answerForm(...confirm(change, space, { form: sayRefusal(done.refusal) }));
      return seeOther(
        visit,
        change.run === abandonSpace ? urls.adminSpaces() : urls.adminSpace({ space: space.slug }),
        change.notice,
      );
    }),
  ]),
];

function confirm(
  { address, question, words, submit, isDangerous }: SpaceChange,
  space: Space,
  problems: Problems,
): [string, { problems: Problems }, VNode] {
  const at = { space: space.slug };
  const title = question({ title: space.title });
  return [
    title,
    { problems },
    <Column>
      <ErrorSummary problems={problems} />
      <ConfirmPage
        question={title}
        form={
          <Form action={address(at)}>
            <SubmitButton kind={isDangerous ? 'danger' : 'primary'} size="large">
              {submit()}
            </SubmitButton>
          </Form>
        }
        cancelHref={urls.adminSpace(at)}
        cancelLabel={m.spaceoffice_back()}
      >
        <p>{words(space)}</p>
      </ConfirmPage>
    </Column>,
  ];
}
