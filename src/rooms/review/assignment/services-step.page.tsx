import * as m from '../../../paraglide/messages.js';
import { SubmitButton } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { PartFrame } from '../../spaces/index.page.ts';
import { DepartmentPeople } from './departments.page.tsx';
import { RoutingFields, RoutingWarnings, type ServicesProps } from './routing.page.tsx';

/**
 * Who studies the ideas, as a step of the preparation: departments first, then the categories that go to them. It may
 * be passed over; the page says what follows from that.
 */
export function ServicesStep({ isProposed, ...props }: ServicesProps & { isProposed: boolean }) {
  const { edition, departments, problems, mark, conflict } = props;
  const hasOpen = departments.some(({ closedAt }) => closedAt === null);
  return (
    <PartFrame
      edition={edition}
      part="services"
      problems={problems}
      mark={mark}
      conflict={conflict}
      before={<DepartmentPeople {...props} />}
      {...(hasOpen && {
        more: (
          <SubmitButton kind="secondary" name="act" value="skip">
            {m.setup_skip()}
          </SubmitButton>
        ),
      })}
    >
      {hasOpen ? (
        <>
          {isProposed && <Notice>{m.assign_step_proposed()}</Notice>}
          <RoutingWarnings {...props} />
          <RoutingFields {...props} />
        </>
      ) : (
        <Notice tone="warning" title={m.assign_services_none_title()}>
          <p>{m.assign_step_none()}</p>
        </Notice>
      )}
      <p>{m.assign_step_skip()}</p>
    </PartFrame>
  );
}
