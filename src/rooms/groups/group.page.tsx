import * as m from '../../paraglide/messages.js';
import type { RelatedLink } from '../../platform/http/visit.ts';
import { TextArea } from '../../ui/field.tsx';
import { ButtonForm, ButtonLink, Form, SubmitButton } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Panel, Section, Split, Stack } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { DescriptionList } from '../../ui/table.tsx';
import { StateBadge, Tag } from '../../ui/tag.tsx';
import { Prose } from '../../ui/text.tsx';
import { urls } from '../../urls.ts';
import type { CertificationAct } from './certification.ts';
import { nameCounty } from './counties.ts';
import { type Group, LENGTHS } from './group.ts';
import {
  actWords,
  criterionNames,
  kindIcons,
  kindWords,
  noonOf,
  roleWords,
  standingOf,
  standingTones,
  standingWords,
} from './group-words.page.ts';
import { type GroupRight, type Membership, TREASURERS_NEEDED } from './membership.ts';
import type { PublicAction } from './public-action.ts';

interface Props {
  group: Group;
  /** Nicknames of its leads. */
  leads: readonly string[];
  actions: readonly PublicAction[];
  /** null: nobody is signed in, and the history stays inside the movement. */
  acts: readonly CertificationAct[] | null;
  /** The reader's own. */
  own: Membership | null;
  right: GroupRight;
  hasAsked: boolean;
  /** What rooms below keep of it for its members: its money. */
  related: readonly RelatedLink[];
  treasurers: number;
  signInHref: string | null;
}

/** A group as everybody may see it; what can be done there, to whoever may. */
export function GroupPage(props: Props) {
  const { group, leads, actions, acts } = props;
  const standing = standingOf(group);
  // that a group asks, or is warned, is known inside the movement
  const shown = acts === null && standing !== 'none' && group.certifiedAt ? 'certified' : standing;
  const told = acts === null && shown === 'requested' ? 'none' : shown;
  return (
    <Stack>
      <PageHeader
        title={group.name}
        breadcrumb={[{ label: m.groups_title(), href: urls.groups() }]}
        meta={
          <>
            <Tag icon={kindIcons[group.kind]}>{kindWords[group.kind]()}</Tag>
            <StateBadge tone={standingTones[told]}>{standingWords[told]()}</StateBadge>
          </>
        }
      />
      <Split aside={<OwnPlace {...props} />}>
        <Stack>
          {group.presentation && <Prose text={group.presentation} />}
          <DescriptionList
            items={[
              ...(group.place
                ? [{ term: m.groups_place(), detail: <bdi>{group.place}</bdi> }]
                : []),
              ...(group.county
                ? [{ term: m.groups_county(), detail: nameCounty(group.county) }]
                : []),
              { term: m.groups_leads(), detail: <bdi>{leads.join(', ') || '–'}</bdi> },
              {
                term: m.groups_members(),
                detail: m.groups_members_count({ count: group.members }),
              },
              { term: m.groups_founded(), detail: formatDate(group.foundedAt) },
              {
                term: m.groups_certification(),
                detail: group.certifiedAt
                  ? m.groups_certified_since({ date: formatDate(group.certifiedAt) })
                  : m.groups_standing_none(),
              },
            ]}
          />
          <Told links={props.related.filter(({ isTold }) => isTold)} />
          <Section title={m.groups_actions()}>
            {actions.length === 0 ? <p>{m.groups_actions_none()}</p> : <ActionLines {...props} />}
          </Section>
          {acts !== null && (
            <Section title={m.groups_history()} lead={m.groups_history_lead()}>
              <History acts={acts} />
            </Section>
          )}
        </Stack>
      </Split>
    </Stack>
  );
}

/** What the group does with others: its commitments (R15). */
function Told({ links }: { links: readonly RelatedLink[] }) {
  if (links.length === 0) return null;
  return (
    <Section title={m.groups_related()}>
      <List label={m.groups_related()}>
        {links.map(({ label, title, href }) => (
          <p key={href}>
            <a href={href}>
              <bdi>{title}</bdi>
            </a>
            <br />
            <span class="hint">{label}</span>
          </p>
        ))}
      </List>
    </Section>
  );
}

function ActionLines({ actions }: Pick<Props, 'actions'>) {
  return (
    <List label={m.groups_actions()}>
      {actions.map((action) => (
        <p key={action.id}>
          <strong>
            <bdi>{action.title}</bdi>
          </strong>
          <br />
          <span class="hint">
            {formatDate(noonOf(action.heldOn))} · <bdi>{action.place}</bdi> ·{' '}
            {m.groups_people_count({ count: action.people })}
          </span>
        </p>
      ))}
    </List>
  );
}

/** Each step of a certification, the newest first. */
export function History({ acts }: { acts: readonly CertificationAct[] }) {
  if (acts.length === 0) return <p>{m.groups_history_none()}</p>;
  return (
    <List label={m.groups_history()}>
      {acts.map((act) => (
        <p key={act.id}>
          <strong>{actWords[act.kind]()}</strong> · {formatDate(act.at)}
          {act.unmet.length > 0 && (
            <>
              <br />
              {m.groups_history_unmet({
                criteria: act.unmet.map((one) => criterionNames[one]()).join(', '),
              })}
            </>
          )}
          {act.reason && (
            <>
              <br />
              <bdi>{act.reason}</bdi>
            </>
          )}
        </p>
      ))}
    </List>
  );
}

/** What the reader is here, and may do. */
function OwnPlace(props: Props) {
  const { group, own, right, hasAsked, treasurers, signInHref } = props;
  const at = { group: group.slug };
  if (!own)
    return (
      <Panel tone="brand" title={m.groups_join_title()}>
        {signInHref ? (
          <>
            <p>{m.groups_join_sign_in()}</p>
            <ButtonLink href={signInHref}>{m.groups_sign_in()}</ButtonLink>
          </>
        ) : hasAsked ? (
          <p>{m.groups_join_waiting()}</p>
        ) : group.joining === 'open' ? (
          <>
            <p>{m.groups_join_open()}</p>
            <ButtonForm action={urls.groupJoin(at)} icon="member">
              {m.groups_join()}
            </ButtonForm>
          </>
        ) : (
          <Form action={urls.groupJoin(at)}>
            <TextArea
              name="mots"
              label={m.groups_join_words()}
              hint={m.groups_join_approval()}
              limit={LENGTHS.words}
              rows={3}
            />
            <SubmitButton>{m.groups_join_ask()}</SubmitButton>
          </Form>
        )}
      </Panel>
    );
  return (
    <Panel tone="brand" title={m.groups_own_title()}>
      <p>
        {m.groups_own_role({ role: roleWords[own.role]() })}
        {own.isTreasurer && <> {m.groups_own_treasurer()}</>}
      </p>
      {right.manages && treasurers < TREASURERS_NEEDED && (
        <Notice tone="info">{m.groups_treasurers_missing()}</Notice>
      )}
      <ul class="office-links">
        <li>
          <a href={urls.groupMembers(at)}>{m.groups_members_title()}</a>
        </li>
        {right.manages && (
          <li>
            <a href={urls.groupPublicActions(at)}>{m.groups_actions_declare()}</a>
          </li>
        )}
        {props.related
          .filter(({ isTold }) => !isTold)
          .map(({ href, title }) => (
            <li key={href}>
              <a href={href}>{title}</a>
            </li>
          ))}
        <li>
          <a href={urls.groupCertification(at)}>{m.groups_certification_title()}</a>
        </li>
        {right.leads && (
          <li>
            <a href={urls.groupChange(at)}>{m.groups_change()}</a>
          </li>
        )}
        <li>
          <a href={urls.groupLeave(at)}>{m.groups_leave()}</a>
        </li>
      </ul>
    </Panel>
  );
}
