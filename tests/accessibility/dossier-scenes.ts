import { randomUUID } from 'node:crypto';
import { setLead } from '../../src/rooms/dossiers/joining.store.ts';
import { addTask } from '../../src/rooms/dossiers/task.store.ts';
import { urls } from '../../src/urls.ts';
import type { BrowserSite } from '../browser.ts';
import { joinDossier, makeDossier } from '../make/dossiers.ts';
import type { MadePerson } from '../make/people.ts';
import type { Particulars } from './stage.ts';

/** A dossier that a resident leads with others, with a task. */
export async function workTogether(site: BrowserSite, person: MadePerson): Promise<Particulars> {
  const made = await makeDossier(site, { reach: 'space' });
  await joinDossier(site, made, person);
  const act = { organisationId: site.organisationId, by: made.lead.id };
  await setLead(site.db, act, made.dossier.id, person.id, true);
  const written = { words: 'Écrire au préfet', assigneeId: person.id, dueOn: '2199-12-01' };
  const added = await addTask(site.db, act, made.dossier.id, written, randomUUID());
  if (!added.ok) throw new Error(added.refusal);
  const { at } = made;
  const roles = ['resident'] as const;
  const of = (path: string) => ({ path, roles });
  return {
    [urls.dossiers.pattern]: of(urls.dossiers(at)),
    [urls.newDossier.pattern]: of(urls.newDossier(at)),
    [urls.dossier.pattern]: of(urls.dossier(at)),
    [urls.changeDossier.pattern]: of(urls.changeDossier(at)),
    [urls.closeDossier.pattern]: of(urls.closeDossier(at)),
    [urls.dossierMembers.pattern]: of(urls.dossierMembers(at)),
    [urls.dossierTasks.pattern]: of(urls.dossierTasks(at)),
    [urls.dossierTask.pattern]: of(urls.dossierTask({ ...at, task: added.task.id })),
  };
}
