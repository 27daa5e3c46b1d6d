import { get, post, type Route } from '../../../platform/http/route.ts';
import { seeOther } from '../../../platform/http/visit.ts';
import { openKeys } from '../../../platform/keys/keys.ts';
import { urls } from '../../../urls.ts';
import {
  MAILBOX_FIELDS,
  MailboxCodeForm,
  MailboxForm,
  mailboxCodeWords,
} from '../../electorate/index.page.ts';
import {
  CODE_MINUTES,
  checkMailboxCode,
  readAskedMailbox,
  sendMailboxCode,
  writeMark,
} from '../../electorate/index.ts';
import { sayIdentityRefusal } from '../../identity/index.page.ts';
import {
  type Identifying,
  type IdentityVisit,
  keepProof,
  loadIdentifying,
  showStep,
} from './identifying.routes.tsx';

/** What this browser asked for, sealed; for as long as the code lives. */
const ASKING = 'code-courriel';

/** A mailbox proven without an account: an address, then the code that was sent to it. */
export const mailboxRoutes: readonly Route[] = [
  post(
    urls.voteIdentityEmail,
    'anyone',
    async (visit) => {
      const loaded = await loadIdentifying(visit, 'email');
      if ('answer' in loaded) return loaded.answer;
      const email = (await visit.form()).text(MAILBOX_FIELDS.email);
      const sent = await sendMailboxCode(mailVisit(visit, loaded), {
        email,
        locale: visit.locale,
        asking: visit.cookies.get(ASKING) ?? '',
      });
      if (!sent.ok) {
        const problems = { [MAILBOX_FIELDS.email]: sayIdentityRefusal(sent.refusal) };
        return showStep(loaded, drawMailbox(visit, loaded, email, problems), problems);
      }
      const at = { edition: loaded.edition.slug };
      visit.cookies.set(ASKING, sent.asking, { path: urls.vote(at), maxAge: CODE_MINUTES * 60 });
      return seeOther(visit, urls.voteIdentityEmailCode(at));
    },
    { unlogged: true },
  ),

  get(
    urls.voteIdentityEmailCode,
    'anyone',
    async (visit) => {
      const loaded = await loadIdentifying(visit, 'email');
      return 'answer' in loaded ? loaded.answer : showStep(loaded, drawCode(visit, loaded));
    },
    { unlogged: true },
  ),

  post(
    urls.voteIdentityEmailCode,
    'anyone',
    async (visit) => {
      const loaded = await loadIdentifying(visit, 'email');
      if ('answer' in loaded) return loaded.answer;
      const code = (await visit.form()).text(MAILBOX_FIELDS.code);
      const asking = visit.cookies.get(ASKING) ?? '';
      const checked = await checkMailboxCode(mailVisit(visit, loaded), { code, asking });
      if (!checked.ok) {
        const problems = { [MAILBOX_FIELDS.code]: mailboxCodeWords[checked.refusal]() };
        return showStep(loaded, drawCode(visit, loaded, problems), problems);
      }
      visit.cookies.clear(ASKING, urls.vote({ edition: loaded.edition.slug }));
      const rollKey = openKeys(visit.config.keysFolder).rollKey();
      return keepProof(visit, loaded, {
        method: 'email',
        marks: [writeMark(rollKey, loaded.poll.id, checked.proven)],
      });
    },
    { unlogged: true },
  ),
];

const mailVisit = (visit: IdentityVisit, { poll }: Identifying) => ({
  db: visit.db,
  config: visit.config,
  organisation: visit.organisation,
  address: visit.address,
  pollId: poll.id,
});

export function drawMailbox(_: IdentityVisit, { edition }: Identifying, email = '', problems = {}) {
  const action = urls.voteIdentityEmail({ edition: edition.slug });
  return <MailboxForm action={action} email={email} problems={problems} />;
}

function drawCode(visit: IdentityVisit, loaded: Identifying, problems = {}) {
  const at = { edition: loaded.edition.slug };
  return (
    <MailboxCodeForm
      action={urls.voteIdentityEmailCode(at)}
      again={urls.voteIdentity(at, { par: 'email' })}
      email={readAskedMailbox(mailVisit(visit, loaded), visit.cookies.get(ASKING) ?? '')}
      problems={problems}
    />
  );
}
