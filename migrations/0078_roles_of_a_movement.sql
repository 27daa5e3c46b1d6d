-- Who examines the actions that groups propose, and who follows the money (R2).
alter table role_grant
  drop constraint role_grant_role_check,
  add constraint role_grant_role_check check (role in ('administrator', 'officer', 'mayor', 'decider', 'elected-official',
    'management', 'cabinet', 'communication', 'events', 'it', 'agent', 'ambassador', 'district-body', 'relay',
    'action-reviewer', 'finance')),
  drop constraint role_grant_for_whole_organisation,
  add constraint role_grant_for_whole_organisation
    check (edition_id is null or role not in ('administrator', 'officer', 'mayor', 'it', 'action-reviewer', 'finance'));
