package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;

import org.junit.jupiter.api.Test;

import ptm.account.Language;

/** Dialogues about PTM itself, in words: none of them becomes a task. */
class AboutDialogueIT extends Dialogues {

    @Test
    void helpIsAskedForInWords() {
        for (String words : new String[] { "help", "what can you do?", "how does this work" })
            ann.says(words).seesFirst("Just say it:");
        ann.says("who are you?").seesFirst(
                "PTM: takes tasks as they come, and hands back the right one at the right moment.");
        Dialogue boris = dialogue(person("Борис", Language.RU));
        for (String words : new String[] { "помощь", "что ты умеешь?", "как этим пользоваться" })
            boris.says(words).seesFirst("Просто скажите:");
        assertThat(all(person)).isEmpty();
    }

    @Test
    void whatToDoIsNoCallForHelp() {
        ann.says("sweep the stairs").says("what should I do").seesFirst("*what now* — 1 of 1");
        Dialogue boris = dialogue(person("Борис", Language.RU));
        boris.says("подмести лестницу").says("что делать?").seesFirst("*что сейчас* — 1 из 1");
    }

    @Test
    void theLanguageIsSwitchedInWordsAndBackWithATap() {
        ann.says("can you speak russian?").sees("Теперь по-русски.").presses("English").sees("English it is.");
        ann.says("говори по-русски").sees("Теперь по-русски.").says("давай по-английски").sees("English it is.");
    }

    @Test
    void thePartsOfTheDayAreSaidInWords() {
        ann.says("my morning is at 7").sees("Morning: 07:00.");
        assertThat(accounts.require(person.id()).times().morning()).isEqualTo(LocalTime.of(7, 0));
        ann.presses("↩ Undo").sees("Morning: 09:00.");
        Dialogue boris = dialogue(person("Борис", Language.RU));
        boris.says("утро у меня в 7:30").sees("Утро: 07:30.").says("вечер начинается в 6").sees("Вечер: 18:00.");
    }

    @Test
    void explainedWordsAreListedAndForgottenByWords() {
        ann.says("what words have I taught you?").seesFirst(
                "No words explained yet. For example: _by light I mean under 20 minutes and no calls_");
        ann.says("by light I mean under 20 minutes and no calls").says("what words have I taught you?");
        assertThat(ann.newest()).contains("“light” = ≤ 20 min · not phone");
        ann.says("forget what light means").sees("Forgotten: “light”.").presses("↩ Undo")
                .seesFirst("“light” = ≤ 20 min · not phone. Fits now: 0");
        Dialogue boris = dialogue(person("Борис", Language.RU));
        boris.says("лёгкое — это до 20 минут и без звонков").says("забудь, что значит лёгкое")
                .sees("Забыто: «лёгкое».").says("какие слова ты выучил").seesFirst(
                        "Своих слов пока нет. Например: _лёгкое — это до 20 минут и без звонков_");
    }

    @Test
    void whatIsKnownIsSaid() {
        ann.says("sweep the stairs").says("what do you know about me?").seesFirst("*Known of you*");
        assertThat(ann.newest()).contains("Tasks: 1 open, 0 done", "All of it: /privacy");
    }
}
