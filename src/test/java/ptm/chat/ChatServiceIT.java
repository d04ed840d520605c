package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

import ptm.account.Account;
import ptm.account.Language;
import ptm.task.Label;
import ptm.task.Scale;
import ptm.task.Status;
import ptm.task.Task;
import ptm.task.TaskEdit;

/** The conversation, told as dialogues. */
class ChatServiceIT extends Dialogues {
    @Autowired
    private Speaker speaker;
    @Autowired
    private Threads threads;
    @Autowired
    private Views views;

    @Test
    void whoBlockedTheBotIsSpokenToInThePanel() {
        String subject = person.id() + "00";
        Address telegram = new Address("telegram", subject);
        Address panel = new Address("panel", person.id().toString());
        assertThat(speaker.homeOf(person.id())).isEqualTo(panel);
        jdbc.sql("insert into identity (account_id, provider, subject, created_at) values (?, 'telegram', ?, now())")
                .params(person.id().value(), subject).update();
        assertThat(speaker.homeOf(person.id())).isEqualTo(telegram);
        threads.unreachable(telegram);
        assertThat(speaker.homeOf(person.id())).isEqualTo(panel);
        threads.reachable(telegram);
        assertThat(speaker.homeOf(person.id())).isEqualTo(telegram);
    }

    @Test
    void aViewThatAnOlderVersionWroteIsStillRead() {
        View view = views.add(person.id(), new Address("panel", person.id().toString()), null,
                new View.Lookup("ferns", List.of(), 3));
        jdbc.sql("update chat_view set content = content - 'count' - 'tasks' || '{\"gone\": 1}' where id = ?")
                .param(view.id()).update();
        assertThat(views.find(person.id(), view.id())).map(View::content)
                .contains(new View.Lookup("ferns", List.of(), 0));
    }

    @Test
    void aListBecomesTasksUnderOneMessage() {
        ann.says("water the ferns\nreturn the drill to Paul by Friday\npassport office Tuesday 11:30")
                .seesFirst("*3 tasks*").seesButtons("1 ▸", "2 ▸", "3 ▸", "↩ Undo");
        assertThat(ann.newest()).contains("2. Return the drill to Paul — by Fri 27 Nov")
                .contains("3. Passport office — tomorrow, 11:30");
        assertThat(all(person)).hasSize(3);
    }

    @Test
    void aTaskIsOpenedRejectedInPartAndClosedAgain() {
        ann.says("return the drill to Paul by Friday").presses("▸").presses("✕ Fri 27 Nov")
                .seesToast("Just a word, then.");
        assertThat(all(person).getFirst().due()).isNull();
        assertThat(all(person).getFirst().title()).isEqualTo("Return the drill to Paul by Friday");
        ann.presses("‹ Back").seesButtons("↩ Undo", "▶", "▸");
    }

    @Test
    void undoOfADumpKeepsWhatWasEditedByHandAndSaysSo() {
        ann.says("water the ferns\ncall grandma\nsweep the stairs");
        Task call = all(person).stream().filter(task -> task.title().equals("Call grandma")).findFirst().orElseThrow();
        set(call, new TaskEdit.Estimate(40));
        ann.presses("↩ Undo").sees("Taken back: 2 tasks. Kept: “Call grandma”.");
        assertThat(all(person)).extracting(Task::title).containsExactly("Call grandma");
        ann.presses("↪ Bring back");
        assertThat(all(person)).hasSize(3);
        assertThat(all(person)).anySatisfy(task -> assertThat(task.minutes()).isEqualTo(40));
    }

    @Test
    void anUndoPressedTwiceUndoesOnce() {
        ann.says("water the ferns").presses("↩ Undo").sees("Taken back: “Water the ferns”.");
        assertThat(all(person)).isEmpty();
        ann.says("sweep the stairs");
        assertThat(all(person)).hasSize(1);
    }

    @Test
    void aTimeBoxGivesTasksThatFitAndWhy() {
        ann.says("answer the landlord by tomorrow\nwrite the novel");
        all(person).forEach(task -> {
            boolean novel = task.title().equals("Write the novel");
            set(task, new TaskEdit.Estimate(novel ? 600 : 20));
            set(task, new TaskEdit.Rate(Scale.IMPACT, 2));
        });
        ann.says("half an hour for something important").seesFirst("*≤ 30 min · matters* — 1 of 1");
        assertThat(ann.newest()).contains("1. Answer the landlord").contains("_due tomorrow").doesNotContain("novel");
    }

    @Test
    void startedAndDoneIsRememberedWithItsTime() {
        ann.says("water the ferns").presses("▶");
        assertThat(ann.newest()).startsWith("▶ *Water the ferns*").contains("since 10:00");
        ann.presses("✓ Done").seesButtons("↩ Undo", "▶ Next");
        assertThat(all(person).getFirst().status()).isEqualTo(Status.DONE);
        ann.presses("↩ Undo");
        assertThat(all(person).getFirst().status()).isEqualTo(Status.OPEN);
    }

    @Test
    void notNowAsksWhyAndEachAnswerDoesSomethingElse() {
        ann.says("water the ferns").presses("▶").presses("Not now").sees("Put aside. Why?");
        int before = all(person).getFirst().minutes();
        ann.presses("Too long");
        assertThat(all(person).getFirst().minutes()).isGreaterThan(before);
        ann.says("call grandma").presses("▶").presses("Not now").presses("No mood").seesFirst("Hidden till tomorrow.");
        assertThat(all(person)).anySatisfy(task -> assertThat(task.hiddenUntil())
                .isEqualTo(Instant.parse("2026-11-24T08:00:00Z")));
        ann.says("sweep the stairs").presses("▶").presses("Not now").presses("Not here").presses("home");
        assertThat(all(person)).anySatisfy(
                task -> assertThat(task.labels(Label.CONTEXTS)).containsExactly("home"));
    }

    @Test
    void twoTasksThatMayBeMeantAreAskedAbout() {
        ann.says("dentist 1 December\nask the dentist for the bill").says("done with the dentist");
        ann.seesFirst("Which one?").presses("Ask the dentist for the bill");
        assertThat(all(person)).filteredOn(task -> task.status() == Status.DONE).extracting(Task::title)
                .containsExactly("Ask the dentist for the bill");
    }

    @Test
    void aDateIsMovedByWords() {
        ann.says("finish the slides by Friday").says("slides → monday")
                .sees("“Finish the slides”: by ~~Fri 27 Nov~~ Mon 30 Nov").presses("↩ Undo");
        assertThat(new TaskLines(new Wording(new Phrases(), Language.EN, BERLIN, MONDAY_AT_TEN))
                .due(all(person).getFirst())).isEqualTo("— by Fri 27 Nov");
    }

    @Test
    void editedWordsOfAMessageChangeWhatCameFromIt() {
        ann.says("call mom\nbuy cat food").rewords("call mom and dad");
        assertThat(ann.newest()).contains("Call mom and dad").contains("~~Buy cat food~~").contains("_as edited_");
        assertThat(all(person)).extracting(Task::title).containsExactly("Call mom and dad");
        ann.presses("↩ Undo");
        assertThat(all(person)).extracting(Task::title).containsExactlyInAnyOrder("Call mom", "Buy cat food");
    }

    @Test
    void theClockIsAskedInPassingAndAnsweredWithACityOrNotAtAll() {
        jdbc.sql("update account set zone = null where id = :id").param("id", person.id().value()).update();
        ann.commands("start", "").says("water the ferns").seesButtons("↩ Undo", "▶", "▸");
        ann.commands("start", "");
        assertThat(ann.newest()).contains("where you are?");
        ann.says("Moscow").sees("The clock is set: Moscow, 12:00.");
        assertThat(accounts.require(person.id()).zone()).isEqualTo(ZoneId.of("Europe/Moscow"));
    }

    @Test
    void forwardedWordsCanBeNothingButTasks() {
        ann.says("water the ferns").forwards("delete everything", "Eve");
        assertThat(all(person)).extracting(Task::title).contains("Water the ferns");
        assertThat(all(person)).hasSize(2);
    }

    @Test
    void aStrangersButtonDoesNothing() {
        ann.says("water the ferns");
        Dialogue bob = dialogue(person("Bob", Language.RU));
        bob.presses(ann, "↩ Undo").seesToast("Эта кнопка из другого времени. Спросите заново.");
        assertThat(all(person)).hasSize(1);
    }

    @Test
    void russianIsSpokenToThoseWhoSpeakIt() {
        Account boris = person("Борис", Language.RU);
        dialogue(boris).says("полить цветы\nвернуть дрель к вторнику").seesFirst("*2 задачи*")
                .seesButtons("1 ▸", "2 ▸", "↩ Отменить");
        assertThat(all(boris)).hasSize(2);
    }

    @Test
    void commandsAnswerAndUnknownOnesSaySo() {
        ann.commands("now", "").sees("Nothing open. Rest.");
        ann.commands("frobnicate", "").sees("No such command. Just say it, or /help");
        ann.commands("help", "").seesFirst("Just say it:");
        ann.commands("settings", "").seesFirst("*Settings*");
        ann.says("water the ferns").commands("inbox", "");
        assertThat(ann.newest()).contains("Water the ferns");
        ann.commands("find", "fern");
        assertThat(ann.newest()).contains("Water the ferns");
    }

    @ParameterizedTest
    @ValueSource(strings = { "🎉🎉🎉", "   ", "\u0000", "\u202e מימין לשמאל", "<b>bold</b> & <script>alert(1)</script>",
        "{\"a\":",
        "*_~`[]()", "9999-99-99", "in 9999999999 years", "'; drop table task; --" })
    void whateverIsSentGetsAnAnswer(String words) {
        ann.says(words);
        assertThat(ann.newest()).isNotBlank();
    }

    @Test
    void aLongDumpIsTakenAndMoreThanCanBeReadIsRefusedInWords() {
        ann.says("water the ferns. ".repeat(400));
        assertThat(ann.newest()).contains("tasks");
        ann.says("x".repeat(100_001));
        assertThat(ann.newest()).contains("100,000").contains("Send it in parts.");
    }
}
