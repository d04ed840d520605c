-- What the bot showed under each of its messages, so that a button pressed a year later still knows what it stands under.
create sequence chat_view_id;
create table chat_view (
    account_id bigint      not null references account (id) on delete cascade,
    id         bigint      not null default nextval('chat_view_id'),
    channel    text        not null,
    thread     text        not null,
    source     text,
    content    jsonb       not null,
    created_at timestamptz not null,
    primary key (account_id, id)
);
create index chat_view_thread on chat_view (account_id, channel, thread, id desc);
create index chat_view_source on chat_view (account_id, channel, thread, source) where source is not null;

-- The question that a person's next words may answer; one a thread, the newest.
create table chat_question (
    account_id bigint      not null references account (id) on delete cascade,
    channel    text        not null,
    thread     text        not null,
    kind       text        not null,
    view_id    bigint      not null,
    subject    bigint      not null,
    asked_at   timestamptz not null,
    primary key (account_id, channel, thread)
);
