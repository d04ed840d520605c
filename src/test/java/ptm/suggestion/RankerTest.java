package ptm.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static ptm.task.TestTasks.NOW;
import static ptm.task.TestTasks.aTask;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import ptm.account.Language;
import ptm.filter.Filter;
import ptm.filter.FilterText;
import ptm.task.Activity;
import ptm.task.DueKind;
import ptm.task.Label;
import ptm.task.Pace;
import ptm.task.Scale;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.task.When;

class RankerTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Scene scene = scene("all");

    private static Scene scene(String where) {
        return Scene.of(Situation.at(NOW, BERLIN), FilterText.parse(where).where());
    }

    private static TaskEdit due(int days) {
        return new TaskEdit.Reschedule(new When.Day(TODAY.plusDays(days)), DueKind.BY);
    }

    private static TaskEdit rate(Scale scale, int value) {
        return new TaskEdit.Rate(scale, value);
    }

    private static double score(Scene scene, TaskEdit... values) {
        return new Ranker(scene).score(aTask(values)).sum();
    }

    private static String reason(Scene scene, Language language, TaskEdit... values) {
        Ranker ranker = new Ranker(scene);
        return new ReasonPhrases(scene, ranker, language).phrase(ranker.score(aTask(values)));
    }

    @Test
    void whatMattersAndIsDueSoonComesFirst() {
        assertThat(score(scene, rate(Scale.IMPACT, 3))).isGreaterThan(score(scene, rate(Scale.IMPACT, 1)));
        assertThat(score(scene, due(-2))).isGreaterThan(score(scene, due(3))).isGreaterThan(score(scene, due(1)));
        assertThat(score(scene, due(3))).isGreaterThan(score(scene, due(20))).isGreaterThan(score(scene));
        assertThat(score(scene, rate(Scale.RISK, 3))).isGreaterThan(score(scene, rate(Scale.RISK, 0)));
    }

    @Test
    void aLongTaskIsDueEarlier() {
        assertThat(score(scene, due(5), new TaskEdit.Estimate(960))).isGreaterThan(
                score(scene, due(5), new TaskEdit.Estimate(30)));
    }

    @Test
    void anAppointmentIsNotForNow() {
        TaskEdit later = new TaskEdit.Reschedule(new When.Moment(NOW.plus(Duration.ofHours(5))), DueKind.AT);
        TaskEdit soon = new TaskEdit.Reschedule(new When.Moment(NOW.plus(Duration.ofMinutes(20))), DueKind.AT);
        assertThat(score(scene, later)).isLessThan(score(scene));
        assertThat(score(scene, soon)).isGreaterThan(score(scene));
    }

    @Test
    void whatFillsTheTimeIsBetterThanWhatLeavesMostOfIt() {
        Scene halfHour = scene("minutes<=30");
        assertThat(score(halfHour, new TaskEdit.Estimate(30))).isGreaterThan(
                score(halfHour, new TaskEdit.Estimate(5)));
        Scene slow = new Scene(NOW, BERLIN, 30, Map.of(), Weights.DEFAULT, new Pace(2, Map.of()), Map.of(), Map.of(),
                java.util.Set.of(), null, List.of());
        assertThat(score(slow, new TaskEdit.Estimate(30))).isLessThan(score(slow, new TaskEdit.Estimate(15)));
    }

    @Test
    void whatAsksLittleSuitsWhoWantsLittle() {
        Scene tired = scene("motivational<=1 intellectual<=1");
        assertThat(score(tired, rate(Scale.MOTIVATIONAL, 0))).isGreaterThan(
                score(tired, rate(Scale.MOTIVATIONAL, 1)));
    }

    @Test
    void reasonsAreTheWeightiestParts() {
        assertThat(reason(scene, Language.EN, due(1), rate(Scale.IMPACT, 2))).isEqualTo("due tomorrow, and it matters");
        assertThat(reason(scene, Language.RU, due(1), rate(Scale.IMPACT, 2))).isEqualTo("срок завтра, и это важно");
        assertThat(reason(scene, Language.EN, rate(Scale.IMPACT, 3), due(0))).isEqualTo("due today, and it is vital");
        assertThat(reason(scene, Language.RU, due(-5), rate(Scale.IMPACT, 1))).isEqualTo("просрочено на 5 дней");
        assertThat(reason(scene, Language.EN)).isEmpty();
        Scene nineDaysOn = Scene.of(Situation.at(NOW.plus(Duration.ofDays(9)), BERLIN),
                FilterText.parse("minutes<=30").where());
        assertThat(reason(nineDaysOn, Language.EN, new TaskEdit.Estimate(30)))
                .isEqualTo("fills your half hour; waiting 9 days");
        assertThat(reason(nineDaysOn, Language.RU, new TaskEdit.Estimate(30)))
                .isEqualTo("как раз на полчаса; ждёт 9 дней");
        assertThat(reason(scene("minutes<=45"), Language.RU, new TaskEdit.Estimate(40)))
                .isEqualTo("как раз на 45 мин");
    }

    @Test
    void aChangeFromWhatWasJustDoneIsWelcome() {
        TaskEdit routine = new TaskEdit.Relabel(Label.ACTIVITIES, List.of(Activity.ROUTINE.jsonName()), Map.of());
        TaskEdit creative = new TaskEdit.Relabel(Label.ACTIVITIES, List.of(Activity.CREATIVE.jsonName()), Map.of());
        Task done = aTask(new TaskEdit.Rename("Sort the receipts"), routine);
        Scene after = new Scene(NOW, BERLIN, null, Map.of(), Weights.DEFAULT, Pace.UNKNOWN, Map.of(), Map.of(),
                java.util.Set.of(), null, List.of(done));
        assertThat(score(after, creative)).isGreaterThan(score(after, routine));
        assertThat(reason(after, Language.EN, creative)).isEqualTo("a change from “Sort the receipts”");
    }

    @Test
    void whatIsTakenUpMovesTheWeightsALittleAndWithinBounds() {
        Score urgent = new Ranker(scene).score(aTask(due(0), rate(Scale.IMPACT, 0), rate(Scale.RISK, 0)));
        Weights once = Learning.moved(Weights.DEFAULT, Feedback.STARTED, urgent);
        assertThat(once.factor(Part.DUE)).isBetween(1.01, 1 + Learning.STEP);
        assertThat(once.factor(Part.IMPACT)).isBetween(1 - Learning.STEP, 0.999);
        Weights often = Weights.DEFAULT;
        for (int i = 0; i < 1_000; i++)
            often = Learning.moved(often, Feedback.DONE, urgent);
        assertThat(often.factor(Part.DUE)).isEqualTo(Weights.MOST);
        assertThat(often.factor(Part.IMPACT)).isEqualTo(Weights.LEAST);
        assertThat(Learning.moved(Weights.DEFAULT, Feedback.SHOWN, urgent)).isEqualTo(Weights.DEFAULT);
        assertThat(Learning.moved(Weights.DEFAULT, Feedback.TOO_LONG, urgent).factor(Part.TIME)).isGreaterThan(1);
    }

    @Test
    void theLadderDropsWishesBeforeTimeAndTimeBeforePlace() {
        Filter where = FilterText.parse("status:open context:phone impact>=2 minutes<=5").where();
        Ladder.Step step = new Ladder(ptm.filter.Preset.of(where, List.of(), null), Language.EN,
                filter -> FilterText.print(filter).contains("impact")
                        && !FilterText.print(filter).contains("minutes<=15")
                        && FilterText.print(filter).contains("context") ? 0 : 2)
                .find();
        assertThat(step).isNotNull();
        assertThat(FilterText.print(step.preset().where())).isEqualTo("status:open context:phone minutes<=5");
        assertThat(step.loosened().dropped()).isEqualTo("matters");
        assertThat(step.loosened().alternatives()).extracting(Suggestions.Alternative::label)
                .containsExactly("≤ 15 min", "Any place");
        assertThat(FilterText.print(step.loosened().alternatives().getFirst().preset().where()))
                .isEqualTo("status:open context:phone impact>=2 minutes<=15");
    }

    @Test
    void theLadderDropsSeveralWhereOneIsNotEnoughAndNeverWhatWasLookedFor() {
        Filter where = FilterText.parse("status:open impact>=2 stress<=1 passport due<=today").where();
        Ladder.Step step = new Ladder(ptm.filter.Preset.of(where, List.of(), null), Language.RU,
                filter -> FilterText.print(filter).equals("status:open passport due<=today") ? 1 : 0).find();
        assertThat(step).isNotNull();
        assertThat(step.loosened().dropped()).isEqualTo("важное · Тревога: нет–лёгкая");
        assertThat(new Ladder(ptm.filter.Preset.of(where, List.of(), null), Language.RU, _ -> 0).find()).isNull();
        Filter search = FilterText.parse("passport due<=today status:done").where();
        assertThat(new Ladder(ptm.filter.Preset.of(search, List.of(), null), Language.RU, _ -> 1).find()).isNull();
    }
}
