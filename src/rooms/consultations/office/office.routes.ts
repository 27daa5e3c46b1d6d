import { randomUUID } from 'node:crypto';
import type { VNode } from 'preact';
import type { Form } from '../../../platform/http/form.ts';
import { type Answer, page, type SignedInVisit, type Visit } from '../../../platform/http/visit.ts';
import { isUuid } from '../../../platform/text/uuid.ts';
import type { Problems } from '../../../ui/form.tsx';
import { readNumber } from '../../spaces/index.ts';
import { COMPONENT_KINDS, type ComponentKind } from '../component.ts';

export const actOf = ({ organisation, visitor }: SignedInVisit) => ({
  organisationId: organisation.id,
  by: visitor.id,
});

/** Kinds of components that some room serves: no other is offered. */
export const listServedKinds = (visit: Pick<Visit, 'componentAddress'>): ComponentKind[] =>
  COMPONENT_KINDS.filter(
    (kind) => visit.componentAddress(kind, { space: 'e', component: 'c' }) !== null,
  );

/** What a form is known by, so that it makes one thing however often it is sent. */
export function readFormKey(form: Form): string {
  const key = form.text('formulaire');
  return isUuid(key) ? key : randomUUID();
}

export const readVersion = (form: Form): number => readNumber(form.text('version')) ?? 0;

/** A page with a form: 422 with what is wrong, 409 with what somebody else saved. */
export function answerForm(
  title: string,
  { problems, conflict = false }: { problems: Problems; conflict?: boolean },
  body: VNode,
): Answer {
  const faulty = Object.keys(problems).length > 0;
  return page({
    title,
    section: 'admin',
    ...(faulty && { status: conflict ? 409 : 422, faulty }),
    body,
  });
}
