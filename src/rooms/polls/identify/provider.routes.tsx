import { get, type Route } from '../../../platform/http/route.ts';
import { seeOther } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import { writeMark } from '../../electorate/index.ts';
import {
  finishProviderProof,
  listOfferedProviders,
  startProviderProof,
} from '../../identity/index.routes.ts';
import { providerSubject } from '../box/voter.store.ts';
import {
  type Identifying,
  type IdentityVisit,
  keepProof,
  loadIdentifying,
} from './identifying.routes.tsx';
import { ProviderChoice } from './provider.page.tsx';

/** An identity proven elsewhere (OpenID Connect), for this vote alone: there, and back (R105). */
export const providerRoutes: readonly Route[] = [
  get(
    urls.voteIdentityProvider,
    'anyone',
    async (visit) => {
      const loaded = await loadIdentifying(visit, 'provider');
      if ('answer' in loaded) return loaded.answer;
      const back = urls.voteIdentityProviderBack({ edition: loaded.edition.slug });
      return startProviderProof(visit, visit.params.provider, back);
    },
    { unlogged: true },
  ),

  get(
    urls.voteIdentityProviderBack,
    'anyone',
    async (visit) => {
      const loaded = await loadIdentifying(visit, 'provider');
      if ('answer' in loaded) return loaded.answer;
      const at = { edition: loaded.edition.slug };
      const proof = await finishProviderProof(visit, urls.voteIdentityProviderBack(at));
      if (!proof)
        return seeOther(visit, urls.voteIdentity(at, { par: 'provider' }), 'provider-not-proven');
      const rollKey = openKeys(visit.config.keysFolder).rollKey();
      const mark = { kind: 'provider', value: providerSubject(proof) } as const;
      return keepProof(visit, loaded, {
        method: 'provider',
        marks: [writeMark(rollKey, loaded.poll.id, mark)],
        birthDate: proof.birthDate,
      });
    },
    { unlogged: true },
  ),
];

export async function drawProviders(visit: IdentityVisit, { edition }: Identifying) {
  const offered = await listOfferedProviders(visit);
  return (
    <ProviderChoice
      providers={offered.map(({ id, name }) => ({
        name,
        href: urls.voteIdentityProvider({ edition: edition.slug, provider: id }),
      }))}
      points={urls.votePoints({ edition: edition.slug })}
    />
  );
}
