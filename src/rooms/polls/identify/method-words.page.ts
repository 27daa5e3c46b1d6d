import * as m from '../../../paraglide/messages.js';
import type { Method } from '../../electorate/index.page.ts';

/** How a voter is asked for each proof, and what it is called once given. */
export const voterMethodWords: Record<
  Method,
  { title: () => string; hint: () => string; name: () => string }
> = {
  email: { title: m.identify_email, hint: m.identify_email_hint, name: m.identify_email_name },
  sms: { title: m.identify_sms, hint: m.identify_sms_hint, name: m.identify_sms_name },
  declaration: {
    title: m.identify_declaration,
    hint: m.identify_declaration_hint,
    name: m.identify_declaration_name,
  },
  roll: { title: m.identify_roll, hint: m.identify_roll_hint, name: m.identify_roll_name },
  code: { title: m.identify_code, hint: m.identify_code_hint, name: m.identify_code_name },
  proof: { title: m.identify_proof, hint: m.identify_proof_hint, name: m.identify_proof_name },
  provider: {
    title: m.identify_provider,
    hint: m.identify_provider_hint,
    name: m.identify_provider_name,
  },
  desk: { title: m.identify_desk_title, hint: m.identify_desk, name: m.identify_desk_name },
  seat: { title: m.electorate_method_seat, hint: m.identify_seat, name: m.electorate_method_seat },
};
