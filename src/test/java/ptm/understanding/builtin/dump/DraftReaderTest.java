package ptm.understanding.builtin.dump;

import ptm.understanding.builtin.estimate.Estimator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import ptm.account.AccountId;
import ptm.account.Language;
import ptm.account.TimesOfDay;
import ptm.task.Proposed;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;
import ptm.task.When;
import ptm.understanding.Context;
import ptm.understanding.Origin;
import ptm.understanding.Piece;
import ptm.understanding.Utterance;
import ptm.understanding.Vocabulary;

class DraftReaderTest {
    private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-11-23T10:00+01:00[Europe/Berlin]");
    private static final DraftReader READER = new DraftReader(Estimator.load());

    /** Every text of the two files gives the tasks written under it, with the values said and no others. */
    @TestFactory
    Stream<DynamicTest> dumpsFallIntoTheTasksWrittenUnderThem() {
        return Stream.of(Language.EN, Language.RU).flatMap(language -> texts(language).entrySet().stream()
                .map(text -> DynamicTest.dynamicTest(text.getKey(), () -> assertThat(
                        read(text.getKey(), language).drafts().stream().map(DraftReaderTest::line).toList())
                        .containsExactlyElementsOf(text.getValue()))));
    }

    @Test
    void piecesStandAtCodePointsOfTheWholeText() {
        String text = "🛒🛒 buy milk tomorrow, water the plants on friday";
        List<Piece> pieces = read(text, Language.EN).pieces();
        assertThat(pieces).extracting(Piece::of).containsExactly("drafts[0].due", "drafts[1].due");
        assertThat(pieces).allSatisfy(piece -> assertThat(text.substring(text.offsetByCodePoints(0, piece.from()),
                text.offsetByCodePoints(0, piece.until()))).isEqualTo(piece.words()));
    }

    @Test
    void aDayAboveAListHasItsPieceInEveryDraft() {
        String text = "Tomorrow: ring Ann, post the parcel";
        List<Piece> pieces = read(text, Language.EN).pieces();
        assertThat(pieces).extracting(Piece::of).containsExactly("drafts[0].due", "drafts[1].due");
        assertThat(pieces).extracting(Piece::from).containsOnly(0);
        assertThat(pieces).extracting(Piece::until).containsOnly(8);
    }

    @Test
    void theSourceIsThePersonsOwnWordsForTheTask() {
        assertThat(read("um buy rye bread tomorrow, then ring the plumber", Language.EN).drafts())
                .extracting(TaskDraft::source).containsExactly("um buy rye bread tomorrow", "then ring the plumber");
    }

    @Test
    void noTitleIsLongerThanTheTableTakes() {
        assertThat(read("write the " + "long ".repeat(100) + "letter", Language.EN).drafts())
                .extracting(draft -> draft.title().length()).singleElement().isEqualTo(200);
    }

    @Test
    void whatIsTooMuchForOneMessageStaysInDescriptions() {
        String text = IntStream.range(0, 3_000).mapToObj(i -> "Call person number " + i + ". ")
                .collect(Collectors.joining());
        List<TaskDraft> drafts = read(text, Language.EN).drafts();
        assertThat(drafts).hasSizeLessThanOrEqualTo(500);
        String kept = drafts.stream().map(TaskDraft::source).collect(Collectors.joining(" "));
        assertThat(IntStream.range(0, 3_000).filter(i -> !kept.contains("number " + i))).isEmpty();
        assertThat(drafts).allSatisfy(draft -> {
            assertThat(draft.title()).isNotBlank().hasSizeLessThanOrEqualTo(200);
            assertThat(description(draft).length()).isLessThanOrEqualTo(20_000);
        });
    }

    @Test
    void aSentenceWithoutEndIsReadInPieces() {
        assertThat(read("the car needs ".repeat(1_000), Language.EN).drafts())
                .extracting(draft -> draft.source().length()).hasSizeGreaterThan(1)
                .allSatisfy(length -> assertThat(length).isLessThanOrEqualTo(4_096));
    }

    @Test
    void onlyAHundredStepsAreTaken() {
        String text = "Pack\n" + IntStream.range(0, 150).mapToObj(i -> "  - thing " + i + "\n")
                .collect(Collectors.joining());
        assertThat(read(text, Language.EN).drafts()).singleElement().satisfies(draft -> assertThat(draft.values())
                .map(Proposed::edit).filteredOn(TaskEdit.Plan.class::isInstance).singleElement()
                .satisfies(plan -> assertThat(((TaskEdit.Plan) plan).steps()).hasSize(100)));
    }

    @Test
    void talkIsNoTask() {
        for (String text : List.of("thanks!", "Спасибо большое!", "What a day.", "good morning",
                "Отправлено с телефона",
                "I called the bank yesterday", "Мы ездили на дачу"))
            assertThat(read(text, Language.EN).drafts()).as(text).extracting(TaskDraft::title).isEmpty();
    }

    @Test
    void whatIsHostileIsReadWithoutHarm() {
        for (String text : List.of("", " ", "\n\n", "((((", "- - -", "> > >", "🙂🙂", ", , ,", "[ ]", "[x]", ":", "a:",
                ": b",
                "\u202Eabc", "1.\n2.\n", "and", "и", "then then then", "--", "надо", "to", "(", ")(", "every",
                "\uD83D"))
            assertThat(read(text, Language.EN).drafts()).as(text)
                    .allSatisfy(draft -> assertThat(draft.title()).isNotBlank());
    }

    private static String description(TaskDraft draft) {
        return draft.values().stream().map(Proposed::edit).filter(TaskEdit.Describe.class::isInstance)
                .map(edit -> ((TaskEdit.Describe) edit).text()).findFirst().orElse("");
    }

    private static DraftReader.Reading read(String text, Language language) {
        Instant at = NOW.toInstant();
        ZoneId zone = NOW.getZone();
        return READER.read(new Utterance(text, at, Origin.OWN), language, new Context(new AccountId(1), language, zone,
                TimesOfDay.DEFAULT, List.of(), Vocabulary.EMPTY, List::of, List::of));
    }

    /** "Title | due 2026-11-24 | 20 min", as the files have it. */
    private static String line(TaskDraft draft) {
        StringJoiner line = new StringJoiner(" | ");
        line.add(draft.title());
        draft.values().stream().filter(value -> value.provenance().said() != null).map(Proposed::edit)
                .map(DraftReaderTest::text).filter(text -> !text.isEmpty()).sorted().forEach(line::add);
        return line.toString();
    }

    private static String text(TaskEdit edit) {
        return switch (edit) {
            case TaskEdit.Reschedule(var when, var _) -> "due " + text(Objects.requireNonNull(when));
            case TaskEdit.Begin(var when) -> "start " + text(Objects.requireNonNull(when));
            case TaskEdit.Estimate(var minutes) -> minutes + " min";
            case TaskEdit.Repeat(var rule, var _) -> "repeat " + rule;
            case TaskEdit.Remind(var moments) -> moments.stream().map(When.Moment::new).map(DraftReaderTest::text)
                    .collect(Collectors.joining(", ", "remind ", ""));
            case TaskEdit.Plan(var steps) -> steps.stream()
                    .map(step -> step.title() + (step.minutes() == null ? "" : " ~" + step.minutes()))
                    .collect(Collectors.joining(", ", "steps ", ""));
            case TaskEdit.Describe(var _, var text) -> "about " + text;
            case TaskEdit.Attach(var links) -> "link " + links.getFirst().url();
            default -> "";
        };
    }

    private static String text(When when) {
        return switch (when) {
            case When.Day(var date) -> date.toString();
            case When.Moment(var instant) -> instant.atZone(NOW.getZone()).toLocalDateTime().toString();
        };
    }

    @SuppressWarnings("unchecked")
    private static Map<String, List<String>> texts(Language language) {
        var file = Objects.requireNonNull(
                DraftReaderTest.class.getResourceAsStream("/utterances/dumps_" + language.code() + ".yml"));
        return (Map<String, List<String>>) new Yaml(new SafeConstructor(new LoaderOptions()))
                .load(new InputStreamReader(file, StandardCharsets.UTF_8));
    }
}
