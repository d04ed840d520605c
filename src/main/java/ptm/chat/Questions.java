package ptm.chat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import ptm.account.AccountId;

/** The open question of each thread; one that was not answered within the hour is forgotten. */
@Repository
class Questions {

    private static final Duration PATIENCE = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final Clock clock;

    Questions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void ask(AccountId account, Address address, Question question) {
        jdbc.sql("""
                insert into chat_question (account_id, channel, thread, kind, view_id, subject, asked_at)
                values (:account, :channel, :thread, :kind, :view, :subject, :at)
                on conflict (account_id, channel, thread) do update set kind = excluded.kind,
                view_id = excluded.view_id, subject = excluded.subject, asked_at = excluded.asked_at""")
                .param("account", account.value()).param("channel", address.channel())
                .param("thread", address.thread()).param("kind", question.kind().name())
                .param("view", question.view()).param("subject", question.subject())
                .param("at", Timestamp.from(clock.instant())).update();
    }

    Optional<Question> find(AccountId account, Address address) {
        return jdbc.sql("""
                select kind, view_id, subject from chat_question
                where account_id = :account and channel = :channel and thread = :thread and asked_at > :since""")
                .param("account", account.value()).param("channel", address.channel())
                .param("thread", address.thread()).param("since", Timestamp.from(clock.instant().minus(PATIENCE)))
                .query((row, number) -> new Question(Question.Kind.valueOf(row.getString("kind")),
                        row.getLong("view_id"), row.getLong("subject")))
                .optional();
    }

    void forget(AccountId account, Address address) {
        jdbc.sql("delete from chat_question where account_id = :account and channel = :channel and thread = :thread")
                .param("account", account.value()).param("channel", address.channel())
                .param("thread", address.thread()).update();
    }
}
