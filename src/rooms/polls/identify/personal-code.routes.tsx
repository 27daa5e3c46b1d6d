import { post, type Route } from '../../../platform/http/route.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { CodeForm } from '../../electorate/index.page.ts';
import { CODE_FIELD, redeemCode, writeMark } from '../../electorate/index.ts';
import { claimOf } from '../ballot/voter.routes.tsx';
import { findElector } from '../box/elector.store.ts';
import {
  type Identifying,
  type IdentityVisit,
  keepProof,
  loadIdentifying,
  showRefused,
} from './identifying.routes.tsx';

type State = Pick<Parameters<typeof CodeForm>[0], 'typed' | 'refusal'>;

/** The code of a letter: it opens the way to one vote, until somebody has voted with it. */
export const personalCodeRoutes: readonly Route[] = [
  post(
    urls.voteIdentityCode,
    'anyone',
    async (visit) => {
      const loaded = await loadIdentifying(visit, 'code');
      if ('answer' in loaded) return loaded.answer;
      const { db, config, organisation, address } = visit;
      const { poll, edition } = loaded;
      const keys = openKeys(config.keysFolder);
      const typed = (await visit.form()).text(CODE_FIELD);
      const at = { organisationId: organisation.id, editionId: edition.id };
      const browser = claimOf(visit).passToken || null;
      const redeemed = await redeemCode(db, keys, at, typed, { address, browser });
      if (!redeemed.ok)
        return showRefused(
          loaded,
          drawPersonalCode(visit, loaded, { typed, refusal: redeemed.refusal }),
          redeemed,
        );
      const marks = redeemed.marks.map((mark) => writeMark(keys.rollKey(), poll.id, mark));
      const line = await findElector(db, poll.id, marks);
      if (line === 'mark-used' || (line && line.channel !== 'none'))
        return showRefused(loaded, drawPersonalCode(visit, loaded, { refusal: 'code-used' }));
      const { birthDate, livesHere } = redeemed;
      return keepProof(visit, loaded, { method: 'code', marks, birthDate, livesHere });
    },
    { unlogged: true },
  ),
];

export function drawPersonalCode(_: IdentityVisit, { edition }: Identifying, state: State = {}) {
  return <CodeForm action={urls.voteIdentityCode({ edition: edition.slug })} {...state} />;
}
