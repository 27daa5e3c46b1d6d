import * as m from '../../../paraglide/messages.js';
import { ButtonLink } from '../../../ui/form.tsx';
import { formatDate } from '../../../ui/format.ts';
import { Actions, Panel } from '../../../ui/layout.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { StateBadge } from '../../../ui/tag.tsx';
import { Prose } from '../../../ui/text.tsx';
import { urls } from '../../../urls.ts';
import { FIGURES } from './figures.ts';
import type { Opinion } from './opinion.ts';
import type { TaskProps } from './task.page.tsx';
import { figureWords, sayFeasibility, sayFigure, standOf } from './words.page.ts';

/** An opinion as it stands, once it was given or where nothing can be written. */
export function OpinionRead({ opinion, department, closed, savedBy, acts }: TaskProps) {
  return (
    <Panel title={m.study_your_opinion()}>
      <Said opinion={opinion} />
      {opinion.state === 'returned' && <Prose text={opinion.returnComment} />}
      {opinion.settledAt && (
        <p class="hint">
          {m.study_by_on({
            nickname: savedBy ?? department.name,
            date: formatDate(opinion.settledAt, 'day'),
          })}
        </p>
      )}
      <Actions>
        {opinion.state === 'given' && closed === null && (
          <ButtonLink
            kind="secondary"
            icon="edit"
            href={urls.task({ opinion: opinion.id }, { modifier: 'oui' })}
          >
            {m.study_change_opinion()}
          </ButtonLink>
        )}
        {acts}
      </Actions>
    </Panel>
  );
}

function Said({ opinion }: { opinion: Opinion }) {
  const { words, tone } = standOf(opinion);
  return (
    <>
      <p>
        <StateBadge tone={tone}>{words}</StateBadge>
      </p>
      <DescriptionList
        items={[
          { term: m.study_technical(), detail: sayFeasibility(opinion.technical) },
          { term: m.study_legal(), detail: sayFeasibility(opinion.legal) },
          { term: m.study_financial(), detail: sayFeasibility(opinion.financial) },
          ...FIGURES.map((figure) => ({
            term: figureWords[figure](),
            detail: sayFigure(figure, opinion[figure]),
          })),
        ]}
      />
      {opinion.comment !== '' && <Prose text={opinion.comment} />}
    </>
  );
}

/** What colleagues of other departments said: one's figures serve another's. */
export function OtherOpinions({ others }: Pick<TaskProps, 'others'>) {
  if (others.length === 0) return null;
  return (
    <>
      <h2>{m.study_other_opinions()}</h2>
      {others.map(({ opinion, department }) => (
        <details key={opinion.id}>
          <summary>{m.study_opinion_of({ department, verdict: standOf(opinion).words })}</summary>
          <Said opinion={opinion} />
        </details>
      ))}
    </>
  );
}
