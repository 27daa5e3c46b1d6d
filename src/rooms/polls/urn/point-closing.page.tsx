import * as m from '../../../paraglide/messages.js';
import { TextArea } from '../../../ui/field.tsx';
import { ErrorSummary, Form, type Problems, SubmitButton } from '../../../ui/form.tsx';
import { Column } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/page-header.tsx';
import { urls } from '../../../urls.ts';
import type { Edition } from '../../spaces/index.ts';
import { type PointPaper, REASON_LENGTH } from './point-paper.ts';
import { PointFigures, pointName, urnCrumbs } from './urn.page.tsx';

interface Props {
  edition: Edition;
  point: PointPaper;
  typed: string;
  problems: Problems;
}

export const closingTitle = (point: PointPaper) => m.urn_closing_title({ name: pointName(point) });

/** A point whose ballots are not as many as its signatures: said in writing, for everyone to read (V14). */
export function PointClosingPage({ edition, point, typed, problems }: Props) {
  const at = { edition: edition.slug, point: point.pointId };
  return (
    <Column>
      <ErrorSummary problems={problems} />
      <PageHeader
        title={closingTitle(point)}
        lead={m.urn_closing_lead()}
        breadcrumb={urnCrumbs(edition)}
      />
      <PointFigures point={point} />
      <Form action={urls.adminUrnPoint(at)}>
        <TextArea
          name="reason"
          label={m.urn_closing_reason()}
          hint={m.urn_closing_reason_hint()}
          value={typed}
          limit={REASON_LENGTH}
          problems={problems}
          rows={4}
          required
        />
        <SubmitButton>{m.urn_close_point()}</SubmitButton>
      </Form>
    </Column>
  );
}
