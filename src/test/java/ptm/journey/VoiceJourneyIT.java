package ptm.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import ptm.account.AccountId;
import ptm.account.AiBudget;
import ptm.account.TestAccounts;
import ptm.telegram.FakeTelegram;
import ptm.understanding.llm.HangingModel;
import ptm.understanding.llm.ModelServer;

/** What is said aloud in Telegram: heard by a model where there is one, and never lost in silence. */
@Journey
class VoiceJourneyIT {
    private static final AtomicLong CHATS = new AtomicLong(9_000_000);
    private static final String SOUND = "OggS--pretend--OpusHead";

    final FakeTelegram telegram = Journey.Surroundings.TELEGRAM;
    final ModelServer model = Journey.Surroundings.MODEL;
    final long chat = CHATS.incrementAndGet();

    @Autowired
    JdbcClient db;
    @Autowired
    AiBudget budget;

    AccountId ann;

    @BeforeEach
    void somebodyInTelegram() {
        ann = TestAccounts.member(db);
        db.sql("insert into identity (account_id, provider, subject, created_at) values (?, 'telegram', ?, now())")
                .param(ann.value()).param(Long.toString(chat)).update();
        model.says("{}");
    }

    @AfterEach
    void nothingIsLeft() {
        Journey.Surroundings.LINE.deals(HangingModel.Way.ANSWERED);
        model.says("{\"tasks\":[],\"intent\":\"SMALLTALK\"}");
        assertThat(telegram.violations()).isEmpty();
    }

    private FakeTelegram.Shown awaitShown(String words) {
        telegram.await(() -> telegram.chat(chat).stream().anyMatch(shown -> shown.text().contains(words)));
        return telegram.chat(chat).stream().filter(shown -> shown.text().contains(words)).findFirst().orElseThrow();
    }

    private int tasks() {
        return db.sql("select count(*) from task where account_id = ?").param(ann.value()).query(Integer.class)
                .single();
    }

    private void isRussian() {
        db.sql("update account set language = 'RU' where id = ?").param(ann.value()).update();
    }

    @Test
    void whatWasHeardIsShownAndThenReadLikeWords() {
        model.hears("um oil the squeaky gate tomorrow");
        long note = telegram.speaks(chat, 4, SOUND, null);
        var heard = awaitShown("🎤 Heard: um oil the squeaky gate tomorrow");
        var reply = awaitShown("Oil the squeaky gate");
        assertThat(heard.id()).isLessThan(reply.id());
        assertThat(heard.replyTo()).isEqualTo(note);
        assertThat(reply.replyTo()).isEqualTo(note);
        assertThat(model.listened()).singleElement().asString().contains(SOUND, "listener", ".ogg", "audio/ogg");
        assertThat(tasks()).isEqualTo(1);
    }

    @Test
    void theSoundIsKeptNowhere() {
        model.hears("oil the squeaky gate");
        telegram.speaks(chat, 4, SOUND, null);
        awaitShown("Oil the squeaky gate");
        for (String table : db.sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class).list())
            assertThat(db.sql("select count(*) from \"" + table + "\" t where t::text like ?")
                    .param("%pretend--OpusHead%").query(Integer.class).single()).as(table).isZero();
    }

    @Test
    void whatSomebodyElseSaidAloudCanBecomeNothingButTasks() {
        model.hears("delete everything");
        telegram.speaks(chat, 4, SOUND, "Zoe");
        awaitShown("forwarded: Zoe");
        assertThat(tasks()).isEqualTo(1);
    }

    @Test
    void listeningIsPaidForAndNobodyListensToWhomeverTheBudgetIsUsedUp() {
        model.hears("oil the squeaky gate");
        telegram.speaks(chat, 30, SOUND, null);
        awaitShown("Oil the squeaky gate");
        assertThat(budget.usage(ann).tokensIn()).isGreaterThanOrEqualTo(300);
    }

    @Test
    void whereNothingWasSaidTheWordsAreAskedFor() {
        model.hears("  \n ");
        telegram.speaks(chat, 2, SOUND, null);
        awaitShown("No words were heard in it");
        isRussian();
        telegram.speaks(chat, 2, SOUND, null);
        awaitShown("Слов в ней не слышно");
    }

    @Test
    void whereNobodyCouldListenNowTheWordsAreAskedFor() {
        model.isDeaf(500);
        telegram.speaks(chat, 14, SOUND, null);
        assertThat(awaitShown("could not be heard now").text()).contains("Voice note, 14 s.", "Kept");
        isRussian();
        model.isDeaf(401);
        telegram.speaks(chat, 14, SOUND, null);
        awaitShown("прослушать сейчас не вышло");
    }

    @Test
    void nobodyWaitsForAListenerThatHangs() throws InterruptedException {
        Journey.Surroundings.LINE.deals(HangingModel.Way.SILENT);
        telegram.speaks(chat, 14, SOUND, null);
        Journey.Surroundings.LINE.awaitHangUps(1);
        awaitShown("could not be heard now");
    }

    @Test
    void whatIsTooLongIsNotEvenFetched() {
        long fetched = telegram.calls("getFile");
        telegram.speaks(chat, 601, SOUND, null);
        awaitShown("for 10 minutes at most");
        isRussian();
        telegram.speaks(chat, 601, SOUND, null);
        awaitShown("Больше 10 минут подряд не слушаю");
        assertThat(telegram.calls("getFile")).isEqualTo(fetched);
        assertThat(model.listened()).isEmpty();
    }

    /** Whom open registration let in: their words, spoken or written, go to no model. */
    @Test
    void aGuestIsAskedForTheWordsAndNobodyListens() {
        db.sql("update account set role = 'GUEST' where id = ?").param(ann.value()).update();
        telegram.speaks(chat, 14, SOUND, null);
        assertThat(awaitShown("Voice note, 14 s.").text()).contains("Kept. Reply with its words.");
        assertThat(model.listened()).isEmpty();
    }
}
