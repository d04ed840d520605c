package ptm.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static ptm.task.TestTasks.NOW;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import ptm.TestDatabase;
import ptm.account.Account;
import ptm.account.TestAccounts;
import ptm.filter.FilterText;
import ptm.filter.ParsedFilter;
import ptm.filter.Preset;
import ptm.filter.TaskFinder;
import ptm.filter.TestFinder;
import ptm.task.DueKind;
import ptm.task.Label;
import ptm.task.Scale;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.TaskId;
import ptm.task.TaskKey;
import ptm.task.TestTasks;
import ptm.task.When;

class SuggestionServiceIT {

    @RegisterExtension
    static final TestDatabase database = TestDatabase.fresh();

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Situation SITUATION = Situation.at(NOW, BERLIN);

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final TestTasks ptm = TestTasks.on(database, clock);
    private final TaskFinder finder = TestFinder.on(database, ptm.service);
    private final SuggestionService service = new SuggestionService(new Candidates(finder), finder, ptm.service,
            ptm.workLog, new FeedbackLog(database.jdbc()), clock);
    private final Account dina = TestAccounts.on(database).service.require(TestAccounts.member(database.jdbc()));

    private Suggestions suggest(String text) {
        return suggest(text, SITUATION);
    }

    private Suggestions suggest(String text, Situation situation) {
        ParsedFilter parsed = FilterText.parse(text);
        return service.suggest(dina, Preset.of(parsed.where(), parsed.order(), parsed.limit()), situation);
    }

    private Task add(String title, TaskEdit... values) {
        return ptm.add(dina.id(), title, values);
    }

    private static TaskEdit matters(int impact) {
        return new TaskEdit.Rate(Scale.IMPACT, impact);
    }

    private static List<String> titles(Suggestions suggestions) {
        return suggestions.list().stream().map(suggestion -> suggestion.task().title()).toList();
    }

    @Test
    void anAppointmentIsSuggestedWhenItBeginsAndNotBefore() {
        add("Dentist", new TaskEdit.Reschedule(new When.Moment(NOW.plus(Duration.ofHours(5))), DueKind.AT));
        add("Water the plants", new TaskEdit.Estimate(10));
        assertThat(titles(suggest("status:open order:fit"))).containsExactly("Water the plants");
        assertThat(titles(suggest("status:open order:fit",
                Situation.at(NOW.plus(Duration.ofMinutes(280)), BERLIN)))).contains("Dentist");
    }

    @Test
    void ranksWhatMatchesAndSaysWhy() {
        add("Water the plants", matters(1), new TaskEdit.Estimate(10));
        add("Answer the landlord", matters(2), new TaskEdit.Estimate(15),
                new TaskEdit.Reschedule(new When.Day(LocalDate.of(2026, 11, 25)), DueKind.BY));
        add("Write a book", matters(3), new TaskEdit.Estimate(5_000));
        Suggestions found = suggest("status:open minutes<=30 order:fit");
        assertThat(titles(found)).containsExactly("Answer the landlord", "Water the plants");
        assertThat(found.count()).isEqualTo(2);
        assertThat(found.loosened()).isNull();
        Suggestion first = found.list().getFirst();
        assertThat(first.reason()).isEqualTo("due tomorrow, and it matters");
        assertThat(first.parts()).containsKeys("impact", "due", "time");
        assertThat(first.score()).isEqualTo(first.parts().values().stream().mapToDouble(Double::doubleValue).sum(),
                org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void anOrderThePersonNamedIsKept() {
        add("B", matters(3), new TaskEdit.Estimate(60));
        add("C", matters(0), new TaskEdit.Estimate(20));
        add("A", matters(1), new TaskEdit.Estimate(5));
        assertThat(titles(suggest("status:open order:minutes"))).containsExactly("A", "C", "B");
        assertThat(titles(suggest("status:open order:-minutes,fit limit:1"))).containsExactly("B");
        assertThat(titles(suggest("status:open order:title"))).containsExactly("A", "B", "C");
    }

    @Test
    void showsThreeUnlessANumberWasSaidAndLeavesOutWhatIsExcluded() {
        List<Task> tasks = IntStream.range(0, 7).mapToObj(i -> add("Task " + i)).toList();
        assertThat(suggest("status:open").list()).hasSize(3);
        assertThat(suggest("status:open limit:5").list()).hasSize(5);
        Set<TaskId> shown = Set.of(tasks.get(0).id(), tasks.get(1).id(), tasks.get(2).id(), tasks.get(3).id());
        Suggestions others = suggest("status:open", new Situation(NOW, BERLIN, shown));
        assertThat(titles(others)).containsExactly("Task 4", "Task 5", "Task 6");
        assertThat(others.count()).isEqualTo(7);
    }

    @Test
    void whatIsPutAsideIsNotSuggestedBeforeItsMoment() {
        add("Later", new TaskEdit.Hide(NOW.plusSeconds(60)));
        add("Again", new TaskEdit.Hide(NOW.minusSeconds(60)));
        assertThat(titles(suggest("status:open"))).containsExactly("Again");
        assertThat(titles(suggest("status:open hiddenUntil>=now"))).containsExactly("Later");
    }

    @Test
    void loosensTheLeastImportantConditionAndNamesIt() {
        add("Text the plumber", matters(1), new TaskEdit.Estimate(5),
                new TaskEdit.Relabel(Label.CONTEXTS, List.of("phone"), Map.of()));
        Suggestions found = suggest("status:open minutes<=5 impact>=2 context:phone");
        assertThat(titles(found)).containsExactly("Text the plumber");
        assertThat(found.loosened()).isNotNull();
        assertThat(found.loosened().dropped()).isEqualTo("matters");
        assertThat(FilterText.print(found.preset().where())).isEqualTo("status:open minutes<=5 context:phone");
        assertThat(suggest("status:done minutes<=5").list()).isEmpty();
    }

    @Test
    void aLittleMoreTimeIsTriedBeforeTimeIsForgotten() {
        add("Repair the tap", new TaskEdit.Estimate(40), new TaskEdit.Rate(Scale.PHYSICAL, 2));
        add("Write a book", matters(3), new TaskEdit.Estimate(5_000), new TaskEdit.Rate(Scale.PHYSICAL, 2));
        Suggestions found = suggest("status:open minutes<=15 physical<=0");
        assertThat(titles(found)).containsExactly("Repair the tap");
        assertThat(FilterText.print(found.preset().where())).isEqualTo("status:open minutes<=60");
        assertThat(found.loosened()).isNotNull();
        assertThat(found.loosened().dropped()).contains("15 min");
        assertThat(found.loosened().instead()).contains("1 h");
    }

    @Test
    void whatNoTaskMeetsGoesFirst() {
        add("Text the plumber", matters(1), new TaskEdit.Estimate(5),
                new TaskEdit.Relabel(Label.CONTEXTS, List.of("phone"), Map.of()));
        add("Write a book", matters(3), new TaskEdit.Estimate(5_000));
        Suggestions found = suggest("status:open minutes<=20 context:train context:phone");
        assertThat(titles(found)).containsExactly("Text the plumber");
        assertThat(found.loosened()).isNotNull();
        assertThat(found.loosened().dropped()).isEqualTo("train");
    }

    @Test
    void aStrangersTasksAreNeverSuggested() {
        ptm.add(TestAccounts.member(database.jdbc()), "Not hers");
        assertThat(suggest("all").list()).isEmpty();
    }

    @Test
    void countsFeedbackAndMovesWeightsThatCanBeForgotten() {
        Task task = add("Call", matters(3));
        service.feedback(task.key(), Feedback.SHOWN);
        assertThat(service.weights(dina.id())).isEqualTo(Weights.DEFAULT);
        service.feedback(task.key(), Feedback.NO_MOOD);
        service.feedback(task.key(), Feedback.NO_MOOD);
        service.feedback(task.key(), Feedback.STARTED);
        assertThat(service.count(task.key(), Feedback.NO_MOOD)).isEqualTo(2);
        assertThat(service.count(task.key(), Feedback.DONE)).isZero();
        assertThat(service.weights(dina.id()).factor(Part.STATE)).isGreaterThan(1);
        service.forgetWeights(dina.id());
        assertThat(service.weights(dina.id())).isEqualTo(Weights.DEFAULT);
        TaskKey stranger = new TaskKey(TestAccounts.member(database.jdbc()), task.id());
        service.feedback(stranger, Feedback.DONE);
        assertThat(service.count(stranger, Feedback.DONE)).isZero();
    }

    @Test
    void wherePeopleAreNotOthersComeFirst() {
        TaskEdit office = new TaskEdit.Relabel(Label.CONTEXTS, List.of("office"), Map.of());
        Task printer = add("Fix the printer", office);
        add("Clean the desk", office);
        add("Read");
        service.feedback(printer.key(), Feedback.NOT_HERE);
        assertThat(titles(suggest("status:open"))).startsWith("Read");
    }

    @Test
    void saysWhyNot() {
        Task slides = add("Finish the slides", new TaskEdit.Estimate(120));
        Preset halfHour = Preset.of(FilterText.parse("status:open minutes<=30").where(), List.of(), null);
        assertThat(service.whyNot(dina, slides.key(), halfHour, SITUATION))
                .isEqualTo("“Finish the slides”: 2 h, and you have 30 min.");
        Preset open = Preset.of(FilterText.parse("status:open theme:work").where(), List.of(), null);
        assertThat(service.whyNot(dina, slides.key(), open, SITUATION))
                .isEqualTo("“Finish the slides” does not fit: work.");
        Preset any = Preset.of(FilterText.parse("status:open").where(), List.of(), null);
        assertThat(service.whyNot(dina, slides.key(), any, SITUATION)).isEmpty();
        Task hidden = ptm.edit(slides, new TaskEdit.Hide(NOW.plus(Duration.ofDays(1))));
        assertThat(service.whyNot(dina, hidden.key(), any, SITUATION)).contains("put aside");
        ptm.edit(slides, new TaskEdit.Hide(null), new TaskEdit.Complete());
        assertThat(service.whyNot(dina, slides.key(), any, SITUATION)).contains("done already");
        assertThat(service.whyNot(dina, TaskKey.of(dina.id(), Long.MAX_VALUE), any, SITUATION)).contains("no such");
    }

    @Test
    void choosesFromMoreThanCanBeScored() {
        Instant due = NOW.plus(Duration.ofHours(3));
        database.jdbc().sql("insert into task (account_id, id, version, status, source, title, created_at)"
                + " select ?, nextval('task_id_seq'), 1, 'open', '', 'Filler ' || i, ? from generate_series(1, 700) i")
                .param(dina.id().value()).param(NOW.atOffset(ZoneOffset.UTC)).update();
        add("Urgent", new TaskEdit.Reschedule(new When.Moment(due), DueKind.BY));
        add("Vital", matters(3));
        Suggestions found = suggest("status:open");
        assertThat(titles(found)).startsWith("Urgent", "Vital");
        assertThat(found.count()).isEqualTo(702);
    }
}
