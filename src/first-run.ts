import { type DemoAccount, demoAccounts, isDemoPlace } from './demo/accounts.ts';
import { seedDemo } from './demo/index.ts';
import type { Config } from './platform/config.ts';
import type { Database } from './platform/database/database.ts';
import { createInstallationLink, listOrganisations } from './rooms/organisations/index.ts';

export interface FirstRun {
  url: string;
  db: Database;
  config: Config;
  /** Begin without the demo. */
  empty: boolean;
  say(words: string): void;
}

export interface Welcome {
  /** Path of the one-time link, while there is no organisation. */
  installation: string | null;
  accounts: readonly DemoAccount[];
}

/** An empty database receives the demo, or with `empty` a one-time link that makes the first organisation. */
export async function prepareFirstRun({ url, db, config, empty, say }: FirstRun): Promise<Welcome> {
  const organisations = await listOrganisations(db);
  if (organisations.length > 0) {
    const demo = demoAccounts.every(({ host }) =>
      organisations.some((one) => one.host === host && isDemoPlace(one)),
    );
    return { installation: null, accounts: demo ? demoAccounts : [] };
  }
  if (empty) return { installation: await createInstallationLink(db), accounts: [] };
  say('Chargement de la démonstration…');
  return { installation: null, accounts: await seedDemo({ url, config, onProgress: say }) };
}

/** What the person who started it needs to know. */
export function writeWelcome(
  { installation, accounts }: Welcome,
  port: number,
  config: Config,
): string {
  const lines = [``, `Palabre est prêt : http://localhost:${port}`];
  if (installation) {
    lines.push(
      '',
      'Première organisation et son administrateur·rice (ce lien ne sert qu’une fois) :',
      `  http://localhost:${port}${installation}`,
    );
  }
  if (accounts.length > 0) {
    lines.push('', `Comptes de démonstration (mot de passe : ${accounts[0]!.password})`);
    const width = Math.max(...accounts.map((account) => account.email.length));
    for (const { role, email, host } of accounts) {
      lines.push(`  ${email.padEnd(width)}  ${role} · http://${host}:${port}`);
    }
    lines.push(
      '',
      `L’administration demande un code en plus : http://localhost:${port}/_code (sur cette machine)`,
    );
  }
  lines.push(
    '',
    config.smtpUrl
      ? 'Les courriels partent par SMTP.'
      : `Les courriels : http://localhost:${port}/_mails (var/outbox)`,
    config.sms.gateway
      ? 'Les SMS partent par la passerelle.'
      : `Les SMS : http://localhost:${port}/_mails (var/outbox)`,
    '',
  );
  return lines.join('\n');
}
