import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { Stat, Stats } from '../../ui/charts.tsx';
import { ButtonForm, ButtonLink, ErrorSummary, type Problems } from '../../ui/form.tsx';
import { formatNumber } from '../../ui/format.ts';
import { Actions, Panel, Section, Stack } from '../../ui/layout.tsx';
import { EmptyState } from '../../ui/list.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { NextStep } from '../../ui/next-step.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import { type Attendance, type Item, stateOf, type Voter } from './assembly.ts';
import { outcomeWords, stateWords, votesWords } from './assembly-words.page.ts';
import { AssemblyHeader, type AssemblyPlace, addressOf } from './frame.page.tsx';
import { ProxyPanel, type ProxyPanelProps } from './proxy.page.tsx';
import type { AssemblyVote } from './vote.ts';

export interface AssemblyPageProps {
  place: AssemblyPlace;
  mayRun: boolean;
  items: readonly Item[];
  votes: readonly AssemblyVote[];
  attendance: Attendance;
  /** People on the roll. */
  people: number;
  /** The reader's own line; null: not on the roll. */
  own: Voter | null;
  /** Those whom the reader votes for, themselves too. */
  votedFor: readonly Voter[];
  /** Votes that are taken now. */
  taking: ReadonlySet<string>;
  proxy: ProxyPanelProps | null;
  problems: Problems;
}

/** An assembly: what can be done now, who is there, what is on the agenda and what was decided. */
export function AssemblyPage(props: AssemblyPageProps) {
  const { place, mayRun, items, problems, own } = props;
  const { assembly } = place;
  const at = addressOf(place);
  const state = stateOf(assembly);
  return (
    <Stack>
      <ErrorSummary problems={problems} />
      <AssemblyHeader
        place={place}
        title={null}
        actions={
          mayRun && (
            <>
              {state !== 'closed' && !assembly.openedAt && (
                <ButtonLink kind="secondary" icon="settings" href={urls.assemblySettings(at)}>
                  {m.assembly_settings()}
                </ButtonLink>
              )}
              {assembly.convenedAt && (
                <ButtonLink kind="secondary" icon="citizens" href={urls.assemblyRoll(at)}>
                  {m.assembly_roll()}
                </ButtonLink>
              )}
            </>
          )
        }
      />
      <Step {...props} />
      {assembly.introduction && <MarkedText text={assembly.introduction} />}
      {assembly.convenedAt && <Quorum {...props} />}
      {own && state === 'open' && <Presence {...props} own={own} />}
      <Section
        title={m.assembly_agenda()}
        {...(mayRun &&
          state !== 'closed' && {
            action: (
              <ButtonLink kind="secondary" size="small" icon="plus" href={urls.newAssemblyItem(at)}>
                {m.assembly_item_add()}
              </ButtonLink>
            ),
          })}
      >
        {items.length === 0 ? (
          <EmptyState icon="rules" title={m.assembly_agenda_none()} level={3}>
            <p>{m.assembly_agenda_none_words()}</p>
          </EmptyState>
        ) : (
          <Stack>
            {items.map((item, index) => (
              <ItemPanel key={item.id} {...props} item={item} number={index + 1} />
            ))}
          </Stack>
        )}
      </Section>
      {props.proxy && <ProxyPanel {...props.proxy} />}
      {assembly.minutesAt && (
        <Section title={m.assembly_minutes()} id="proces-verbal">
          <MarkedText text={assembly.minutes} />
        </Section>
      )}
    </Stack>
  );
}

/** What whoever runs it does next; what everybody else waits for, or votes on. */
function Step(props: AssemblyPageProps) {
  const { place, mayRun, votes, taking, votedFor } = props;
  const at = addressOf(place);
  const state = stateOf(place.assembly);
  const now = votes.find(({ id }) => taking.has(id));
  const item = now && props.items.find(({ id }) => id === now.itemId);
  if (now && item && votedFor.length > 0)
    return (
      <NextStep
        kicker={m.assembly_vote_now()}
        title={item.title}
        actions={
          <ButtonLink icon="vote" size="large" href={urls.assemblyVote({ ...at, vote: now.id })}>
            {m.assembly_vote()}
          </ButtonLink>
        }
      />
    );
  const steps = {
    prepared: { step: 'convoquer', words: m.assembly_convene, says: m.assembly_convene_words },
    convened: { step: 'ouvrir', words: m.assembly_open, says: m.assembly_open_words },
    open: { step: 'clore', words: m.assembly_close, says: m.assembly_close_words },
  } as const;
  if (!mayRun || now) return null;
  if (state === 'closed')
    return (
      <NextStep
        kicker={stateWords.closed()}
        title={place.assembly.minutesAt ? m.assembly_minutes_done() : m.assembly_minutes_to_write()}
        actions={
          <ButtonLink icon="document" href={urls.assemblyMinutes(at)}>
            {m.assembly_minutes_write()}
          </ButtonLink>
        }
      />
    );
  const { step, words, says } = steps[state];
  return (
    <NextStep
      kicker={stateWords[state]()}
      title={says()}
      actions={
        <ButtonForm action={urls.assemblyStep(at)} values={{ etape: step }} size="large">
          {words()}
        </ButtonForm>
      }
    />
  );
}

function Quorum({ attendance, people, place }: AssemblyPageProps) {
  const { votes, present, represented, needed, isReached } = attendance;
  return (
    <Section title={m.assembly_attendance()}>
      <Stats>
        <Stat value={formatNumber(people)} label={m.assembly_people({ count: people })} />
        <Stat value={formatNumber(votes)} label={m.assembly_votes_of_roll({ count: votes })} />
        <Stat value={formatNumber(present)} label={m.assembly_votes_present({ count: present })} />
        <Stat
          value={formatNumber(represented)}
          label={m.assembly_votes_represented({ count: represented })}
        />
      </Stats>
      {place.assembly.quorum > 0 && (
        <p>
          <StateBadge tone={isReached ? 'success' : 'warning'}>
            {isReached
              ? m.assembly_quorum_reached({ needed: formatNumber(needed) })
              : m.assembly_quorum_missing({
                  count: needed - present - represented,
                  missing: formatNumber(needed - present - represented),
                })}
          </StateBadge>
        </p>
      )}
    </Section>
  );
}

function Presence({ place, own }: AssemblyPageProps & { own: Voter }) {
  return (
    <Panel>
      <p>{own.isPresent ? m.assembly_you_are_there() : m.assembly_you_are_not_there()}</p>
      <ButtonForm
        action={urls.assemblyPresence(addressOf(place))}
        kind={own.isPresent ? 'quiet' : 'primary'}
        values={{ presence: own.isPresent ? 'non' : 'oui' }}
      >
        {own.isPresent ? m.assembly_leave() : m.assembly_arrive()}
      </ButtonForm>
    </Panel>
  );
}

function ItemPanel(props: AssemblyPageProps & { item: Item; number: number }) {
  const { place, item, number, votes, taking, mayRun, votedFor } = props;
  const vote = votes.find(({ itemId }) => itemId === item.id) ?? null;
  const state = stateOf(place.assembly);
  const at = addressOf(place);
  const of = { ...at, item: item.id };
  return (
    <Panel>
      <p class="hint">
        {item.kind === 'resolution' ? m.assembly_resolution() : m.assembly_discussion()}
        {item.minutesPlanned !== null && ` · ${m.assembly_planned({ count: item.minutesPlanned })}`}{' '}
        {vote && <VoteBadge vote={vote} isTaking={taking.has(vote.id)} />}
      </p>
      <h3>
        {number}. <bdi>{item.title}</bdi>
      </h3>
      {item.body && <MarkedText text={item.body} />}
      {vote?.counts && <CountWords vote={vote} />}
      <Actions>
        {vote && (
          <ButtonLink
            kind={taking.has(vote.id) && votedFor.length > 0 ? 'primary' : 'secondary'}
            size="small"
            href={urls.assemblyVote({ ...at, vote: vote.id })}
            about={item.title}
          >
            {taking.has(vote.id) && votedFor.length > 0 ? m.assembly_vote() : m.assembly_vote_see()}
          </ButtonLink>
        )}
        {mayRun && state === 'open' && item.kind === 'resolution' && !vote && (
          <ButtonLink icon="vote" size="small" href={urls.assemblyVoteOpen(of)} about={item.title}>
            {m.assembly_vote_open()}
          </ButtonLink>
        )}
        {mayRun && state !== 'closed' && !vote && <ItemActs of={of} item={item} />}
      </Actions>
    </Panel>
  );
}

function ItemActs({ of, item }: { of: Parameters<typeof urls.assemblyItem>[0]; item: Item }) {
  const move = (by: 'haut' | 'bas', words: string): ComponentChildren => (
    <ButtonForm
      action={urls.assemblyItemMove(of)}
      values={{ vers: by }}
      kind="quiet"
      size="small"
      icon={by === 'haut' ? 'arrow-up' : 'arrow-down'}
      about={item.title}
    >
      {words}
    </ButtonForm>
  );
  return (
    <>
      <ButtonLink kind="quiet" size="small" href={urls.assemblyItem(of)} about={item.title}>
        {m.assembly_item_change()}
      </ButtonLink>
      {move('haut', m.assembly_item_up())}
      {move('bas', m.assembly_item_down())}
    </>
  );
}

function VoteBadge({ vote, isTaking }: { vote: AssemblyVote; isTaking: boolean }) {
  if (vote.counts)
    return (
      <StateBadge tone={vote.isAdopted ? 'success' : 'danger'}>{outcomeWords(vote)}</StateBadge>
    );
  return (
    <StateBadge tone={isTaking ? 'now' : 'info'}>
      {isTaking ? m.assembly_voting() : m.assembly_counting()}
    </StateBadge>
  );
}

/** « Pour : 31 voix · Contre : 4 voix · Abstention : 2 voix » */
function CountWords({ vote }: { vote: AssemblyVote }) {
  const sum = (of: 'yes' | 'no' | 'abstained') =>
    votesWords((vote.counts ?? []).reduce((total, count) => total + count[of], 0));
  return (
    <p>{m.assembly_counted({ yes: sum('yes'), no: sum('no'), abstained: sum('abstained') })}</p>
  );
}
