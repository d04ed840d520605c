-- Words that a person explained ("by light I mean ...") and the filter each stands for.

create table taught_word (
    account_id bigint      not null,
    word       text        not null,
    meaning    jsonb       not null,
    taught_at  timestamptz not null,
    primary key (account_id, word)
);
