/** Who can sign in to the demo, as a newcomer reads it when the server starts. */

export interface DemoAccount {
  role: 'resident' | 'officer' | 'administrator';
  email: string;
  password: string;
  /** Host name, without port. */
  host: string;
}
export type DemoAccounts = readonly DemoAccount[];

const password = 'palabre-demo-2026';
const resident: DemoAccount = {
  role: 'resident',
  email: 'camille@fleury.example',
  password,
  host: 'localhost',
};
const officer: DemoAccount = { ...resident, role: 'officer', email: 'agathe@fleury.example' };
const administrator: DemoAccount = {
  ...resident,
  role: 'administrator',
  email: 'admin@fleury.example',
};
const villager: DemoAccount = {
  ...resident,
  email: 'lison@val-de-braye.example',
  host: 'val-de-braye.localhost',
};

export const demoLogins = { resident, officer, administrator, villager };

/** The accounts that have a password; everyone else signs in with a code sent by mail. */
export const demoAccounts: DemoAccounts = [resident, officer, administrator, villager];

/** The demo's organisations: a real installation has others. */
const DEMO_SLUGS = new Set(['fleury', 'val-de-braye']);

export function isDemoPlace({ slug, host }: { slug: string; host: string }): boolean {
  return DEMO_SLUGS.has(slug) && demoAccounts.some((account) => account.host === host);
}
