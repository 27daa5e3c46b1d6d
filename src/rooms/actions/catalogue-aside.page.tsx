import * as m from '../../paraglide/messages.js';
import { ButtonForm, ButtonLink } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Panel } from '../../ui/layout.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import type { OwnGroup } from '../groups/index.ts';
import { PromotionPauseNotice } from '../organisations/index.page.ts';
import { actionSegment } from './action-address.ts';
import type { ActionPageProps } from './catalogue-action.page.tsx';
import { stateOfCommitment } from './commitment.ts';
import { commitmentStates, ThresholdBar } from './commitment-words.page.tsx';

/** How far it is, and what the reader may do for their groups: the first thing on the page, on a phone too. */
export function CommitmentsPanel(props: ActionPageProps) {
  const { fund, action, own } = props;
  return (
    <Panel tone="brand" title={m.commit_progress_title()}>
      <ThresholdBar action={action} threshold={fund.threshold} />
      <p class="hint">
        {action.state === 'published'
          ? m.commit_rule({ threshold: formatNumber(fund.threshold) })
          : m.commit_rule_fundable()}
      </p>
      {own.map((group) => (
        <OwnGroupActs key={group.id} {...props} group={group} />
      ))}
      {own.length === 0 && action.state !== 'archived' && (
        <p>
          {m.commit_who()} {props.signInHref && <a href={props.signInHref}>{m.groups_sign_in()}</a>}
        </p>
      )}
    </Panel>
  );
}

/** What a member says of it, and how it is told further. */
export function ActionAside(props: ActionPageProps) {
  if (props.action.state === 'archived') return null;
  return (
    <>
      <SupportPanel {...props} />
      <SharePanel {...props} />
    </>
  );
}

function OwnGroupActs({ fund, action, commitments, group }: ActionPageProps & { group: OwnGroup }) {
  const at = { fund: fund.slug, action: actionSegment(action), group: group.slug };
  const commitment = commitments.find(({ groupId }) => groupId === group.id);
  const state = commitment && commitmentStates[stateOfCommitment(commitment)];
  const isOpen = action.state !== 'archived';
  const mayReport = commitment || (action.state !== 'published' && group.certifiedAt);
  return (
    <div class="stack">
      <p>
        <strong>
          <bdi>{group.name}</bdi>
        </strong>{' '}
        {state && <StateBadge tone={state.tone}>{state.words()}</StateBadge>}
      </p>
      {!commitment && isOpen && !group.certifiedAt && <p>{m.commit_refused_not_certified()}</p>}
      {!commitment && isOpen && group.certifiedAt && (
        <ButtonLink href={urls.actionCommitment(at)} icon="check" about={group.name}>
          {m.commit_commit()}
        </ButtonLink>
      )}
      <ul class="office-links">
        {commitment && (
          <li>
            <a href={urls.actionCommitment(at)}>{m.commit_change()}</a>
          </li>
        )}
        {mayReport && (
          <li>
            <a href={urls.actionNewReport(at)}>{m.commit_report_new()}</a>
          </li>
        )}
        {isOpen && (commitment || group.id === action.groupId) && (
          <li>
            <a href={urls.actionCall(at)}>{m.commit_call_title()}</a>
          </li>
        )}
      </ul>
    </div>
  );
}

/** « Soutien » : tells interest, decides nothing. */
function SupportPanel({ fund, action, supported, signInHref }: ActionPageProps) {
  const at = { fund: fund.slug, action: actionSegment(action) };
  return (
    <Panel title={m.commit_support_title()}>
      <p>{m.commit_supports_count({ count: action.supports })}</p>
      {signInHref || supported === null ? (
        <p>
          <a href={signInHref ?? urls.signIn()}>{m.commit_support_sign_in()}</a>
        </p>
      ) : (
        <ButtonForm
          action={urls.actionSupport(at)}
          kind="secondary"
          icon="solidarity"
          pressed={supported}
          values={{ geste: supported ? 'retirer' : 'soutenir' }}
        >
          {supported ? m.commit_support_withdraw() : m.commit_support()}
        </ButtonForm>
      )}
      <p class="hint">{m.commit_support_hint()}</p>
    </Panel>
  );
}

/** How it is told further: link, short address, code, picture (R19); off before an election (R183). */
function SharePanel({ fund, action, address, short, pause }: ActionPageProps) {
  if (pause) return <PromotionPauseNotice pause={pause} />;
  const at = { fund: fund.slug, action: actionSegment(action) };
  const mail = `mailto:?subject=${encodeURIComponent(action.title)}&body=${encodeURIComponent(`${m.commit_share_mail({ title: action.title })}\n\n${address}`)}`;
  return (
    <Panel title={m.commit_share_title()}>
      <p class="share-address">
        <code id="adresse">{short}</code>
      </p>
      <copy-words data-of="adresse" data-done={m.campaign_copied()}>
        <template>
          <button type="button" class="button button-secondary">
            {m.campaign_copy()}
          </button>
          <span role="status" />
        </template>
      </copy-words>
      <QrCode text={short} alternative={m.commit_share_code({ address: short })} />
      <ul class="office-links">
        <li>
          <a href={mail}>{m.commit_share_by_mail()}</a>
        </li>
        <li>
          <a href={urls.actionSharePicture(at)} download>
            {m.commit_share_picture()}
          </a>
        </li>
      </ul>
      {fund.visibleTo !== 'public' && (
        <p class="hint">
          {fund.visibleTo === 'members' ? m.commit_share_members() : m.commit_share_groups()}
        </p>
      )}
    </Panel>
  );
}
