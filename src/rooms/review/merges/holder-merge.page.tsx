import * as m from '../../../paraglide/messages.js';
import { Radios } from '../../../ui/choices.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Column, Section } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { urls } from '../../../urls.ts';
import type { Idea } from '../../ideas/index.ts';
import { numberedSegment } from '../../spaces/index.page.ts';
import type { Edition } from '../../spaces/index.ts';
import { type Merge, stateOf, WORDS_LENGTH } from './merge.ts';
import { stateTones, stateWords } from './merge-words.page.ts';

interface Props {
  edition: Edition;
  merge: Merge;
  ideas: readonly Idea[];
  /** Those that the reader holds. */
  ownIds: readonly string[];
  /** People who support at least one of them. */
  supporters: number;
  words: string;
  problems: Problems;
}

/** « Rapprocher votre idée d'une autre » : what is proposed, what it changes, yes or no. */
export function HolderMergePage(props: Props) {
  const { edition, merge, ideas, ownIds, supporters, words, problems } = props;
  const state = stateOf(merge);
  const own = merge.members.find(({ ideaId }) => ownIds.includes(ideaId));
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={m.merges_holder_title()}
        lead={m.merges_holder_lead({ title: merge.title, edition: edition.title })}
        meta={<StateBadge tone={stateTones[state]}>{stateWords[state]()}</StateBadge>}
      />
      <p class="kept-lines">
        <bdi>{merge.words}</bdi>
      </p>
      <Section title={m.merges_holder_ideas({ count: ideas.length })}>
        <ul class="stack">
          {ideas.map((idea) => (
            <li key={idea.id}>
              <a
                href={urls.idea({
                  edition: edition.slug,
                  idea: numberedSegment(idea.number, idea.title),
                })}
              >
                {m.merges_idea({ number: idea.number })} <bdi lang={idea.lang}>{idea.title}</bdi>
              </a>{' '}
              {ownIds.includes(idea.id) && <StateBadge>{m.merges_holder_yours()}</StateBadge>}
              <p class="hint">{m.ideas_supports({ count: idea.supportCount })}</p>
            </li>
          ))}
        </ul>
        <p>{m.merges_supporters({ count: supporters })}</p>
      </Section>
      <Section title={m.merges_holder_changes()}>
        <ul>
          <li>{m.merges_holder_change_names()}</li>
          <li>{m.merges_holder_change_study()}</li>
          <li>{m.merges_holder_change_supports()}</li>
          <li>{m.merges_holder_change_undo()}</li>
        </ul>
      </Section>
      {state !== 'proposed' && <Notice tone="info">{outcomeWords[state]()}</Notice>}
      {state === 'proposed' && own?.answer === 'accepted' && (
        <Notice tone="success">{m.merges_holder_you_accepted()}</Notice>
      )}
      {state === 'proposed' && (
        <Form action={urls.merge({ merge: merge.id })}>
          <Radios
            name="reponse"
            label={m.merges_holder_question()}
            hint={m.merges_holder_until({
              day: formatDate(new Date(`${merge.answerBy}T12:00:00Z`)),
            })}
            value={own?.answer === 'accepted' ? 'oui' : undefined}
            options={[
              { value: 'oui', label: m.merges_holder_yes() },
              { value: 'non', label: m.merges_holder_no(), hint: m.merges_holder_no_hint() },
            ]}
            problems={problems}
            required
          />
          <TextArea
            name="mot"
            label={m.merges_holder_words()}
            rows={3}
            limit={WORDS_LENGTH}
            value={words}
          />
          <SubmitButton>{m.merges_holder_answer()}</SubmitButton>
        </Form>
      )}
    </Column>
  );
}

const outcomeWords = {
  accepted: m.merges_outcome_accepted,
  declined: m.merges_outcome_declined,
  withdrawn: m.merges_outcome_withdrawn,
  undone: m.merges_outcome_undone,
};
