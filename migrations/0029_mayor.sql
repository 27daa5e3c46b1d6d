-- The mayor, or whoever presides: publishes the results (R57).
alter table role_grant drop constraint role_grant_role_check;
alter table role_grant add constraint role_grant_role_check check (role in ('administrator', 'officer', 'mayor'));
