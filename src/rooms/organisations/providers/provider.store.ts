import { sql } from 'kysely';
import { type Db, violatedConstraint } from '../../../platform/database/database.ts';
import { inTransaction } from '../../../platform/database/transaction.ts';
import { recordFact } from '../../../platform/journal/journal.ts';
import type { Keys } from '../../../platform/keys/keys.ts';
import { openSealed, sealText } from '../../../platform/secrets/seal.ts';
import type { Provider, ProviderSettings } from './provider.ts';

interface Act {
  organisationId: string;
  by: string;
}

type Written = { ok: true; id: string } | { ok: false; refusal: 'issuer-taken' | 'issuer-in-use' };

/** In order of name, as buttons stand. */
export async function listProviders(db: Db, organisationId: string): Promise<Provider[]> {
  const rows = await db
    .selectFrom('identity_provider')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map(asProvider);
}

export async function findProvider(
  db: Db,
  organisationId: string,
  id: string,
): Promise<Provider | null> {
  const row = await db
    .selectFrom('identity_provider')
    .selectAll()
    .where('organisation_id', '=', organisationId)
    // as text: what an address holds may be no id at all
    .where(sql`id::text`, '=', id)
    .executeTakeFirst();
  return row ? asProvider(row) : null;
}

/** The secret that this server shows to the provider; null: none, or sealed under a key that is gone. */
export async function readClientSecret(
  db: Db,
  keys: Keys,
  organisationId: string,
  id: string,
): Promise<string | null> {
  const row = await db
    .selectFrom('identity_provider')
    .select('client_secret_sealed')
    .where('organisation_id', '=', organisationId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row?.client_secret_sealed) return null;
  return openSealed(keys.secretsKey(), purposeOf(organisationId), row.client_secret_sealed);
}

/** A provider that nobody is offered yet. The caller has checked it. `secret`: '' for none. */
export async function addProvider(
  db: Db,
  keys: Keys,
  act: Act,
  settings: ProviderSettings,
  secret: string,
): Promise<Written> {
  return refusingIssuer(() =>
    inTransaction(db, async (tx) => {
      const { id } = await tx
        .insertInto('identity_provider')
        .values({
          organisation_id: act.organisationId,
          ...asColumns(settings),
          client_secret_sealed: sealSecret(keys, act, secret),
        })
        .returning('id')
        .executeTakeFirstOrThrow();
      await record(tx, 'provider.added', act, { id, ...settings });
      return id;
    }),
  );
}

/** `secret`: '' leaves the one that is there. */
export async function changeProvider(
  db: Db,
  keys: Keys,
  act: Act,
  provider: Provider,
  settings: ProviderSettings,
  secret: string,
): Promise<Written> {
  return refusingIssuer(() =>
    inTransaction(db, async (tx) => {
      await tx
        .updateTable('identity_provider')
        .set({
          ...asColumns(settings),
          ...(secret !== '' && { client_secret_sealed: sealSecret(keys, act, secret) }),
        })
        .where('organisation_id', '=', act.organisationId)
        .where('id', '=', provider.id)
        .execute();
      await record(tx, 'provider.changed', act, { id: provider.id, ...settings });
      return provider.id;
    }),
  );
}

/** Offers a provider on the pages of sign-in, or no more; nothing is recorded when it is so already. */
export async function offerProvider(
  db: Db,
  act: Act,
  provider: Provider,
  enabled: boolean,
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const changed = await tx
      .updateTable('identity_provider')
      .set({
        enabled_at: enabled ? sql<Date>`palabre_now()` : null,
        enabled_by: enabled ? act.by : null,
      })
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', provider.id)
      .where('enabled_at', enabled ? 'is' : 'is not', null)
      .returning('id')
      .executeTakeFirst();
    if (changed)
      await record(tx, enabled ? 'provider.offered' : 'provider.withdrawn', act, provider);
  });
}

/** With every link to an account; the accounts stay, and are entered by e-mail. */
export async function removeProvider(db: Db, act: Act, provider: Provider): Promise<void> {
  await inTransaction(db, async (tx) => {
    const removed = await tx
      .deleteFrom('identity_provider')
      .where('organisation_id', '=', act.organisationId)
      .where('id', '=', provider.id)
      .returning('id')
      .executeTakeFirst();
    if (removed) await record(tx, 'provider.removed', act, provider);
  });
}

const record = (
  tx: Parameters<typeof recordFact>[0],
  kind: `provider.${string}`,
  { organisationId, by }: Act,
  { id, name, issuer, clientId, scopes }: ProviderSettings & { id: string },
) =>
  recordFact(tx, {
    organisationId,
    kind,
    actorId: by,
    subject: { kind: 'provider', id },
    detail: { title: name, issuer, clientId, scopes },
  });

async function refusingIssuer(write: () => Promise<string>): Promise<Written> {
  try {
    return { ok: true, id: await write() };
  } catch (error) {
    switch (violatedConstraint(error)) {
      case 'identity_provider_issuer_once':
        return { ok: false, refusal: 'issuer-taken' };
      case 'linked_identity_of_provider':
        return { ok: false, refusal: 'issuer-in-use' };
      default:
        throw error;
    }
  }
}

const purposeOf = (organisationId: string) => `provider-secret:${organisationId}`;

function sealSecret(keys: Keys, { organisationId }: Act, secret: string): string | null {
  return secret === '' ? null : sealText(keys.secretsKey(), purposeOf(organisationId), secret);
}

const asColumns = (settings: ProviderSettings) => ({
  name: settings.name,
  issuer: settings.issuer,
  client_id: settings.clientId,
  scopes: settings.scopes,
  email_claim: settings.emailClaim,
  name_claims: settings.nameClaims,
  birth_date_claim: settings.birthDateClaim,
  acr_values: settings.acrValues,
});

function asProvider(
  row: ReturnType<typeof asColumns> & {
    id: string;
    client_secret_sealed: string | null;
    enabled_at: Date | null;
  },
): Provider {
  return {
    id: row.id,
    name: row.name,
    issuer: row.issuer,
    clientId: row.client_id,
    hasSecret: row.client_secret_sealed !== null,
    scopes: row.scopes,
    emailClaim: row.email_claim,
    nameClaims: row.name_claims,
    birthDateClaim: row.birth_date_claim,
    acrValues: row.acr_values,
    enabled: row.enabled_at !== null,
  };
}
