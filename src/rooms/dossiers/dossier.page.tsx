import * as m from '../../paraglide/messages.js';
import { ButtonForm, ButtonLink, ErrorSummary, type Problems } from '../../ui/form.tsx';
import { formatDate } from '../../ui/format.ts';
import { Actions, Column, Panel, Section, Split, Stack } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { CommentsBlock, type CommentsProps } from '../comments/index.page.ts';
import { SpaceFrame } from '../consultations/index.page.ts';
import { levelWords, nameOfMandate } from '../mandates/index.page.ts';
import type { HeldMandate } from '../mandates/index.ts';
import type { Meeting } from '../meetings/index.ts';
import { PersonLink } from '../profiles/index.page.ts';
import { type AttachedDocument, DocumentsSection } from './documents-section.page.tsx';
import { type Dossier, isIn, type Standing, type Task } from './dossier.ts';
import { partsOf, reachWords, standingWords } from './dossier-words.page.ts';
import type { Framed } from './dossiers.page.tsx';
import { EventsSection } from './events-section.page.tsx';
import type { Member } from './member.store.ts';
import { TaskLines } from './tasks.page.tsx';

export interface DossierProps extends Framed {
  dossier: Dossier;
  standing: Standing;
  members: readonly Member[];
  nicknames: ReadonlyMap<string, string>;
  /** Verified ones of now, by person. */
  mandates: ReadonlyMap<string, readonly HeldMandate[]>;
  tasks: readonly Task[];
  /** `YYYY-MM-DD` in Paris. */
  today: string;
  documents: readonly AttachedDocument[];
  /** Of the form that attaches one. */
  typed: string;
  problems: Problems;
  events: readonly Meeting[];
  /** To come in the same space, not linked yet. */
  linkable: readonly Meeting[];
  comments: CommentsProps | null;
  /** Whether the space lets people act in it now. */
  isOpen: boolean;
}

/** One dossier: what it is about, who is in it, what is to be done, what is said. */
export function DossierPage(props: DossierProps) {
  const { space, component, beside, dossier, standing } = props;
  const at = { space: space.slug, component: component.slug };
  const worksOn = isIn(standing) && props.isOpen && !dossier.closedAt && !dossier.isHidden;
  return (
    <SpaceFrame space={space} {...beside} current={component.id}>
      <Stack>
        <ErrorSummary problems={props.problems} />
        <PageHeader
          title={dossier.title}
          lang={dossier.lang}
          breadcrumb={[{ label: component.title, href: urls.dossiers(at) }]}
          meta={
            <>
              {dossier.closedAt ? (
                <StateBadge icon="archive">
                  {m.dossiers_closed_on({ date: formatDate(dossier.closedAt) })}
                </StateBadge>
              ) : (
                <StateBadge tone="now">{m.dossiers_state_open()}</StateBadge>
              )}{' '}
              <StateBadge tone="info" icon={dossier.reach === 'members' ? 'lock' : 'eye'}>
                {reachWords[dossier.reach]()}
              </StateBadge>
            </>
          }
          actions={<Acts {...props} />}
        />
        {dossier.isHidden && (
          <Notice tone="warning" title={m.dossiers_hidden()}>
            <p>{m.dossiers_hidden_words()}</p>
          </Notice>
        )}
        {standing === 'invited' && !dossier.closedAt && <Invited {...props} />}
        {dossier.closedAt && dossier.result !== '' && (
          <Section title={m.dossiers_field_result()}>
            <MarkedText text={dossier.result} lang={dossier.lang} />
          </Section>
        )}
        <Split aside={<Members {...props} />}>
          <Section title={m.dossiers_field_purpose()}>
            <MarkedText text={dossier.purpose} lang={dossier.lang} />
          </Section>
          <Section
            title={m.dossiers_tasks()}
            action={
              worksOn && <a href={urls.dossierTasks(partsOf(props))}>{m.dossiers_tasks_manage()}</a>
            }
          >
            <TaskLines {...props} mayAct={worksOn} />
          </Section>
          <DocumentsSection {...props} mayAct={worksOn} />
          <EventsSection {...props} mayAct={worksOn} />
        </Split>
        {props.comments && (
          <Column>
            <CommentsBlock
              {...props.comments}
              heading={m.dossiers_thread()}
              closed={isIn(standing) || dossier.closedAt ? undefined : m.dossiers_thread_members()}
            />
          </Column>
        )}
      </Stack>
    </SpaceFrame>
  );
}

function Acts({ standing, ...props }: DossierProps) {
  const { dossier } = props;
  const parts = partsOf(props);
  if (dossier.isHidden || !props.isOpen) return null;
  if (standing === null && !dossier.closedAt)
    return (
      <ButtonForm icon="plus" action={urls.joinDossier(parts)}>
        {m.dossiers_ask()}
      </ButtonForm>
    );
  if (standing === 'asked')
    return (
      <>
        <StateBadge>{m.dossiers_standing_asked()}</StateBadge>
        <ButtonForm kind="quiet" action={urls.leaveDossier(parts)}>
          {m.dossiers_ask_withdraw()}
        </ButtonForm>
      </>
    );
  if (standing !== 'lead') return null;
  return dossier.closedAt ? (
    <ButtonForm kind="secondary" action={urls.reopenDossier(parts)}>
      {m.dossiers_reopen()}
    </ButtonForm>
  ) : (
    <>
      <ButtonLink kind="secondary" icon="edit" href={urls.changeDossier(parts)}>
        {m.dossiers_change()}
      </ButtonLink>
      <ButtonLink kind="quiet" icon="archive" href={urls.closeDossier(parts)}>
        {m.dossiers_close()}
      </ButtonLink>
    </>
  );
}

function Invited(props: DossierProps) {
  const parts = partsOf(props);
  return (
    <Notice
      tone="info"
      title={m.dossiers_invited_title()}
      actions={
        <Actions>
          <ButtonForm action={urls.joinDossier(parts)}>{m.dossiers_accept()}</ButtonForm>
          <ButtonForm kind="quiet" action={urls.leaveDossier(parts)}>
            {m.dossiers_decline()}
          </ButtonForm>
        </Actions>
      }
    >
      <p>{m.dossiers_invited_words()}</p>
    </Notice>
  );
}

function Members(props: DossierProps) {
  const { members, nicknames, standing, mandates } = props;
  const inside = members.filter((one) => isIn(one.standing));
  const held = inside.flatMap(({ personId }) => mandates.get(personId) ?? []);
  const levels = (Object.keys(levelWords) as HeldMandate['level'][]).filter((level) =>
    held.some((one) => one.level === level),
  );
  const asking = members.filter((one) => one.standing === 'asked').length;
  return (
    <Panel title={m.dossiers_members()}>
      <p>{m.dossiers_count_members({ count: inside.length })}</p>
      {levels.length > 0 && (
        <p>
          {m.dossiers_levels({ levels: levels.map((level) => levelWords[level]()).join(', ') })}
        </p>
      )}
      <List label={m.dossiers_members()}>
        {inside.slice(0, 12).map((member) => (
          <div key={member.personId}>
            <p>
              <PersonLink nickname={nicknames.get(member.personId) ?? null} />{' '}
              {member.standing === 'lead' && (
                <StateBadge tone="info" icon="user">
                  {standingWords.lead()}
                </StateBadge>
              )}
            </p>
            {(mandates.get(member.personId) ?? []).map((mandate) => (
              <p key={mandate.id} class="hint">
                <bdi>{nameOfMandate(mandate)}</bdi>
              </p>
            ))}
          </div>
        ))}
      </List>
      {isIn(standing) && (
        <p>
          <a href={urls.dossierMembers(partsOf(props))}>
            {asking > 0 && standing === 'lead'
              ? m.dossiers_members_asking({ count: asking })
              : m.dossiers_members_manage()}
          </a>
        </p>
      )}
    </Panel>
  );
}
