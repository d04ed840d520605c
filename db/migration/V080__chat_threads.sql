-- Where conversations take place. These three tables begin with the thread, not with the account: something comes in,
-- and is kept, before anyone knows whose it is. The account is written as soon as it is known.
create table chat_thread (
    channel           text not null,
    thread            text not null,
    account_id        bigint,
    unreachable_since timestamptz,
    primary key (channel, thread)
);
create index chat_thread_account on chat_thread (account_id);

-- What either side said in a thread is counted by one sequence, so that "since" covers both.
create sequence chat_entry_ids;

-- Messages from people, kept before their channel is told that they arrived.
create table chat_inbox (
    id          bigint      not null default nextval('chat_entry_ids') primary key,
    channel     text        not null,
    thread      text        not null,
    key         text        not null,
    payload     text        not null,
    received_at timestamptz not null,
    account_id  bigint,
    state       text        not null default 'new' check (state in ('new', 'done', 'parked')),
    attempts    integer     not null default 0,
    not_before  timestamptz,
    answered    boolean     not null default false,
    unique (channel, key)
);
create index chat_inbox_thread on chat_inbox (channel, thread, id);
create index chat_inbox_new on chat_inbox (channel, thread, id) where state = 'new';
create index chat_inbox_account on chat_inbox (account_id);
