import { inTransaction } from '../../src/platform/database/transaction.ts';
import { closeAssembly } from '../../src/rooms/assemblies/assembly-writing.store.ts';
import { completeRoll } from '../../src/rooms/assemblies/roll.store.ts';
import { openVote } from '../../src/rooms/assemblies/vote.store.ts';
import { admitMember } from '../../src/rooms/consultations/index.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { makeAssembly } from '../make/assemblies.ts';
import type { MadePerson } from '../make/people.ts';
import type { Particulars } from './stage.ts';

/** Assemblies that somebody is on the roll of: one with a vote under way, one that opens, one that is over. */
export async function holdAssemblies(site: BrowserSite, person: MadePerson): Promise<Particulars> {
  const act = { organisationId: site.organisationId, by: null };
  const voting = await makeAssembly(site, { quorum: 0, mostProxies: 2 });
  await inTransaction(site.db, (tx) =>
    admitMember(tx, act, voting.space.id, { personId: person.id, endsAt: null }),
  );
  await completeRoll(site.db, act, voting.assembly);
  const opened = await openVote(site.db, site.config, act, voting.assembly, {
    itemId: voting.itemId,
    mode: 'secret',
    majority: 'simple',
    minutes: 600,
  });
  if (!opened.ok) throw new Error(opened.refusal);
  const convened = await makeAssembly(site, { state: 'convened' });
  const open = await makeAssembly(site);
  const over = await makeAssembly(site);
  await closeAssembly(site.db, act, over.assembly.id);
  const both = ['resident', 'officer'] as const;
  const office = ['officer', 'administrator'] as const;
  const { space, component } = voting.at;
  return {
    [urls.assemblies.pattern]: { path: urls.assemblies({ space, component }), roles: both },
    [urls.newAssembly.pattern]: { path: urls.newAssembly({ space, component }), roles: office },
    [urls.assembly.pattern]: { path: urls.assembly(voting.at), roles: both },
    [urls.assemblySettings.pattern]: { path: urls.assemblySettings(convened.at), roles: office },
    [urls.assemblyRoll.pattern]: { path: urls.assemblyRoll(open.at), roles: office },
    [urls.newAssemblyItem.pattern]: { path: urls.newAssemblyItem(open.at), roles: office },
    [urls.assemblyItem.pattern]: {
      path: urls.assemblyItem({ ...open.at, item: open.itemId }),
      roles: office,
    },
    [urls.assemblyVoteOpen.pattern]: {
      path: urls.assemblyVoteOpen({ ...open.at, item: open.itemId }),
      roles: office,
    },
    [urls.assemblyVote.pattern]: {
      path: urls.assemblyVote({ ...voting.at, vote: opened.id }),
      roles: both,
    },
    [urls.assemblyMinutes.pattern]: { path: urls.assemblyMinutes(over.at), roles: office },
  };
}
