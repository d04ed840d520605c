package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import ptm.account.Language;
import ptm.task.Scale;
import ptm.task.TaskEdit;

/** Dialogues that ask for tasks: the right few, those of a day, and those of a word. */
class RequestDialogueIT extends Dialogues {

    private void threeOfDifferentWeight() {
        ann.says("text the plumber\nanswer the landlord\nwrite the novel");
        weigh("Text", 5, 1);
        weigh("Answer", 20, 2);
        weigh("Write", 600, 3);
    }

    private void weigh(String title, int minutes, int impact) {
        set(task(title), new TaskEdit.Estimate(minutes));
        set(task(title), new TaskEdit.Rate(Scale.IMPACT, impact));
    }

    @Test
    void whatMattersIsLoosenedInItsOwnWords() {
        threeOfDifferentWeight();
        ann.says("5 minutes for something important");
        ann.seesFirst("Nothing that matters here. Without *matters*:");
        assertThat(ann.newest()).contains("1. Text the plumber · 5 min");
        ann.seesButtons("▶ 1", "≤ 30 min");
        ann.presses("≤ 30 min").seesFirst("*≤ 30 min · matters* — 1 of 1");
    }

    @Test
    void theFilterIsTurnedUnderTheSameList() {
        threeOfDifferentWeight();
        ann.says("30 minutes for something important").presses("⚙ Filter");
        assertThat(ann.newest()).contains("*≤ 30 min · matters* — 1 of 1", "1. Answer the landlord · 20 min");
        ann.seesButtons("✕ ≤ 30 min", "✕ matters", "☆ Save", "‹ Back");
        ann.presses("✕ matters").seesFirst("*≤ 30 min* — 2 of 2").presses("⚙ Filter").presses("☆ Save");
        ann.sees("Saved: “30 minutes for something important”.").commands("presets", "").sees("*Saved*");
        ann.presses("30 minutes for something important").seesFirst("*30 minutes for something important* — 2 of 2");
    }

    @Test
    void aListThatRanEmptyLeadsBack() {
        threeOfDifferentWeight();
        ann.says("30 minutes for something important").presses("Others").sees("That was all of it.");
        ann.presses("‹ Back").seesFirst("*≤ 30 min · matters* — 1 of 1");
    }

    @Test
    void whyNotIsAnswered() {
        threeOfDifferentWeight();
        ann.says("30 minutes for something important").says("why not the novel?");
        ann.sees("“Write the novel”: 10 h, and you have 30 min.");
        ann.says("why not the plumber").sees("“Text the plumber” does not fit: matters.");
        ann.says("why not the landlord?").sees("“Answer the landlord” is in the list: number 1.");
    }

    @Test
    void anOlderListSaysSo() {
        threeOfDifferentWeight();
        ann.commands("now", "").commands("inbox", "").seesFirst("*came in lately* · 3 tasks");
        assertThat(ann.everything()).contains("_There is a newer list below._");
    }

    @Test
    void aDayOrAWordIsLookedUpAndNothingIsLoosened() {
        threeOfDifferentWeight();
        ann.commands("today", "").sees("Nothing for today.");
        ann.commands("find", "passport").sees("Not found: “passport”");
    }

    @Test
    void whatIsPutAsideOrDoneIsFoundByItsWords() {
        ann.says("sweep the stairs").presses("▶").presses("Not now").presses("No mood");
        ann.commands("find", "stairs").sees("*“stairs”* · 1 task", "1. Sweep the stairs" + chips());
        set(task("Sweep"), new TaskEdit.Complete());
        ann.commands("find", "stairs");
        assertThat(ann.newest()).contains("1. ✓ Sweep the stairs");
    }

    private String chips() {
        return new TaskLines(new Wording(new Phrases(), Language.EN, BERLIN, MONDAY_AT_TEN))
                .line(0, task("Sweep"), false).stream().skip(1).map(Span::text).collect(Collectors.joining());
    }

    @Test
    void moreThanFiveHaveTheirNumbersFiveAtATime() {
        String seven = IntStream.rangeClosed(1, 7).mapToObj("call plumber number %d"::formatted)
                .collect(Collectors.joining("\n"));
        ann.says(seven).seesFirst("*7 tasks*").seesButtons("1 ▸", "2 ▸", "3 ▸", "4 ▸", "5 ▸", "›", "↩ Undo");
        ann.presses("›").seesButtons("6 ▸", "7 ▸", "›", "↩ Undo");
        ann.presses("7 ▸").presses("‹ Back").seesButtons("6 ▸", "7 ▸", "›", "↩ Undo").presses("›").presses("1 ▸");
        ann.commands("inbox", "").seesButtons("1 ▸", "2 ▸", "3 ▸", "4 ▸", "5 ▸", "›").presses("›")
                .seesButtons("6 ▸", "7 ▸", "›");
    }

    @Test
    void theNumbersOfALongChoiceTurnWithoutAskingAnew() {
        ann.says(IntStream.rangeClosed(1, 8).mapToObj("call plumber number %d"::formatted)
                .collect(Collectors.joining("\n")));
        ann.says("show me 7 tasks");
        String list = ann.newest();
        ann.seesButtons("▶ 1", "▶ 2", "▶ 3", "▶ 4", "▶ 5", "›", "Others", "Easier", "Shorter", "⚙ Filter");
        ann.presses("›").seesButtons("▶ 6", "▶ 7", "›", "Others", "Easier", "Shorter", "⚙ Filter");
        assertThat(ann.newest()).isEqualTo(list);
        ann.presses("⚙ Filter");
        assertThat(ann.newest()).isEqualTo(list);
    }

    @Test
    void thanksAndGreetingsAreNoTaskAndOneTapGoesOn() {
        ann.says("thanks").sees("👌 No task in that.").seesButtons("What now", "As one task");
        ann.presses("What now").sees("Nothing open. Rest.");
        Dialogue boris = dialogue(person("Борис", Language.RU));
        boris.says("спасибо").sees("👌 Задачи в этом нет.").seesButtons("Что сейчас", "Одной задачей");
        boris.presses("Что сейчас").sees("Открытых задач нет. Отдыхайте.");
    }

    @Test
    void helpNamesTheCommandsInOneBreath() {
        ann.commands("help", "").sees("Just say it:",
                "_buy cat food · 30 useful minutes · slides → monday · undo_",
                "/now what now · /today · /inbox lately · /find search · /presets saved · /panel · /undo · /settings"
                        + " · /export all of yours · /privacy");
    }

    @Test
    void onlyALinkIsSomethingToRead() {
        ann.says("https://www.example.org/taxes?when=moving").sees("*Read: example.org*");
        assertThat(task("Read").links()).hasSize(1);
        Dialogue boris = dialogue(person("Борис", Language.RU));
        boris.says("https://example.org/a").sees("*Прочитать: example.org*");
    }
}
