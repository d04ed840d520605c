package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

import ptm.account.Account;
import ptm.account.AiBudgetNearlyUsed;
import ptm.account.AiChoices;
import ptm.account.AiEndpoint;
import ptm.account.Language;

/** Dialogues about models: whether one is asked, and what it costs. Here the operator set none up. */
class AiDialogueIT extends Dialogues {
    /** Made up here; it opens nothing. */
    private static final String KEY = "sk-proj-abcdefghij0123456789KLMNOP";

    @Autowired
    AiChoices choices;
    @Autowired
    ApplicationEventPublisher events;

    private void hasOwn(Account account) {
        choices.keep(account.id(), new AiEndpoint(java.net.URI.create("https://own.example/v1"), "m", null, null));
    }

    @Test
    void noModelIsWantedInWordsAndWantedAgainWithATap() {
        hasOwn(person);
        for (String words : new String[] { "no AI for me", "please turn off the AI", "don't send my words to any AI",
            "stop using ChatGPT on my tasks", "I don't want AI", "without ai please" }) {
            ann.says(words).sees("AI is off for you: no model gets your words. Guesses are simpler.");
            assertThat(choices.isGiven(person.id())).isFalse();
            ann.presses("AI on").sees("AI is on: own.example gets your words, not your name.");
            assertThat(choices.isGiven(person.id())).isTrue();
        }
        assertThat(all(person)).isEmpty();
    }

    @Test
    void noModelIsWantedInRussianToo() {
        Account boris = person("Борис", Language.RU);
        hasOwn(boris);
        Dialogue he = dialogue(boris);
        for (String words : new String[] { "без ИИ", "выключи нейросеть", "не используй ИИ",
            "давай без искусственного интеллекта",
            "не отправляй мои задачи в нейросети", "никакого ИИ", "мне не нужен ИИ" }) {
            he.says(words).sees(
                    "ИИ для вас выключен: ваши слова не получает ни одна модель. Догадки попроще.");
            assertThat(choices.isGiven(boris.id())).isFalse();
            he.says("включи ИИ обратно").sees("ИИ включён: own.example получает слова без имени.");
        }
        assertThat(all(boris)).isEmpty();
    }

    @Test
    void whoeverSaysNoBeforeThereIsAModelIsHeardToo() {
        ann.says("no ai").sees("AI is off for you: no model gets your words. Guesses are simpler.")
                .seesButtons("AI on").presses("AI on");
        assertThat(ann.newest()).startsWith("You allow AI, but there is none for you here.");
    }

    @Test
    void tasksAboutModelsStayTasks() {
        for (String words : new String[] { "write an article about life without AI", "turn off the water heater",
            "купить книгу про ИИ", "выключить свет в подвале", "buy a new key for the shed",
            "make a copy of the front door key" })
            ann.says(words);
        assertThat(all(person)).hasSize(6);
        assertThat(choices.of(person.id())).isNotInstanceOf(ptm.account.AiAccess.Refused.class);
    }

    @Test
    void theSettingsShowAndTurnIt() {
        hasOwn(person);
        ann.commands("settings", "").sees("*Settings*", "English · Berlin, 10:00 · quiet 22:00–08:00",
                "AI: your own (own.example)", "AI this month: 0 tokens, 0 calls")
                .seesButtons("Language", "Time", "AI off").presses("AI off")
                .sees("*Settings*", "English · Berlin, 10:00 · quiet 22:00–08:00", "AI: off, as you wish")
                .seesButtons("Language", "Time", "AI on").presses("AI on").seesButtons("Language", "Time", "AI off");
    }

    @Test
    void privacySaysWhoGetsTheWords() {
        ann.commands("privacy", "");
        assertThat(ann.newest()).endsWith("AI is off.");
        hasOwn(person);
        ann.commands("privacy", "").seesButtons("AI off");
        assertThat(ann.newest()).endsWith("AI is on: own.example gets your words, not your name.");
        ann.presses("AI off").commands("privacy", "");
        assertThat(ann.newest()).endsWith("AI is off for you: no model gets your words.");
    }

    @Test
    void whatItCostIsToldInTheWordsOfTheLanguage() {
        Account boris = person("Борис", Language.RU);
        hasOwn(boris);
        jdbc.sql("insert into ai_usage (account_id, day, own, calls, tokens_in, tokens_out) "
                + "values (?, date '2026-11-20', true, 22, 40000, 1200)").param(boris.id().value()).update();
        dialogue(boris).says("сколько потрачено на ИИ?").sees("ИИ: свой (own.example)",
                "ИИ за этот месяц: 41 тыс. токенов, 22 запроса");
        ann.says("how much AI did I use this month?").sees("AI: off");
    }

    @Test
    void aBudgetThatRunsOutIsTold() {
        publish(new AiBudgetNearlyUsed(person.id(), false, Instant.parse("2026-12-01T00:00:00Z")));
        ann.sees("_AI budget: four fifths are used. It is filled up again: 1 Dec._");
        publish(new AiBudgetNearlyUsed(person.id(), true, Instant.parse("2026-11-24T00:00:00Z")));
        ann.sees("_AI budget used up: simpler guesses until tomorrow, 01:00._");
        Account boris = person("Борис", Language.RU);
        publish(new AiBudgetNearlyUsed(boris.id(), true, Instant.parse("2026-12-01T00:00:00Z")));
        dialogue(boris).sees("_Бюджет ИИ исчерпан: догадки попроще, новый бюджет — 1 дек._");
    }

    private void publish(AiBudgetNearlyUsed event) {
        transaction.executeWithoutResult(status -> events.publishEvent(event));
    }

    @Test
    void aKeyInTheChatIsKeptNowhere() {
        jdbc.sql("""
                insert into chat_inbox (channel, thread, key, payload, received_at, account_id, state)
                values ('panel', :thread, :thread, :payload, now(), :account, 'done')""")
                .param("thread", person.id().toString()).param("account", person.id().value())
                .param("payload", "{\"text\":\"my key is " + KEY + "\"}").update();
        for (String words : new String[] { KEY, "my key is " + KEY, "buy milk, " + KEY + ", call mom",
            "API-ключ: 0a1b2c3d4e5f6071829304a5b6c7d8e9f0a1b2c3" })
            ann.says(words).seesFirst("That looks like a key or password. Nothing of the message was kept; please "
                    + "delete it here yourself, and get a new key if others could read it. Your own key for AI is set "
                    + "in the panel, under Me → AI.");
        assertThat(all(person)).isEmpty();
        assertThat(jdbc.sql("select payload from chat_inbox where account_id = ?").param(person.id().value())
                .query(String.class).list()).containsExactly("{\"text\":\"my key is •••\"}");
        assertThat(choices.kept(person.id())).isEmpty();
    }

    @Test
    void whereAKeyBelongsIsPointedTo() {
        for (String words : new String[] { "how do I set my own api key?", "can I use my own openai key",
            "I have my own API key" })
            assertThat(ann.says(words).newest())
                    .startsWith("A key and endpoint of your own are set in the panel, under Me → AI: http")
                    .endsWith("#me. Never send a key here.");
        Dialogue boris = dialogue(person("Борис", Language.RU));
        for (String words : new String[] { "как подключить свой ключ?", "хочу использовать свою модель",
            "куда вставить ключ для ИИ" })
            assertThat(boris.says(words).newest()).startsWith("Свой ключ и адрес задаются на панели, «Я» → «ИИ»: ");
        assertThat(all(person)).isEmpty();
    }
}
