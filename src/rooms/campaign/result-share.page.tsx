import * as m from '../../paraglide/messages.js';
import { Column, Section, Stack } from '../../ui/layout.tsx';
import { List } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Picture } from '../../ui/picture.tsx';
import { urls } from '../../urls.ts';
import { PromotionPauseNotice } from '../organisations/index.page.ts';
import type { PromotionPause } from '../organisations/index.ts';
import type { PublishedResult } from '../polls/index.ts';
import { EditionFrame } from '../spaces/index.page.ts';
import type { Edition } from '../spaces/index.ts';
import { pieceWords } from './kit-words.page.ts';
import { PICTURES, PIECES, type PicturePiece } from './piece.ts';
import { countWinners, sayResult, sayWinner } from './result-words.page.ts';

interface Props {
  edition: Edition;
  now: Date;
  result: PublishedResult;
  /** What it is all switched off for; null: nothing is. */
  pause: PromotionPause | null;
  /** Of the page of the result, in full. */
  address: string;
}

/** How a result is told further: its link, a picture of it, and one of each winner (R57). */
export function ResultSharePage({ edition, now, result, pause, address }: Props) {
  const at = { edition: edition.slug };
  return (
    <EditionFrame edition={edition} now={now} current="results">
      <PageHeader title={m.campaign_result_share_title()} lead={edition.title} />
      {pause ? (
        <PromotionPauseNotice pause={pause} />
      ) : (
        <Stack>
          <Section title={m.campaign_link()}>
            <p class="share-address">
              <code id="adresse">{address}</code>
            </p>
            <copy-words data-of="adresse" data-done={m.campaign_copied()}>
              <template>
                <button type="button" class="button button-secondary">
                  {m.campaign_copy()}
                </button>
                <span role="status" />
              </template>
            </copy-words>
          </Section>
          <Section title={m.campaign_result_pictures()} lead={m.campaign_result_pictures_lead()}>
            <Shown
              alt={m.campaign_result_alt({
                edition: edition.title,
                winners: `${result.winners.length} ${countWinners(result)}`,
                figures: sayResult(result, edition),
              })}
              hrefOf={(piece) => urls.resultPicture({ ...at, piece: PIECES[piece].file })}
            />
          </Section>
          {result.winners.map((winner) => (
            <Section key={winner.number} title={<bdi>{winner.label}</bdi>}>
              <Shown
                alt={m.campaign_result_winner_alt({
                  title: winner.label,
                  figures: sayWinner(winner, result, edition),
                })}
                hrefOf={(piece) =>
                  urls.winnerPicture({
                    ...at,
                    project: winner.number,
                    piece: PIECES[piece].file,
                  })
                }
              />
            </Section>
          ))}
        </Stack>
      )}
      <p>
        <a href={urls.results(at)}>{m.campaign_press_results()}</a>
      </p>
    </EditionFrame>
  );
}

/** The wide picture as it goes with a link, and both to be kept. */
function Shown({ alt, hrefOf }: { alt: string; hrefOf: (piece: PicturePiece) => string }) {
  const { width, height } = PIECES['picture-wide'];
  return (
    <>
      <Column>
        <Picture src={hrefOf('picture-wide')} alt={alt} width={width} height={height} />
      </Column>
      <List>
        {PICTURES.map((piece) => (
          <a key={piece} class="standalone-link" href={hrefOf(piece)} download>
            {pieceWords[piece].name()}
          </a>
        ))}
      </List>
    </>
  );
}
