package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import ptm.account.Language;
import ptm.task.TaskEdit;

/** Dialogues that ask about tasks: answered in a sentence or a list, and nothing of them is kept. */
class QuestionDialogueIT extends Dialogues {

    private Dialogue boris;

    @BeforeEach
    void someTasks() {
        ann.says("dentist tomorrow at 15:30\nfinish the slides by friday\nrenew the passport\nsweep the stairs");
        boris = dialogue(person("Борис", Language.RU));
        boris.says("зубной завтра в 15:30\nдоделать слайды к пятнице\nпродлить паспорт\nподмести лестницу");
    }

    @Test
    void anAppointmentToComeIsInEveryListOfItsDay() {
        ann.says("what do I have this week?").seesFirst("*due this week* · 2 tasks");
        assertThat(ann.newest()).contains("1. Dentist — tomorrow, 15:30");
        ann.says("what's on tomorrow?").sees("*due tomorrow* · 1 task", "1. Dentist — tomorrow, 15:30");
        ann.says("find dentist").sees("*“dentist”* · 1 task", "1. Dentist — tomorrow, 15:30");
        boris.says("что на завтра?").sees("*срок завтра* · 1 задача", "1. Зубной — завтра, 15:30");
    }

    @Test
    void aListAndItsNumberAgree() {
        ann.says("how many tasks do I have?").sees("*everything open*: 4");
        ann.presses("Show").seesFirst("*everything open* · 4 tasks");
        ann.says("what do I have?").seesFirst("*everything open* · 4 tasks");
        ann.says("what can I do now?").seesFirst("*what now* — 3 of 3");
        assertThat(ann.newest()).endsWith("_At a time of its own: 1_");
    }

    @Test
    void whereNothingIsLeftToDoNowWhatLiesAheadIsSaid() {
        Dialogue carl = dialogue(person("Carl", Language.EN));
        carl.says("dentist tomorrow at 15:30").commands("now", "");
        carl.sees("Nothing to do now.", "Ahead:", "1. Dentist — tomorrow, 15:30");
    }

    @Test
    void whenIsAnsweredWithTheDate() {
        ann.says("when is the dentist").sees("*Dentist* — tomorrow, 15:30");
        ann.says("when's my dentist appointment?").sees("*Dentist* — tomorrow, 15:30");
        ann.says("when do I have to finish the slides?").sees("*Finish the slides* — by Fri 27 Nov");
        ann.says("when is the passport due?").sees("*Renew the passport* — no date");
        ann.says("when is the concert?").sees("No task of yours is called that.").seesButtons("As one task");
        boris.says("когда зубной?").sees("*Зубной* — завтра, 15:30");
        boris.says("до какого числа слайды").sees("*Доделать слайды* — к пт 27 ноя");
        boris.says("когда концерт?").sees("Задачи с такими словами нет.");
        assertThat(all(person)).hasSize(4);
    }

    @Test
    void aTaskThatIsOnlySpokenOfAfterWhenIsStillATask() {
        boris.says("когда приду домой, полить цветы").seesButtons("↩ Отменить", "▶", "▸");
    }

    @Test
    void whetherItIsDoneIsAnswered() {
        ann.says("did I already renew the passport?").sees("Not yet: *Renew the passport*");
        ann.presses("✓ Done").says("have I renewed the passport?")
                .sees("Yes. ✓ Renew the passport — today, 10:00");
        boris.says("я уже продлил паспорт?").sees("Ещё нет: *Продлить паспорт*");
        assertThat(all(person)).hasSize(4);
    }

    @Test
    void nothingOverdueIsSaidSo() {
        ann.says("is there anything overdue?").sees("Nothing is overdue.");
        boris.says("что просрочено?").sees("Просроченного нет.");
        clock.pass(Duration.ofDays(7));
        ann.says("is there anything overdue?").seesFirst("*overdue* · 2 tasks");
    }

    @Test
    void whatWasDoneIsCountedAndListedOnceSaid() {
        set(task("Sweep"), new TaskEdit.Complete());
        ann.says("what did I finish today").seesFirst("*done today* · 1 task");
        ann.says("how many did I finish today?").sees("*done today*: 1");
        boris.says("сколько я закрыл в мае").seesFirst("*сделана 1 мая 2026 – 31 мая 2026*: 0");
    }

    @Test
    void whatIsRunningIsTheTimer() {
        ann.says("what am I doing right now?").sees("Nothing is running.");
        ann.says("show me the stairs").presses("▶").says("what am I doing right now?");
        assertThat(ann.newest()).startsWith("▶ *Sweep the stairs*").endsWith("since 10:00");
        boris.says("что я сейчас делаю?").sees("Таймер сейчас не идёт.");
    }

    @Test
    void oneTaskIsShownWhole() {
        ann.says("show me the dentist").seesFirst("*Dentist*");
        assertThat(ann.newest()).contains("tomorrow, 15:30");
        boris.says("покажи задачу про паспорт").seesFirst("*Продлить паспорт*");
    }

    @Test
    void whyNotNeedsNoListAbove() {
        ann.says("why not the passport?").sees("“Renew the passport” fits; others came first.");
        ann.says("why not the dentist?").sees("“Dentist” waits for its own time.");
        boris.says("почему не зубной?").sees("«Зубной»: назначено на своё время.");
    }
}
