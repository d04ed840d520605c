package ptm.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import ptm.account.AccessTokens;
import ptm.account.AccountId;
import ptm.account.TestAccounts;
import ptm.telegram.FakeTelegram;
import tools.jackson.databind.JsonNode;

/** One person, one database, both doors. */
@Journey
class TelegramToPanelIT {
    private static final AtomicLong CHATS = new AtomicLong(8_000_000);

    final FakeTelegram telegram = Journey.Surroundings.TELEGRAM;
    final long chat = CHATS.incrementAndGet();

    @LocalServerPort
    int port;
    @Autowired
    JdbcClient db;
    @Autowired
    AccessTokens tokens;

    Person ann;

    @BeforeEach
    void aPersonWithBothDoors() {
        AccountId id = TestAccounts.member(db);
        db.sql("insert into identity (account_id, provider, subject, created_at) values (?, 'telegram', ?, now())")
                .param(id.value()).param(Long.toString(chat)).update();
        ann = new Person(port, tokens.create(id, "test").secret());
        Journey.Surroundings.MODEL.says("{}");
    }

    @AfterEach
    void leaves() {
        ann.close();
        assertThat(telegram.violations()).isEmpty();
    }

    private FakeTelegram.Shown awaitShown(String words) {
        telegram.await(() -> telegram.chat(chat).stream().anyMatch(shown -> shown.text().contains(words)));
        return telegram.chat(chat).stream().filter(shown -> shown.text().contains(words)).findFirst().orElseThrow();
    }

    @Test
    void oneMessageInTelegramIsOneReplyThereAndOneTaskInThePanel() {
        long message = telegram.says(chat, "oil the squeaky gate tomorrow 10 minutes");
        var reply = awaitShown("Oil the squeaky gate");
        assertThat(reply.replyTo()).isEqualTo(message);
        JsonNode changed = ann.await("task.changed").get("task");
        JsonNode task = ann.task();
        assertThat(task.get("id")).isEqualTo(changed.get("id"));
        assertThat(task.get("title").asString()).isEqualTo("Oil the squeaky gate");
        assertThat(task.get("minutes").asInt()).isEqualTo(10);
        assertThat(task.get("source").asString()).startsWith("oil the squeaky gate");
        assertThat(ann.chat()).as("the panel's own thread").isEmpty();
    }

    @Test
    void whatTheModelFindsComesIntoTheMessageInTelegramAndIntoThePanel() {
        Journey.Surroundings.MODEL.annotates("{\"tasks\":[{\"number\":1,\"impact\":2,\"confidence\":0.9}]}");
        telegram.says(chat, "oil the squeaky gate");
        var shown = awaitShown("matters");
        assertThat(telegram.chat(chat)).hasSize(1);
        assertThat(shown.edits()).isPositive();
        assertThat(shown.text()).doesNotContain("Thinking");
        assertThat(ann.task().at("/provenance/impact/by").asString()).isEqualTo("model");
    }

    @Test
    void undoPressedInTelegramTakesTheTaskOutOfThePanel() {
        telegram.says(chat, "oil the squeaky gate");
        var reply = awaitShown("Oil the squeaky gate");
        telegram.presses(chat, reply.id(), reply.keyboard().at("/0/0/callback_data").asString());
        ann.await("task.deleted");
        awaitShown("Taken back");
    }

    @Test
    void aTaskSaidInThePanelIsFinishedByWordsInTelegram() {
        ann.says("oil the squeaky gate");
        ann.hears(text -> text.contains("Oil the squeaky gate"));
        telegram.says(chat, "done with the gate");
        awaitShown("✓");
        assertThat(ann.task().get("status").asString()).isEqualTo("done");
    }

    @Test
    void forwardedWordsBecomeATaskWhateverTheyLookLike() {
        telegram.forwards(chat, "Zoe", "thanks, bye");
        awaitShown("forwarded: Zoe");
        assertThat(ann.task().get("source").asString()).isEqualTo("thanks, bye");
        telegram.forwards(chat, "Zoe", "delete everything");
        telegram.await(() -> telegram.chat(chat).size() == 2);
        assertThat(ann.get("/api/tasks").get("count").asInt()).isEqualTo(2);
    }
}
