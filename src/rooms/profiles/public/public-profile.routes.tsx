import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { page, seeOther } from '../../../platform/http/visit.ts';
import { urls } from '../../../urls.ts';
import { findByNicknameKeys, listPublicNicknames, nicknameKey } from '../../identity/index.ts';
import { listOfficials } from '../officials/official.store.ts';
import { isProfileClosed, setProfileClosed } from './profile.store.ts';
import { PublicProfilePage } from './public-profile.page.tsx';

/** Nothing about people belongs in an index of the web. */
const UNINDEXED = { 'x-robots-tag': 'noindex, nofollow' };

/** What everybody may know of somebody (R135): no name, no address, no vote, no support. Children have none. */
export const publicProfileRoutes: readonly Route[] = [
  get(urls.publicProfile, 'anyone', async (visit) => {
    const { db, organisation, params, visitor } = visit;
    const key = nicknameKey(params.person.slice(0, 200));
    const id = found((await findByNicknameKeys(db, organisation.id, [key])).get(key), 'person');
    const nickname = found((await listPublicNicknames(db, organisation.id, [id])).get(id));
    if (nickname !== params.person)
      return seeOther(visit, urls.publicProfile({ person: nickname }));
    const [isClosed, officials] = await Promise.all([
      isProfileClosed(db, organisation.id, id),
      listOfficials(db, organisation.id, [id]),
    ]);
    const parts = isClosed ? null : await visit.listProfileParts(id);
    return page({
      title: nickname,
      headers: UNINDEXED,
      body: (
        <PublicProfilePage
          nickname={nickname}
          official={officials.get(id) ?? null}
          parts={parts}
          isOwn={visitor?.id === id}
        />
      ),
    });
  }),

  post(urls.closeOwnProfile, 'signed-in', async (visit) => {
    const { db, organisation, visitor } = visit;
    const isClosed = (await visit.form()).text('profil') === 'ferme';
    await setProfileClosed(db, organisation.id, visitor.id, isClosed);
    const notice = isClosed ? 'profile-closed' : 'profile-opened';
    return seeOther(visit, urls.ownProfile(), notice);
  }),
];
