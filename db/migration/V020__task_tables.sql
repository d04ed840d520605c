-- Tasks, their history, the work log and the names a person gives to areas of life.
-- Every key begins with the account. Absent numbers, dates and scales are null; absent texts are ''.

create sequence task_id_seq;
create sequence task_change_id_seq;
create sequence work_session_id_seq;

create table task (
    account_id      bigint      not null,
    id              bigint      not null,
    version         bigint      not null,
    status          text        not null check (status in ('open', 'done', 'dropped')),
    source          text        not null,
    title           text        not null check (title <> ''),
    description     text        not null default '',
    motivation      text        not null default '',
    created_at      timestamptz not null,
    done_at         timestamptz,
    -- a day of the person's calendar or a moment, never both
    start_day       date,
    start_at        timestamptz,
    due_day         date,
    due_at          timestamptz,
    due_kind        text        not null default 'by' check (due_kind in ('by', 'at')),
    minutes         integer     check (minutes between 1 and 100000),
    spent_minutes   integer     not null default 0 check (spent_minutes >= 0),
    impact          smallint    check (impact between 0 and 3),
    risk            smallint    check (risk between 0 and 3),
    risk_reason     text        not null default '',
    risk_mitigation text        not null default '',
    stress          smallint    check (stress between 0 and 3),
    apathy          smallint    check (apathy between 0 and 3),
    distraction     smallint    check (distraction between 0 and 3),
    discomfort      smallint    check (discomfort between 0 and 3),
    novelty         smallint    check (novelty between 0 and 3),
    dissonance      smallint    check (dissonance between 0 and 3),
    physical        smallint    check (physical between 0 and 3),
    intellectual    smallint    check (intellectual between 0 and 3),
    motivational    smallint    check (motivational between 0 and 3),
    emotional       smallint    check (emotional between 0 and 3),
    social          smallint    check (social between 0 and 3),
    financial       smallint    check (financial between 0 and 3),
    themes          text[]      not null default '{}',
    activities      text[]      not null default '{}',
    contexts        text[]      not null default '{}',
    reasons         jsonb       not null default '{}', -- {name: why}
    subtasks        jsonb       not null default '[]', -- [{id, title, description, instruction, motivation, minutes, done}]
    review_days     date[]      not null default '{}',
    review_times    timestamptz[] not null default '{}',
    hidden_until    timestamptz,
    waits_for       text        not null default '',
    repeat          text,                              -- an RFC 5545 RRULE
    repeat_from     text        not null default 'due' check (repeat_from in ('due', 'done')),
    reminders       timestamptz[] not null default '{}',
    links           jsonb       not null default '[]', -- [{url, title}]
    provenance      jsonb       not null default '{}', -- {field: {by, at, confidence, said, reason, prompt, locked}}
    previous_id     bigint,                            -- the occurrence before this one of a repeating task
    deleted_at      timestamptz,
    primary key (account_id, id),
    check (start_day is null or start_at is null),
    check (due_day is null or due_at is null)
);

create index task_previous on task (account_id, previous_id) where previous_id is not null;
create index task_deleted on task (deleted_at) where deleted_at is not null;

-- Append-only: a row's words never change, only whether it was taken back.
create table task_change (
    account_id bigint      not null,
    id         bigint      not null,
    task_id    bigint      not null,
    change_set uuid        not null,
    edit       jsonb       not null,
    provenance jsonb       not null,
    before     jsonb       not null, -- the edit that restores the value as it was
    was_by     jsonb,                -- the provenance of that value
    at         timestamptz not null,
    undone     boolean     not null default false,
    undoes     bigint,               -- the change that this one took back
    primary key (account_id, id),
    foreign key (account_id, task_id) references task on delete cascade
);

create index task_change_by_task on task_change (account_id, task_id, id);
create index task_change_by_set on task_change (account_id, change_set, id);

create table work_session (
    account_id bigint      not null,
    id         bigint      not null,
    task_id    bigint      not null,
    since      timestamptz not null,
    until      timestamptz,
    minutes    integer     not null default 0 check (minutes >= 0),
    -- false while it runs, and for a long one until the person says how long it really was
    counted    boolean     not null default false,
    primary key (account_id, id),
    foreign key (account_id, task_id) references task on delete cascade
);

create unique index work_session_running on work_session (account_id) where until is null;
create index work_session_by_task on work_session (account_id, task_id);

create table theme (
    account_id  bigint not null,
    name        text   not null,
    description text   not null default '',
    primary key (account_id, name)
);
