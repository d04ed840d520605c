-- What people did with suggestions, and how far each person's weights have moved from where everybody starts.
create table suggestion_feedback (
    account_id bigint      not null,
    id         bigint      not null generated always as identity,
    task_id    bigint      not null,
    feedback   text        not null,
    at         timestamptz not null,
    primary key (account_id, id),
    foreign key (account_id, task_id) references task on delete cascade
);

create index suggestion_feedback_by_task on suggestion_feedback (account_id, task_id, feedback);
create index suggestion_feedback_lately on suggestion_feedback (account_id, at);

create table suggestion_weight (
    account_id bigint           not null references account on delete cascade,
    part       text             not null,
    factor     double precision not null check (factor > 0),
    primary key (account_id, part)
);
