import * as m from '../../paraglide/messages.js';
import { Field } from '../../ui/field.tsx';
import { ButtonForm, ErrorSummary, Form, type Problems, SubmitButton } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Actions, Section, Stack } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { sayNickname } from '../identity/index.page.ts';
import { PersonLink } from '../profiles/index.page.ts';
import { isIn, type Standing } from './dossier.ts';
import { type Addressed, hrefOf, partsOf, standingWords } from './dossier-words.page.ts';
import type { Member } from './member.store.ts';

export interface MembersProps extends Addressed {
  members: readonly Member[];
  nicknames: ReadonlyMap<string, string>;
  /** The visitor. */
  self: string;
  standing: Standing;
  isClosed: boolean;
  typed: string;
  problems: Problems;
}

/** What a lead does with somebody, as the form says it. */
export type MemberGesture = 'accepter' | 'retirer' | 'referent' | 'membre';

/** Who is in a dossier, is invited or asks; those who lead it settle it, every member invites. */
export function MembersPage(props: MembersProps) {
  const { members } = props;
  const inside = members.filter(({ standing }) => isIn(standing));
  const asking = members.filter(({ standing }) => standing === 'asked');
  const invited = members.filter(({ standing }) => standing === 'invited');
  return (
    <Stack>
      <ErrorSummary problems={props.problems} />
      <PageHeader
        title={m.dossiers_members_title()}
        breadcrumb={[{ label: props.dossier.title, href: hrefOf(props) }]}
      />
      {asking.length > 0 && <Listed {...props} title={m.dossiers_asking()} people={asking} />}
      <Listed {...props} title={m.dossiers_members()} people={inside} />
      {invited.length > 0 && <Listed {...props} title={m.dossiers_invited()} people={invited} />}
      {!props.isClosed && (
        <Section title={m.dossiers_invite_title()} lead={m.dossiers_invite_lead()}>
          <Form action={urls.inviteToDossier(partsOf(props))}>
            <Field
              name="surnom"
              label={m.dossiers_invite_who()}
              value={props.typed}
              problems={props.problems}
              autocomplete="off"
              required
            />
            <SubmitButton kind="secondary">{m.dossiers_invite()}</SubmitButton>
          </Form>
        </Section>
      )}
      <Section title={m.dossiers_leave_title()} lead={m.dossiers_leave_lead()}>
        <ButtonForm kind="secondary" icon="sign-out" action={urls.leaveDossier(partsOf(props))}>
          {m.dossiers_leave()}
        </ButtonForm>
      </Section>
    </Stack>
  );
}

function Listed({
  title,
  people,
  ...props
}: MembersProps & { title: string; people: readonly Member[] }) {
  return (
    <Section title={title}>
      <List label={title}>
        {people.map((member) => (
          <Line key={member.personId} {...props} member={member} />
        ))}
      </List>
    </Section>
  );
}

function Line({ member, ...props }: MembersProps & { member: Member }) {
  const { nicknames, self, standing } = props;
  const nickname = nicknames.get(member.personId) ?? null;
  const act = (gesture: MemberGesture, words: string, kind: 'primary' | 'quiet' = 'quiet') => (
    <ButtonForm
      kind={kind}
      size="small"
      action={urls.dossierMember({ ...partsOf(props), person: member.personId })}
      values={{ geste: gesture }}
      about={sayNickname(nickname ?? '')}
    >
      {words}
    </ButtonForm>
  );
  const isSelf = member.personId === self;
  return (
    <div>
      <p>
        <PersonLink nickname={nickname} /> {isSelf && <>({m.dossiers_yourself()}) </>}
        {member.standing === 'lead' && (
          <StateBadge tone="info" icon="user">
            {standingWords.lead()}
          </StateBadge>
        )}{' '}
        <span class="hint">{m.dossiers_since({ date: formatDate(member.since) })}</span>
      </p>
      {standing === 'lead' && (
        <Actions>
          {member.standing === 'asked' &&
            !props.isClosed &&
            act('accepter', m.dossiers_member_accept(), 'primary')}
          {member.standing === 'member' && act('referent', m.dossiers_member_lead())}
          {member.standing === 'lead' && isSelf && act('membre', m.dossiers_member_unlead())}
          {!isSelf &&
            member.standing !== 'lead' &&
            act(
              'retirer',
              isIn(member.standing) ? m.dossiers_member_remove() : m.dossiers_member_decline(),
            )}
        </Actions>
      )}
    </div>
  );
}
