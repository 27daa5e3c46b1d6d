import { createHash } from 'node:crypto';
import type { Db, Tx } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { deleteFile, publishFiles } from '../../../platform/files/index.ts';
import type { VisitedOrganisation } from '../../../platform/http/visit.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { OrganisationSettings } from '../organisation.ts';

interface Act {
  organisationId: string;
  by: string;
}

export type SettingsWritten =
  | { ok: true }
  | { ok: false; refusal: 'changed-meanwhile'; saved: OrganisationSettings };

export async function getSettings(db: Db, organisationId: string): Promise<OrganisationSettings> {
  const row = await db
    .selectFrom('organisation')
    .select(columns)
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow();
  return asSettings(row);
}

/** Short print of what a form was made from: another one means that somebody saved in between. */
export function markOrganisation(settings: OrganisationSettings): string {
  return createHash('sha256').update(JSON.stringify(settings)).digest('hex').slice(0, 16);
}

/** Changes what an organisation says of itself. The caller has checked it. */
export async function changeOrganisation(
  db: Db,
  act: Act,
  settings: OrganisationSettings,
  mark: string,
): Promise<SettingsWritten> {
  return inTransaction(db, async (tx): Promise<SettingsWritten> => {
    const row = await tx
      .selectFrom('organisation')
      .select(columns)
      .where('id', '=', act.organisationId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const before = asSettings(row);
    if (mark !== markOrganisation(before))
      return { ok: false, refusal: 'changed-meanwhile', saved: before };
    const changes = Object.fromEntries(
      (Object.keys(settings) as (keyof OrganisationSettings)[])
        .filter((field) => before[field] !== settings[field])
        .map((field) => [field, { from: before[field], to: settings[field] }]),
    );
    if (Object.keys(changes).length === 0) return { ok: true };
    await tx
      .updateTable('organisation')
      .set({
        name: settings.name,
        tagline: settings.tagline,
        contact_email: settings.contactEmail,
        colour: settings.colour,
        default_locale: settings.defaultLocale,
        data_licence: settings.dataLicence,
      })
      .where('id', '=', act.organisationId)
      .execute();
    await record(tx, 'organisation.changed', act, { changes });
    return { ok: true };
  });
}

/** Another logo, or none; what was kept of the former one is returned, to be removed from the storage. */
export async function setLogo(
  db: Db,
  act: Act,
  logo: VisitedOrganisation['logo'],
): Promise<{ storageKey: string } | null> {
  return inTransaction(db, async (tx) => {
    const before = await tx
      .selectFrom('organisation')
      .select('logo_file_id')
      .where('id', '=', act.organisationId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (logo) await publishFiles(tx, act.organisationId, [logo.fileId], act.by);
    if (!logo && before.logo_file_id === null) return null;
    await tx
      .updateTable('organisation')
      .set({
        logo_file_id: logo?.fileId ?? null,
        logo_width: logo?.width ?? null,
        logo_height: logo?.height ?? null,
      })
      .where('id', '=', act.organisationId)
      .execute();
    await record(tx, logo ? 'organisation.logo-changed' : 'organisation.logo-removed', act);
    return before.logo_file_id === null
      ? null
      : deleteFile(tx, act.organisationId, before.logo_file_id);
  });
}

/** The organisation answers on another host name from now on. From the command line only: a slip shuts everybody out. */
export async function changeHost(db: Db, organisationId: string, host: string): Promise<void> {
  await inTransaction(db, async (tx) => {
    const before = await tx
      .selectFrom('organisation')
      .select('host')
      .where('id', '=', organisationId)
      .forUpdate()
      .executeTakeFirstOrThrow();
    if (before.host === host) return;
    await tx.updateTable('organisation').set({ host }).where('id', '=', organisationId).execute();
    await record(
      tx,
      'organisation.changed',
      { organisationId, by: null },
      { changes: { host: { from: before.host, to: host } } },
    );
  });
}

const columns = [
  'name',
  'tagline',
  'contact_email',
  'colour',
  'default_locale',
  'data_licence',
] as const;

const asSettings = (row: {
  name: string;
  tagline: string;
  contact_email: string;
  colour: string;
  default_locale: string;
  data_licence: string;
}): OrganisationSettings => ({
  name: row.name,
  tagline: row.tagline,
  contactEmail: row.contact_email,
  colour: row.colour,
  defaultLocale: row.default_locale as OrganisationSettings['defaultLocale'],
  dataLicence: row.data_licence as OrganisationSettings['dataLicence'],
});

const record = (
  tx: Tx,
  kind: `organisation.${string}`,
  { organisationId, by }: { organisationId: string; by: string | null },
  detail: Parameters<typeof recordFact>[1]['detail'] = {},
) =>
  recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'organisation', id: organisationId },
    detail,
  });
