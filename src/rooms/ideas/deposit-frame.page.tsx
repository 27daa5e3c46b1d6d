import type { ComponentChildren } from 'preact';
import * as m from '../../paraglide/messages.js';
import { ErrorSummary, type Problems } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Column } from '../../ui/layout.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Steps } from '../../ui/phase-line.tsx';
import type { Board } from './boards/board.ts';
import { BoardHome } from './boards/board-frame.page.tsx';
import { type DepositStep, STEPS } from './draft.ts';
import { proposerWords } from './words.page.ts';

export const stepTitles: Record<DepositStep, () => string> = {
  text: m.ideas_text_title,
  compare: m.ideas_compare_title,
  place: m.territory_place_title,
  files: m.ideas_files_title,
  preview: m.ideas_preview_title,
};

const names: Record<DepositStep, () => string> = {
  text: m.ideas_step_text,
  compare: m.ideas_step_compare,
  place: m.territory_place_step,
  files: m.ideas_step_files,
  preview: m.ideas_step_preview,
};

interface Props {
  board: Board;
  /** The deposit is open now. */
  open: boolean;
  step: DepositStep;
  lead?: ComponentChildren;
  problems?: Problems;
  /** Fields whose id is not their name. */
  ids?: Record<string, string>;
  backHref?: string;
  children: ComponentChildren;
}

/** What every screen of the wizard has: the board, where one stands, one question, the way back. */
export function DepositFrame(props: Props) {
  const { board, step, problems = {}, ids = {} } = props;
  const steps = STEPS.filter(
    (one) =>
      (one !== 'place' || board.ideaPlace !== 'not-asked') && (one !== 'compare' || board.compares),
  );
  return (
    <Column>
      <BoardHome board={board} />
      <ErrorSummary problems={problems} ids={ids} />
      <Steps
        current={steps.indexOf(step) + 1}
        total={steps.length}
        name={names[step]()}
        label={m.ideas_deposit_label()}
      />
      <h1>{stepTitles[step]()}</h1>
      {props.lead && <p class="lead">{props.lead}</p>}
      {!props.open && <Notice tone="warning">{proposerWords('collection-closed', board)}</Notice>}
      {props.children}
      {props.backHref && (
        <p>
          <a href={props.backHref}>
            <Icon name="arrow-left" /> {m.ideas_back()}
          </a>
        </p>
      )}
    </Column>
  );
}
