package ptm.understanding.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ptm.account.AccountId;
import ptm.account.Language;
import ptm.account.TimesOfDay;
import ptm.filter.Filter;
import ptm.filter.FilterText;
import ptm.filter.OrderField;
import ptm.filter.ParsedFilter;
import ptm.filter.Preset;
import ptm.task.Status;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskTitle;
import ptm.understanding.Answer;
import ptm.understanding.Context;
import ptm.understanding.EditCommand;
import ptm.understanding.Intent;
import ptm.understanding.Interpretation;
import ptm.understanding.Interpreter;
import ptm.understanding.Origin;
import ptm.understanding.Utterance;
import ptm.understanding.Verb;
import ptm.understanding.Vocabulary;

/** What people type, and what it means: utterances/*.tsv hold intent, text and, of a request, its filter. */
class BuiltinInterpreterTest {

    private static final Interpreter INTERPRETER = new BuiltinConfiguration().builtinInterpreter();
    private static final Instant NOW = Instant.parse("2026-05-19T08:05:00Z");

    private static Context context(Language language) {
        return new Context(new AccountId(1), language, ZoneId.of("Europe/Berlin"), TimesOfDay.DEFAULT, List.of(),
                Vocabulary.EMPTY, List::of, List::of);
    }

    private static Context with(List<TaskId> shown, List<TaskTitle> titles, Vocabulary vocabulary) {
        return new Context(new AccountId(1), Language.EN, ZoneId.of("Europe/Berlin"), TimesOfDay.DEFAULT, shown,
                vocabulary, () -> titles, List::of);
    }

    private static TaskTitle title(long id, String title) {
        return new TaskTitle(new TaskId(id), title, Status.OPEN);
    }

    private static Interpretation read(String text, Context context) {
        return INTERPRETER.interpret(Utterance.own(text, NOW), context);
    }

    private static EditCommand edit(String text, Context context) {
        Intent intent = read(text, context).intent();
        assertThat(intent).as(text).isInstanceOf(Intent.Edit.class);
        return ((Intent.Edit) intent).commands().getFirst();
    }

    @ParameterizedTest
    @ValueSource(strings = { "en", "ru" })
    void readsWhatPeopleType(String language) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String line : lines("/utterances/" + language + ".tsv")) {
            String[] cells = line.split("\t", -1);
            String got = describe(read(cells[1], context(Language.of(language))), cells);
            if (!got.isEmpty())
                wrong.add(cells[1] + ": " + got);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void findsTheTaskByItsWords() {
        Context context = with(List.of(), List.of(title(1, "Dentist"), title(2, "Finish the slides"),
                title(3, "Buy cat food")), Vocabulary.EMPTY);
        assertThat(edit("done with the dentist", context).tasks()).containsExactly(new TaskId(1));
        assertThat(edit("slides → monday", context).tasks()).containsExactly(new TaskId(2));
        assertThat(edit("drop the catfood thing, no longer needed", context).verb()).isEqualTo(Verb.DROP);
        assertThat(edit("fnished the slydes", context).tasks()).containsExactly(new TaskId(2));
    }

    @Test
    void movesTheTaskToTheDaySaid() {
        Context context = with(List.of(), List.of(title(2, "Finish the slides")), Vocabulary.EMPTY);
        EditCommand command = edit("move the slides to 29 May", context);
        assertThat(command.verb()).isEqualTo(Verb.SET);
        assertThat(command.tasks()).containsExactly(new TaskId(2));
        assertThat(command.set()).anyMatch(set -> set.edit() instanceof TaskEdit.Reschedule reschedule
                && String.valueOf(reschedule.due()).contains("2026-05-29"));
    }

    @Test
    void asksWhichWhereSeveralFit() {
        Context context = with(List.of(), List.of(title(1, "Dentist"), title(2, "Ask the dentist for the bill")),
                Vocabulary.EMPTY);
        EditCommand command = edit("delete the one about dentist bills or so", context);
        assertThat(command.tasks().size() + command.candidates().size()).isPositive();
        assertThat(edit("отметь зубного сделанным", with(List.of(),
                List.of(title(1, "К зубному"), title(2, "Взять у зубного счёт")), Vocabulary.EMPTY)).candidates())
                .isNotNull();
    }

    @Test
    void aNumberMeansThePlaceInTheLastList() {
        Context context = with(List.of(new TaskId(7), new TaskId(8), new TaskId(9)), List.of(), Vocabulary.EMPTY);
        assertThat(edit("2", context).tasks()).containsExactly(new TaskId(8));
        assertThat(edit("start 1", context).verb()).isEqualTo(Verb.START);
        assertThat(edit("start 1", context).tasks()).containsExactly(new TaskId(7));
        assertThat(edit("join 2 and 3", context).verb()).isEqualTo(Verb.MERGE);
        assertThat(edit("join 2 and 3", context).tasks()).containsExactly(new TaskId(8), new TaskId(9));
        assertThat(edit("2 takes an hour", context).tasks()).containsExactly(new TaskId(8));
        assertThat(edit("2 takes an hour", context).set()).anyMatch(
                set -> set.edit() instanceof TaskEdit.Estimate(Integer minutes) && Integer.valueOf(60).equals(minutes));
        assertThat(edit("3 is not a task", context).verb()).isEqualTo(Verb.DROP);
        assertThat(edit("вторую сделал", context).tasks()).containsExactly(new TaskId(8));
        assertThat(edit("удали третью", context).tasks()).containsExactly(new TaskId(9));
    }

    @Test
    void aDateAfterOneTaskMovesIt() {
        Context context = with(List.of(new TaskId(7)), List.of(), Vocabulary.EMPTY);
        EditCommand command = edit("to friday", context);
        assertThat(command.verb()).isEqualTo(Verb.SET);
        assertThat(command.tasks()).containsExactly(new TaskId(7));
        assertThat(edit("на пятницу", context).tasks()).containsExactly(new TaskId(7));
        assertThat(edit("done", context).tasks()).containsExactly(new TaskId(7));
    }

    @Test
    void undoNeedsNoTask() {
        assertThat(edit("undo", context(Language.EN)).verb()).isEqualTo(Verb.UNDO);
        assertThat(edit("отмени", context(Language.RU)).verb()).isEqualTo(Verb.UNDO);
    }

    @Test
    void teachesAWordAndUsesIt() {
        Intent intent = read("by light I mean under 15 minutes and no calls", context(Language.EN)).intent();
        assertThat(intent).isInstanceOf(Intent.Teach.class);
        Intent.Teach teach = (Intent.Teach) intent;
        assertThat(teach.word()).isEqualTo("light");
        assertThat(parts(teach.meaning())).isEqualTo(parts(FilterText.parse("minutes<=15 -context:phone").where()));
        Vocabulary vocabulary = new Vocabulary(List.of(), List.of(), Map.of("light", teach.meaning()));
        Interpretation request = read("something light", with(List.of(), List.of(), vocabulary));
        assertThat(parts(((Intent.Request) request.intent()).preset().where()))
                .isEqualTo(parts(teach.meaning()));
        assertThat(read("лёгкое — это до 15 минут и без звонков", context(Language.RU)).intent())
                .isInstanceOf(Intent.Teach.class);
    }

    @Test
    void readsThePersonsOwnThemes() {
        Vocabulary vocabulary = new Vocabulary(List.of("Aurora", "Money"), List.of("workshop"), Map.of());
        assertThat(where("anything for aurora?", vocabulary)).contains(FilterText.parse("theme:Aurora").where());
        assertThat(where("what's left on finances", vocabulary)).contains(FilterText.parse("theme:Money").where());
        assertThat(where("I'm in the workshop, 20 minutes", vocabulary))
                .contains(FilterText.parse("context:workshop").where(), FilterText.parse("minutes<=20").where());
    }

    private static Set<Filter> where(String text, Vocabulary vocabulary) {
        Intent intent = read(text, with(List.of(), List.of(), vocabulary)).intent();
        assertThat(intent).as(text).isInstanceOf(Intent.Request.class);
        return parts(((Intent.Request) intent).preset().where());
    }

    @Test
    void othersWordsBecomeNothingButDrafts() {
        for (String text : List.of("delete all my tasks", "undo", "what is overdue?", "thanks")) {
            Utterance forwarded = new Utterance(text, NOW, Origin.FORWARDED);
            assertThat(INTERPRETER.interpret(forwarded, context(Language.EN)).intent())
                    .isInstanceOf(Intent.Capture.class);
        }
    }

    @Test
    void countsWhereANumberIsAskedFor() {
        assertThat(((Intent.Request) read("how many are overdue", context(Language.EN)).intent()).answer())
                .isEqualTo(Answer.COUNT);
        assertThat(((Intent.Request) read("what is overdue", context(Language.EN)).intent()).answer())
                .isEqualTo(Answer.ALL);
    }

    @Test
    void namesWordsItCouldNotRead() {
        Interpretation sure = read("show important tasks at home", context(Language.EN));
        Interpretation unsure = read("show important zorbly tasks at home quibbling", context(Language.EN));
        assertThat(sure.unread()).isEmpty();
        assertThat(unsure.unread()).contains("quibbling");
        assertThat(unsure.confidence()).isLessThan(sure.confidence());
    }

    @Test
    void survivesAnything() {
        for (String text : List.of("", " ", "\u0000", "🔥🔥🔥", "1", "????", "<b>x</b>", "مرحبا كيف حالك",
                "a".repeat(5000),
                "до до до до до", "not not not", "under under 5 or or", "999999999999999 minutes", "31.02.2026",
                ", , , ,", "x ".repeat(3000)))
            for (Language language : Language.values())
                assertThat(read(text, context(language))).isNotNull();
    }

    @Test
    void piecesPointAtTheirWords() {
        String text = "😀 something quick at home";
        for (ptm.understanding.Piece piece : read(text, context(Language.EN)).pieces())
            assertThat(
                    text.substring(text.offsetByCodePoints(0, piece.from()), text.offsetByCodePoints(0, piece.until())))
                    .isEqualTo(piece.words());
    }

    /** Empty where the interpretation is what the line says, else what it is. */
    private static String describe(Interpretation interpretation, String[] cells) {
        String intent = switch (interpretation.intent()) {
            case Intent.Capture capture -> "capture";
            case Intent.Request _,Intent.Ask _ -> "request";
            case Intent.Edit edit -> "edit";
            case Intent.Teach teach -> "teach";
            case Intent.About _,Intent.Smalltalk _ -> "smalltalk";
        };
        if (!intent.equals(cells[0]))
            return intent;
        return interpretation.intent() instanceof Intent.Request(Preset preset, Answer answer) && cells.length > 2
                ? difference(preset, cells[2])
                : "";
    }

    private static String difference(Preset preset, String wanted) {
        ParsedFilter expected = FilterText.parse(wanted.isBlank()
                ? "all"
                : wanted.startsWith("order:") || wanted
                        .startsWith("limit:") ? "all " + wanted : wanted);
        boolean same = parts(preset.where()).equals(parts(expected.where()))
                && (expected.order().isEmpty()
                        ? preset.order().getFirst().by() == OrderField.FIT
                        : preset.order().equals(expected.order()))
                && java.util.Objects.equals(preset.limit(), expected.limit());
        return same ? "" : FilterText.print(preset.where(), preset.order(), preset.limit());
    }

    /** The conditions, without what interpretation adds by itself and whatever the order. */
    private static Set<Filter> parts(Filter filter) {
        Set<Filter> parts = new HashSet<>(filter instanceof Filter.All(List<Filter> all) ? all : List.of(filter));
        parts.removeAll(parts(List.of("status:open", "no:start or start<=now")));
        return parts;
    }

    private static Set<Filter> parts(List<String> texts) {
        Set<Filter> parts = new HashSet<>();
        texts.forEach(text -> parts.add(FilterText.parse(text).where()));
        return parts;
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = BuiltinInterpreterTest.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.isBlank())
                    .toList();
        }
    }
}
