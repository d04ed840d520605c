package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import ptm.account.Account;
import ptm.account.Language;
import ptm.task.Status;
import ptm.task.TaskEdit;

/** Dialogues about one task: its card, its timer, not now, and what was asked about it. */
class TaskDialogueIT extends Dialogues {

    @Test
    void aCardShowsWhatIsKnownAndOffersToSplit() {
        ann.says("return the drill to Paul by Friday");
        set(task("Return"), new TaskEdit.Estimate(15));
        ann.presses("▸").seesFirst("*Return the drill to Paul*");
        assertThat(ann.newest()).contains("Fri 27 Nov · 15 min");
        ann.presses("Split").sees("Which steps? Send them, a line each.").says("find the drill\nring his bell");
        ann.sees("“Return the drill to Paul”: 2 steps").presses("▸");
        assertThat(ann.newest()).contains("☐ find the drill");
    }

    @Test
    void aQuestionCanBeDroppedOrPassedOver() {
        ann.says("sweep the stairs").presses("▸").presses("Split").says("never mind").sees("Left as it is.");
        ann.presses("Split").commands("now", "").says("buy glue").seesButtons("↩ Undo", "▶", "▸");
        assertThat(task("Sweep").subtasks()).isEmpty();
    }

    @Test
    void aSecondPressOfStartSaysThatItRuns() {
        ann.says("sweep the stairs").presses("▶");
        clock.pass(Duration.ofMinutes(3));
        ann.presses("▶").seesToast("Running since 10:00.").seesNothingNew();
    }

    @Test
    void aTimerLeftRunningIsAskedAboutBeforeItCounts() {
        ann.says("sweep the stairs");
        set(task("Sweep"), new TaskEdit.Estimate(20));
        ann.presses("▶");
        clock.pass(Duration.ofHours(5));
        ann.presses("✓ Done");
        assertThat(ann.everything()).contains("✓ Sweep the stairs", "“Sweep the stairs”: the timer ran 5 h. Count it?");
        ann.presses("~20 min").sees("Counted: 20 min.");
        assertThat(task("Sweep").spentMinutes()).isEqualTo(20);
    }

    @Test
    void farOverTheEstimateIsCorrectedWithATap() {
        ann.says("sweep the stairs");
        set(task("Sweep"), new TaskEdit.Estimate(15));
        ann.presses("▶");
        clock.pass(Duration.ofMinutes(90));
        ann.presses("✓ Done").sees("✓ Sweep the stairs · 1 h 30 min");
        ann.seesButtons("↩ Undo", "▶ Next", "No, ~15 min").presses("No, ~15 min").sees("✓ Sweep the stairs · 15 min");
        ann.presses("↩ Undo");
        assertThat(task("Sweep").status()).isEqualTo(Status.OPEN);
    }

    @Test
    void tooLongCountsOnceHoweverOftenItIsPressed() {
        ann.says("sweep the stairs");
        set(task("Sweep"), new TaskEdit.Estimate(15));
        ann.presses("▶").presses("Not now").pressesTwice("Too long").seesToast("Already done.");
        ann.sees("15 → ~25 min").seesButtons("Split", "↩ Undo");
        assertThat(task("Sweep").minutes()).isEqualTo(25);
    }

    @Test
    void theThirdTimeWithoutTheMoodASmallerStepIsOffered() {
        ann.says("sweep the stairs");
        for (int time = 1; time <= 3; time++)
            ann.commands("find", "stairs").presses("1 ▸").presses("▶").presses("Not now").presses("No mood");
        ann.sees("Hidden till tomorrow. A smaller first step?").seesButtons("Split", "Drop", "↩ Undo");
    }

    @Test
    void aPlaceIsSetOrTakenAway() {
        ann.says("sweep the stairs").presses("▶").presses("Not now").presses("Not here").sees("Where, then?");
        ann.seesButtons("home", "computer", "Any place").presses("Any place").sees("Sweep the stairs · any place");
    }

    @Test
    void aRepeatingTaskSaysWhenItComesAgain() {
        ann.says("water the ferns every Tuesday").presses("▶").presses("✓ Done");
        assertThat(ann.newest()).startsWith("✓ Water the ferns").contains(" · again Tue 1 Dec");
        ann.presses("↩ Undo").sees("Taken back: “Water the ferns”.");
        assertThat(all(person)).hasSize(1);
    }

    @Test
    void whatIsOutOfSightSaysUntilWhen() {
        ann.says("sweep the stairs").presses("▶").presses("Not now").presses("No mood").commands("find", "stairs");
        assertThat(ann.newest()).contains("1. Sweep the stairs · 💤 tomorrow, 09:00");
    }

    @Test
    void russianSaysTheSame() {
        person = person("Борис", Language.RU);
        Dialogue boris = dialogue(person).says("подмести лестницу");
        set(task("Подмести"), new TaskEdit.Estimate(15));
        boris.presses("▶").seesFirst("▶ *Подмести лестницу* · 15 мин · с 10:00").presses("Не сейчас");
        boris.sees("Отложено. Почему?").seesButtons("Долго", "Не здесь", "Нет настроя", "Пока нельзя");
        boris.presses("Пока нельзя").sees("До какого дня?").presses("Через неделю").sees("Ждёт: пн 30 ноя.");
        boris.says("вернуть анкету к пятнице").says("анкета → понедельник");
        boris.sees("«Вернуть анкету»: к ~~пт 27 ноя~~ пн 30 ноя").says("анкета → вторник");
        boris.sees("«Вернуть анкету»: ~~пн 30 ноя~~ завтра");
    }

    @Test
    void whatWasMeantForAClosedTaskIsAnsweredToo() {
        Account account = person;
        ann.says("sweep the stairs").presses("▶").presses("✓ Done").says("split 1");
        assertThat(ann.newest()).isNotBlank();
        assertThat(all(account)).hasSize(1);
        ann.sees("Already done.");
    }
}
