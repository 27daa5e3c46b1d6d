/** Who can sign in to the demo, as a newcomer reads it when the server starts. */

/** Of the movement: in a group, or in its office. */
type MovementRole = 'lead' | 'manager' | 'treasurer' | 'action-reviewer' | 'finance';

export interface DemoAccount {
  role:
    | 'resident'
    | 'officer'
    | 'administrator'
    | 'decider'
    | 'cabinet'
    | 'ambassador'
    | 'agent'
    | MovementRole;
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
const decider: DemoAccount = { ...resident, role: 'decider', email: 'helene@fleury.example' };
const cabinet: DemoAccount = { ...resident, role: 'cabinet', email: 'cabinet@fleury.example' };
const ambassador: DemoAccount = { ...resident, role: 'ambassador', email: 'sami@fleury.example' };
/** A referent of each service; the others who work there sign in with a code sent by mail. */
const agents = {
  roads: { ...resident, role: 'agent', email: 'voirie@fleury.example' },
  parks: { ...resident, role: 'agent', email: 'espaces-verts@fleury.example' },
  buildings: { ...resident, role: 'agent', email: 'batiments@fleury.example' },
  sports: { ...resident, role: 'agent', email: 'sports@fleury.example' },
  culture: { ...resident, role: 'agent', email: 'culture@fleury.example' },
  law: { ...resident, role: 'agent', email: 'juridique@fleury.example' },
} as const satisfies Record<string, DemoAccount>;
const villager: DemoAccount = {
  ...resident,
  email: 'lison@val-de-braye.example',
  host: 'val-de-braye.localhost',
};

const mover = (role: DemoAccount['role'], mailbox: string): DemoAccount => ({
  ...resident,
  role,
  email: `${mailbox}@elan-commun.example`,
  host: 'elan-commun.localhost',
});
/** Who runs « Les Lilas Solidaires », and the office of the movement. */
const movement = {
  lead: mover('lead', 'claire'),
  manager: mover('manager', 'ines'),
  treasurers: [mover('treasurer', 'rosa'), mover('treasurer', 'yvon')],
  reviewer: mover('action-reviewer', 'sacha'),
  finance: mover('finance', 'denise'),
  administrator: mover('administrator', 'admin'),
} as const;

export const demoLogins = {
  resident,
  officer,
  administrator,
  decider,
  cabinet,
  ambassador,
  agents,
  villager,
  movement,
};

/** The accounts that have a password; everyone else signs in with a code sent by mail. */
export const demoAccounts: DemoAccounts = [
  resident,
  officer,
  administrator,
  decider,
  cabinet,
  ambassador,
  ...Object.values(agents),
  villager,
  movement.lead,
  movement.manager,
  ...movement.treasurers,
  movement.reviewer,
  movement.finance,
  movement.administrator,
];

/** The demo's organisations: a real installation has others. */
const DEMO_SLUGS = new Set(['fleury', 'val-de-braye', 'elan-commun']);

export function isDemoPlace({ slug, host }: { slug: string; host: string }): boolean {
  return DEMO_SLUGS.has(slug) && demoAccounts.some((account) => account.host === host);
}
