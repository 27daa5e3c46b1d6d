import * as m from '../../../paraglide/messages.js';
import { countHit } from '../../../platform/http/limits.ts';
import { found } from '../../../platform/http/refused.ts';
import { get, post, type Route } from '../../../platform/http/route.ts';
import { type Answer, page, type SignedInVisit } from '../../../platform/http/visit.ts';
import { withLocale } from '../../../platform/locale/locale.ts';
import { type Trial, tryMail } from '../../../platform/mail/trial.ts';
import { urls } from '../../../urls.ts';
import { findPerson } from '../../identity/index.ts';
import { findLegalNotice, missingIn } from '../../organisations/index.ts';
import { findWhatIsMissing } from './findings.ts';
import { measureInstallation } from './measures.store.ts';
import { VerificationPage } from './verification.page.tsx';

/** Whether the installation runs as it should, for those who look after it. */
export const verificationRoutes: readonly Route[] = [
  get(urls.adminVerification, 'technician', (visit) => showVerification(visit, null)),

  post(urls.adminTestMail, 'technician', async (visit) => {
    const { db, config, organisation, visitor, locale } = visit;
    await countHit(db, { key: `test-mail:${visitor.id}`, hits: 10, seconds: 3600 });
    const { email } = found(await findPerson(db, organisation.id, visitor.id), 'person');
    const mail = withLocale(locale, () => ({
      to: email,
      subject: m.access_mail_trial_subject({ organisation: organisation.name }),
      text: m.access_mail_trial({ organisation: organisation.name, origin: visit.origin }),
      locale,
    }));
    return showVerification(visit, await tryMail(config, mail));
  }),
];

async function showVerification(visit: SignedInVisit, trial: Trial | null): Promise<Answer> {
  const { db, config, organisation, visitor, request, origin } = visit;
  const measures = await measureInstallation(db, config);
  const { hostname, protocol } = new URL(origin);
  const host = { asked: hostname, organisation: organisation.host };
  const legalMissing = missingIn(await findLegalNotice(db, organisation.id), organisation.kind);
  const findings = findWhatIsMissing({
    ...measures,
    host,
    legalMissing,
    isHttps: protocol === 'https:',
    isLocal: hostname === 'localhost' || hostname.endsWith('.localhost'),
    proxy: {
      trusted: config.trustProxy,
      forwarded: request.headers.has('x-forwarded-for') || request.headers.has('forwarded'),
    },
  });
  const person = found(await findPerson(db, organisation.id, visitor.id), 'person');
  return page({
    title: m.access_check_title(),
    section: 'admin',
    body: (
      <VerificationPage
        findings={findings}
        measures={measures}
        host={host}
        legalMissing={legalMissing}
        email={person.email}
        trial={trial}
      />
    ),
  });
}
