package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import ptm.account.Language;
import ptm.task.Scale;
import ptm.task.TaskEdit;

/** Dialogues about an hour or more to spend, and about what is quick. */
class PlanDialogueIT extends Dialogues {

    private void twoTasks() {
        ann.says("translate the letter\nsort the photos");
        of("Translate", 60, 3);
        of("Sort", 30, 1);
    }

    private void of(String title, int minutes, int mind) {
        set(task(title), new TaskEdit.Estimate(minutes));
        set(task(title), new TaskEdit.Rate(Scale.INTELLECTUAL, mind));
    }

    @Test
    void twoHoursArePlanned() {
        twoTasks();
        ann.says("I have two hours").seesFirst("*10:00–12:00* · 20 min spare");
        assertThat(ann.newest().lines()).anyMatch("10:00 Translate the letter · 1 h · _hardest first_"::equals)
                .contains("11:00 break").anyMatch(line -> line.startsWith("11:10 Sort the photos · 30 min"));
        ann.seesButtons("▶ Go", "Others", "Easier", "No break").presses("No break");
        assertThat(ann.newest()).contains("11:00 Sort the photos");
        ann.presses("▶ Go");
        clock.pass(Duration.ofMinutes(60));
        ann.presses("✓ Done").presses("▶ Next").seesFirst("*11:00–12:00* · 30 min spare");
    }

    @Test
    void russianPlansToo() {
        Dialogue boris = dialogue(person("Борис", Language.RU));
        boris.says("перевести письмо (час)").says("есть два часа").seesFirst("*10:00–12:00* · запас 1 ч");
    }

    @Test
    void halfAnHourIsAListAndSoIsASize() {
        twoTasks();
        ann.says("I have 30 minutes").seesFirst("*≤ 30 min* — 1 of 1");
        ann.says("something under 2 hours").seesFirst("*≤ 2 h* — 2 of 2");
    }

    @Test
    void quickIsWidenedAsLittleAsWillDo() {
        twoTasks();
        ann.says("something quick").seesFirst("Nothing is *≤ 15 min*. The nearest, *≤ 30 min*:");
        assertThat(ann.newest()).contains("Sort the photos").doesNotContain("Translate");
    }
}
