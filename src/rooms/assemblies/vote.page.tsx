import * as m from '../../paraglide/messages.js';
import { Radios } from '../../ui/choices.tsx';
import { NumberField } from '../../ui/field.tsx';
import {
  ButtonForm,
  ErrorSummary,
  Form,
  Hidden,
  type Problems,
  SubmitButton,
} from '../../ui/form.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Column, Panel, Section, Stack } from '../../ui/layout.tsx';
import { MarkedText } from '../../ui/marked-text.tsx';
import { StackChart } from '../../ui/stack-chart.tsx';
import { Table } from '../../ui/table.tsx';
import { StateBadge } from '../../ui/tag.tsx';
import { urls } from '../../urls.ts';
import type { Item, Voter } from './assembly.ts';
import {
  choiceWords,
  collegeWords,
  majorityHints,
  majorityWords,
  modeHints,
  modeWords,
  outcomeWords,
  voterWords,
  votesWords,
} from './assembly-words.page.ts';
import { AssemblyHeader, type AssemblyPlace, addressOf } from './frame.page.tsx';
import { type AssemblyVote, CHOICES, type Choice, MAJORITIES, MODES } from './vote.ts';

interface Props {
  place: AssemblyPlace;
  vote: AssemblyVote;
  item: Item;
  isTaking: boolean;
  mayRun: boolean;
  /** Those whom the reader votes for, themselves first. */
  votedFor: readonly Voter[];
  /** Of these, who has voted; aloud, what they said. */
  cast: ReadonlyMap<string, Choice | 'cast'>;
  /** What everybody said aloud, once the vote is closed; null: a secret one, or an open one that goes on. */
  rollCall: readonly { voter: Voter; choice: Choice; castBy: string }[] | null;
  names: ReadonlyMap<string, string>;
  /** Where each box is checked and counted again. */
  boxes: readonly { college: string; href: string }[];
  typed: Readonly<Record<string, string>>;
  problems: Problems;
  formKey: string;
}

/** A vote of an assembly: the ballot of those whom the reader votes for, then what it came to. */
export function VotePage(props: Props) {
  const { place, vote, item, isTaking, mayRun, votedFor, problems } = props;
  const at = addressOf(place);
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <AssemblyHeader place={place} title={item.title} />
      <p>
        <StateBadge tone={isTaking ? 'now' : vote.counts ? 'neutral' : 'info'}>
          {isTaking
            ? m.assembly_voting()
            : vote.counts
              ? m.assembly_vote_closed()
              : m.assembly_counting()}
        </StateBadge>{' '}
        {modeWords[vote.mode]()} · {majorityWords[vote.majority]()}
        {isTaking && vote.closesAt && (
          <> · {m.assembly_until({ date: formatDateTime(vote.closesAt) })}</>
        )}
      </p>
      {item.body && <MarkedText text={item.body} />}
      {isTaking &&
        (votedFor.length > 0 ? <Ballot {...props} /> : <p>{m.assembly_not_yours_to_vote()}</p>)}
      {vote.counts && <Result {...props} />}
      {mayRun && !vote.counts && (vote.mode === 'open' || !isTaking) && (
        <ButtonForm action={urls.assemblyVoteClose({ ...at, vote: vote.id })} kind="secondary">
          {vote.mode === 'open' ? m.assembly_vote_close() : m.assembly_count()}
        </ButtonForm>
      )}
    </Column>
  );
}

function Ballot({ place, vote, votedFor, cast, names, typed, problems, formKey }: Props) {
  return (
    <Section
      title={m.assembly_your_votes()}
      lead={vote.mode === 'secret' ? m.assembly_secret_lead() : m.assembly_open_lead()}
    >
      <Form action={urls.assemblyVote({ ...addressOf(place), vote: vote.id })}>
        <Hidden name="formulaire" value={formKey} />
        {votedFor.map((voter) => {
          const said = cast.get(voter.personId);
          return (
            <Radios
              key={voter.personId}
              name={`choix-${voter.personId}`}
              label={m.assembly_ballot_of({
                name: voterWords(voter, names),
                votes: votesWords(voter.votes),
              })}
              {...(said && {
                hint: said === 'cast' ? m.assembly_has_voted() : m.assembly_has_said(),
              })}
              look="row"
              value={typed[`choix-${voter.personId}`] ?? (said === 'cast' ? undefined : said)}
              problems={problems}
              options={CHOICES.map((choice) => ({ value: choice, label: choiceWords[choice]() }))}
            />
          );
        })}
        <SubmitButton size="large" icon="vote">
          {m.assembly_cast()}
        </SubmitButton>
      </Form>
    </Section>
  );
}

function Result({ place, vote, rollCall, names, boxes }: Props) {
  const { colleges } = place.assembly;
  const counts = vote.counts!;
  return (
    <Stack>
      <Section title={outcomeWords(vote)}>
        <StackChart
          id="resultat"
          title={m.assembly_result()}
          titleHidden
          description={outcomeWords(vote)}
          parts={[
            { name: choiceWords.yes(), look: 'full' },
            { name: choiceWords.no(), look: 'striped' },
            { name: choiceWords.abstained(), look: 'faint' },
          ]}
          lines={counts.map(({ college, yes, no, abstained }) => ({
            label: collegeWords(college, colleges),
            values: [yes, no, abstained],
            words: votesWords(yes + no + abstained),
          }))}
          labelHead={colleges.length > 0 ? m.assembly_field_college() : m.assembly_votes_head()}
          wordsHead={m.assembly_cast_head()}
        />
        {colleges.length > 0 && <p class="hint">{m.assembly_colleges_weigh()}</p>}
      </Section>
      {rollCall && (
        <Section title={m.assembly_roll_call()}>
          <Table
            caption={m.assembly_roll_call()}
            captionHidden
            columns={[
              { key: 'who', label: m.assembly_who() },
              { key: 'votes', label: m.assembly_votes_head(), numeric: true },
              { key: 'choice', label: m.assembly_said() },
            ]}
            rows={rollCall.map(({ voter, choice, castBy }) => ({
              who: voterWords(voter, names),
              votes: voter.votes,
              choice:
                castBy === voter.personId
                  ? choiceWords[choice]()
                  : m.assembly_said_by({
                      choice: choiceWords[choice](),
                      name: names.get(castBy) ?? '',
                    }),
            }))}
          />
        </Section>
      )}
      {boxes.length > 0 && (
        <Panel title={m.assembly_check()}>
          <p>{m.assembly_check_words()}</p>
          <ul>
            {boxes.map(({ college, href }) => (
              <li key={college}>
                <a href={href}>{collegeWords(college, colleges)}</a>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </Stack>
  );
}

interface OpeningProps {
  place: AssemblyPlace;
  item: Item;
  typed: Readonly<Record<'mode' | 'majorite' | 'minutes', string>>;
  problems: Problems;
  /** Members that a college counts; few voters hide nothing in a secret vote. */
  smallest: number;
}

/** Putting a resolution to the vote. */
export function VoteOpeningPage({ place, item, typed, problems, smallest }: OpeningProps) {
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <AssemblyHeader place={place} title={m.assembly_vote_open_title()} lead={item.title} />
      <Form action={urls.assemblyVoteOpen({ ...addressOf(place), item: item.id })}>
        <Radios
          name="mode"
          label={m.assembly_field_mode()}
          look="cards"
          value={typed.mode}
          problems={problems}
          required
          options={MODES.map((mode) => ({
            value: mode,
            label: modeWords[mode](),
            hint: modeHints[mode](),
          }))}
        />
        {smallest < 5 && <p class="hint">{m.assembly_few_voters()}</p>}
        <NumberField
          name="minutes"
          label={m.assembly_field_duration()}
          hint={m.assembly_field_duration_hint()}
          value={typed.minutes}
          problems={problems}
        />
        <Radios
          name="majorite"
          label={m.assembly_field_majority()}
          value={typed.majorite}
          problems={problems}
          required
          options={MAJORITIES.map((majority) => ({
            value: majority,
            label: majorityWords[majority](),
            hint: majorityHints[majority](),
          }))}
        />
        <SubmitButton size="large">{m.assembly_vote_open()}</SubmitButton>
      </Form>
    </Column>
  );
}
