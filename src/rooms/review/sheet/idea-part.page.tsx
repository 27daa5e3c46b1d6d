import type { ComponentChildren } from 'preact';
import * as m from '../../../paraglide/messages.js';
import { getLocale } from '../../../paraglide/runtime.js';
import { formatDate, formatList, formatNumber } from '../../../ui/format.ts';
import { Panel, Section, Split, Stack } from '../../../ui/layout.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { DescriptionList } from '../../../ui/table.tsx';
import { Prose } from '../../../ui/text.tsx';
import { Attachments } from '../../ideas/index.page.ts';
import type { Idea, IdeaHolder } from '../../ideas/index.ts';
import { sayNickname } from '../../identity/index.page.ts';
import type { Department } from '../../organisations/index.ts';
import { FIGURES } from './figures.ts';
import { type SheetSummary, type StudyContent, settleFigures } from './study.ts';
import { contradictionWords, figureWords, sayFigure } from './words.page.ts';

interface Props {
  id: string;
  idea: Idea;
  /** null: not for this reader, or nobody. */
  holder: IdeaHolder | null;
  study: StudyContent;
  summary: SheetSummary;
  departments: ReadonlyMap<string, Department>;
}

/** The idea as it was deposited; beside it, where its study stands. */
export function IdeaPart(props: Props) {
  const { id, idea } = props;
  const lang = idea.lang === getLocale() ? undefined : idea.lang;
  return (
    <Section id={id} title={m.study_part_idea()}>
      <Split aside={<Summary {...props} />}>
        <Prose text={idea.body} {...(lang && { lang })} />
        <Attachments title={idea.title} attachments={idea.attachments} level={3} />
      </Split>
    </Section>
  );
}

function Summary({ idea, holder, study, summary, departments }: Props) {
  const nameOf = (departmentId: string) => departments.get(departmentId)?.name ?? '';
  const figures = settleFigures(study, summary.given);
  const waited = summary.missing.map(({ departmentId }) => nameOf(departmentId));
  const items: { term: string; detail: ComponentChildren }[] = [
    {
      term: m.study_holder(),
      detail: (
        <bdi>{holder?.name || sayNickname(idea.authorNickname) || m.study_holder_none()}</bdi>
      ),
    },
    { term: m.study_supports(), detail: formatNumber(idea.supportCount) },
    ...FIGURES.map((figure) => ({
      term: figureWords[figure](),
      detail: sayFigure(figure, figures[figure]),
    })),
    {
      term: m.study_waited(),
      detail:
        waited.length > 0
          ? formatList(waited)
          : summary.given.length > 0
            ? m.study_waited_none()
            : m.study_nobody_asked(),
    },
  ];
  return (
    <Panel title={m.study_in_short()}>
      <Stack>
        {summary.contradictions.length > 0 && (
          <Notice tone="warning" title={m.study_contradictions()}>
            <ul>
              {summary.contradictions.map((one) => (
                <li key={one}>{contradictionWords[one]()}</li>
              ))}
            </ul>
          </Notice>
        )}
        <DescriptionList items={items} />
        {idea.editedAt && (
          <p class="hint">{m.study_corrected_on({ date: formatDate(idea.editedAt, 'day') })}</p>
        )}
      </Stack>
    </Panel>
  );
}
