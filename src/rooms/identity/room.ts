import * as m from '../../paraglide/messages.js';
import type { Room } from '../../platform/room.ts';
import { invitationRoutes } from './access/invitation.routes.tsx';
import { accountRoutes } from './account.routes.tsx';
import { charterRoutes } from './charter.routes.tsx';
import { charterOfficeRoutes } from './charter-office.routes.tsx';
import { declaredIdentityRoutes } from './declared-identity.routes.tsx';
import { emailRoutes } from './email.routes.tsx';
import { eraseIdentity, IDENTITY_COLUMNS, identityRows } from './erasure.store.ts';
import { factorJobs } from './factor/factor.jobs.ts';
import { factorsRoutes } from './factor/factors.routes.tsx';
import { newFactorRoutes } from './factor/new-factor.routes.tsx';
import { passkeySignInRoutes } from './factor/passkey-sign-in.routes.tsx';
import { resetRoutes } from './factor/reset.routes.tsx';
import { verificationRoutes } from './factor/verification.routes.tsx';
import { identityJobs } from './identity.jobs.ts';
import { installationRoutes } from './installation.routes.tsx';
import { passwordRoutes } from './password.routes.tsx';
import { linkedAccountsRoutes } from './providers/linked-accounts.routes.tsx';
import { providerIdentityRoutes } from './providers/provider-identity.routes.tsx';
import { providerJourneyRoutes } from './providers/provider-journey.routes.tsx';
import { reminderConsentRoutes } from './reminder-consent.routes.tsx';
import { signInRoutes } from './sign-in.routes.tsx';
import { signUpRoutes } from './sign-up.routes.tsx';

export const identityRoom: Room = {
  name: 'identity',
  routes: [
    ...installationRoutes,
    ...signUpRoutes,
    ...signInRoutes,
    ...passkeySignInRoutes,
    ...providerJourneyRoutes,
    ...providerIdentityRoutes,
    ...linkedAccountsRoutes,
    ...passwordRoutes,
    ...charterRoutes,
    ...charterOfficeRoutes,
    ...accountRoutes,
    ...emailRoutes,
    ...declaredIdentityRoutes,
    ...reminderConsentRoutes,
    ...factorsRoutes,
    ...newFactorRoutes,
    ...verificationRoutes,
    ...resetRoutes,
    ...invitationRoutes,
  ],
  jobs: (tools) => ({ ...identityJobs(tools), ...factorJobs(tools) }),
  personalData: {
    columns: IDENTITY_COLUMNS,
    sections: [
      { key: 'account', title: m.personal_account, read: identityRows.account },
      { key: 'charters', title: m.personal_charters, read: identityRows.charters },
      { key: 'roles', title: m.personal_roles, read: identityRows.roles },
      { key: 'invitations', title: m.personal_invitations, read: identityRows.invitations },
      { key: 'devices', title: m.personal_devices, read: identityRows.devices },
      { key: 'second-factors', title: m.personal_factors, read: identityRows.factors },
      { key: 'linked-accounts', title: m.personal_linked, read: identityRows.linked },
    ],
    erase: eraseIdentity,
  },
  notices: {
    'identity-installed': { tone: 'success', words: m.identity_install_notice },
    'identity-confirmed': { tone: 'success', words: m.identity_notice_confirmed },
    'identity-confirm-again': { tone: 'info', words: m.identity_notice_confirm_again },
    'identity-signed-in': { tone: 'success', words: m.identity_notice_signed_in },
    'identity-signed-out': { tone: 'success', words: m.identity_notice_signed_out },
    'identity-link-sent': { tone: 'info', words: m.identity_notice_link_sent },
    'identity-password-changed': { tone: 'success', words: m.identity_notice_password_changed },
    'identity-email-sent': { tone: 'info', words: m.identity_notice_email_sent },
    'identity-email-changed': { tone: 'success', words: m.identity_notice_email_changed },
    'identity-device-closed': { tone: 'success', words: m.identity_notice_device_closed },
    'identity-devices-closed': { tone: 'success', words: m.identity_notice_devices_closed },
    'identity-declared': { tone: 'success', words: m.identity_notice_identity_declared },
    'provider-cancelled': { tone: 'info', words: m.providers_notice_cancelled },
    'provider-linked': { tone: 'success', words: m.providers_notice_linked },
    'provider-linked-already': { tone: 'info', words: m.providers_notice_linked_already },
    'provider-unlinked': { tone: 'success', words: m.providers_notice_unlinked },
    'factor-proven': { tone: 'success', words: m.factor_notice_proven },
    'factor-added': { tone: 'success', words: m.factor_notice_added },
    'factor-app-added': { tone: 'success', words: m.factor_notice_app_added },
    'factor-renamed': { tone: 'success', words: m.factor_notice_renamed },
    'factor-removed': { tone: 'success', words: m.factor_notice_removed },
    'factor-reset': { tone: 'success', words: m.factor_notice_reset },
    'invitation-accepted': { tone: 'success', words: m.access_notice_accepted },
    'reminders-on': { tone: 'success', words: m.reminders_notice_on },
    'reminders-off': { tone: 'success', words: m.reminders_notice_off },
    'charter-published': { tone: 'success', words: m.charter_notice_published },
    'identity-charter-accepted': { tone: 'success', words: m.identity_notice_charter_accepted },
  },
};
