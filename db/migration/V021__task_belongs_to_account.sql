-- Erasing a person takes their tasks; history and work log go with the tasks.
alter table task add foreign key (account_id) references account on delete cascade;
alter table theme add foreign key (account_id) references account on delete cascade;
