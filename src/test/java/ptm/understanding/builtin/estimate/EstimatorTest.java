package ptm.understanding.builtin.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import ptm.account.Language;
import ptm.task.Actor;
import ptm.task.Field;
import ptm.task.Label;
import ptm.task.Proposed;
import ptm.task.Provenance;
import ptm.task.Scale;
import ptm.task.Status;
import ptm.task.Task;
import ptm.task.TaskEdit;
import ptm.understanding.Vocabulary;

class EstimatorTest {
    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Estimator ESTIMATOR = Estimator.load();

    @Test
    void theWeightsWereLearnedFromTheseExamplesAndConcepts() {
        assertThat(EstimatorModel.load().fingerprint())
                .as("the examples or concepts changed: train again as examples/README.md says")
                .isEqualTo(ExampleFile.fingerprint());
    }

    @Test
    void tellsWorkForTheBodyFromWorkForTheHead() {
        Estimate body = english("dig over the whole vegetable bed");
        Estimate head = english("derive the error bars for the regression model");
        assertThat(scale(body, Scale.PHYSICAL)).isEqualTo(3);
        assertThat(scale(head, Scale.PHYSICAL)).isZero();
        assertThat(scale(head, Scale.INTELLECTUAL)).isGreaterThan(scale(body, Scale.INTELLECTUAL));
        assertThat(body.names(Label.CONTEXTS)).contains("outdoors").doesNotContain("computer");
        assertThat(head.names(Label.CONTEXTS)).contains("computer").doesNotContain("outdoors");
    }

    @Test
    void tellsAMomentFromADaysWorkInBothLanguages() {
        assertThat(english("take out the bins").minutes().value()).isLessThanOrEqualTo(30);
        assertThat(english("write the whole grant application").minutes().value()).isGreaterThanOrEqualTo(240);
        assertThat(russian("полить фикус").minutes().value()).isLessThanOrEqualTo(30);
        assertThat(russian("построить сарай на даче").minutes().value()).isGreaterThanOrEqualTo(240);
    }

    @Test
    void feelsWhatIsHardToSay() {
        Estimate breakUp = russian("сказать Косте, что мы расстаемся");
        assertThat(scale(breakUp, Scale.EMOTIONAL)).isGreaterThanOrEqualTo(2);
        assertThat(scale(breakUp, Scale.SOCIAL)).isPositive();
        assertThat(breakUp.names(Label.ACTIVITIES)).contains("communication");
        assertThat(scale(russian("протереть пыль на полках"), Scale.EMOTIONAL)).isZero();
    }

    @Test
    void readsInflectedWordsItWasNeverShown() {
        assertThat(russian("записаться к эндокринологу").names(Label.THEMES)).contains("здоровье");
        assertThat(english("worm the spaniels").names(Label.THEMES)).isNotEmpty();
        assertThat(russian("Ёлку нарядить").names(Label.THEMES))
                .isEqualTo(russian("елку нарядить").names(Label.THEMES));
    }

    @Test
    void namesNewThemesInTheLanguageOfTheText() {
        assertThat(english("pay the property tax").names(Label.THEMES)).contains("finance");
        assertThat(russian("уплатить налог на имущество").names(Label.THEMES)).contains("финансы");
    }

    @Test
    void callsAThemeByThePersonsOwnName() {
        Vocabulary own = new Vocabulary(List.of("Деньги и счета", "Machines"), List.of(), Map.of());
        assertThat(ESTIMATOR.estimate("pay the property tax", Language.EN, own, PersonalExamples.NONE)
                .names(Label.THEMES)).first().isEqualTo("Деньги и счета");
    }

    @Test
    void addsNoSecondThemeThatThePersonDoesNotHave() {
        Vocabulary own = new Vocabulary(List.of("money"), List.of(), Map.of());
        assertThat(english("file the tax return").names(Label.THEMES)).hasSize(2);
        assertThat(ESTIMATOR.estimate("file the tax return", Language.EN, own, PersonalExamples.NONE)
                .names(Label.THEMES)).containsExactly("money");
    }

    @Test
    void takesTheThemeOrContextThatTheTextNames() {
        Vocabulary own = new Vocabulary(List.of("Orpheus"), List.of("dacha"), Map.of());
        Estimate estimate = ESTIMATOR.estimate("oil the gate at the dacha for orpheus", Language.EN, own,
                PersonalExamples.NONE);
        assertThat(estimate.names(Label.THEMES)).first().isEqualTo("Orpheus");
        assertThat(estimate.names(Label.CONTEXTS)).contains("dacha");
    }

    @Test
    void oneCorrectionOutweighsAllExamplesForTheSameKindOfTask() {
        Task corrected = task("call grandpa", Status.OPEN, 75, 0, Map.of(Scale.SOCIAL, 3), List.of("Clan"),
                Provenance.user(NOW));
        PersonalExamples personal = ESTIMATOR.learn(List.of(corrected));
        Estimate before = english("call grandpa about the boat");
        Estimate after = ESTIMATOR.estimate("call grandpa about the boat", Language.EN, Vocabulary.EMPTY, personal);
        assertThat(before.minutes().value()).isLessThan(60);
        assertThat(after.minutes().value()).isEqualTo(75);
        assertThat(scale(before, Scale.SOCIAL)).isEqualTo(1);
        assertThat(scale(after, Scale.SOCIAL)).isEqualTo(3);
        assertThat(after.names(Label.THEMES)).first().isEqualTo("Clan");
    }

    @Test
    void namesThePersonInventedCarryOverFromTheFirstCorrectionOn() {
        Task corrected = named("varnish the dinghy", Map.of(Label.THEMES, List.of("Bounty"), Label.CONTEXTS,
                List.of("marina")));
        Estimate after = ESTIMATOR.estimate("scrub the dinghy's deck", Language.EN, Vocabulary.EMPTY,
                ESTIMATOR.learn(List.of(corrected)));
        assertThat(after.names(Label.THEMES)).contains("Bounty");
        assertThat(after.names(Label.CONTEXTS)).contains("marina");
        Task inRussian = named("смазать лодочный мотор", Map.of(Label.THEMES, List.of("Лодка"), Label.CONTEXTS,
                List.of("причал")));
        Estimate next = ESTIMATOR.estimate("проверить мотор лодки", Language.RU, Vocabulary.EMPTY,
                ESTIMATOR.learn(List.of(inRussian)));
        assertThat(next.names(Label.THEMES)).contains("Лодка");
        assertThat(next.names(Label.CONTEXTS)).contains("причал");
    }

    @Test
    void moreCorrectionsOfAKindMoveAnEstimateFurther() {
        List<Task> corrected = List.of(task("weed the strawberry bed", Status.OPEN, 7, 0, Map.of(), List.of(),
                Provenance.user(NOW)),
                task("weed the front border", Status.OPEN, 7, 0, Map.of(), List.of(), Provenance.user(NOW)),
                task("weed the path", Status.OPEN, 7, 0, Map.of(), List.of(), Provenance.user(NOW)));
        assertThat(english("weed the asparagus").minutes().value()).isGreaterThan(20);
        assertThat(ESTIMATOR.estimate("weed the asparagus", Language.EN, Vocabulary.EMPTY,
                ESTIMATOR.learn(corrected)).minutes().value()).isEqualTo(7);
    }

    @Test
    void aCorrectionLeavesOtherTasksAndOtherFieldsAlone() {
        Task corrected = task("call grandpa", Status.OPEN, 75, 0, Map.of(), List.of("Clan"), Provenance.user(NOW));
        PersonalExamples personal = ESTIMATOR.learn(List.of(corrected));
        assertThat(ESTIMATOR.estimate("refactor the billing module", Language.EN, Vocabulary.EMPTY, personal))
                .isEqualTo(english("refactor the billing module"));
        assertThat(ESTIMATOR.estimate("call grandpa", Language.EN, Vocabulary.EMPTY, personal).scales())
                .isEqualTo(english("call grandpa").scales());
    }

    @Test
    void aMachinesGuessTeachesNothing() {
        Task guessed = task("call grandpa", Status.OPEN, 75, 0, Map.of(Scale.SOCIAL, 3), List.of("Clan"),
                new Provenance(Actor.MODEL, NOW, 0.9, null, null, null, false));
        assertThat(ESTIMATOR.estimate("call grandpa", Language.EN, Vocabulary.EMPTY,
                ESTIMATOR.learn(List.of(guessed)))).isEqualTo(english("call grandpa"));
    }

    @Test
    void aFinishedTaskTeachesHowLongItTook() {
        Task finished = task("descale the kettle", Status.DONE, 10, 55, Map.of(), List.of(),
                Provenance.guessed(NOW, 0.5));
        assertThat(ESTIMATOR.estimate("descale the kettle again", Language.EN, Vocabulary.EMPTY,
                ESTIMATOR.learn(List.of(finished))).minutes().value()).isEqualTo(55);
    }

    @Test
    void proposesOneGuessByBuiltinForEachField() {
        List<Proposed> edits = english("book a dentist").proposed(NOW);
        assertThat(edits).extracting(it -> it.edit().field()).doesNotHaveDuplicates()
                .contains(Field.MINUTES, Field.IMPACT, Field.FINANCIAL, Field.THEMES, Field.ACTIVITIES,
                        Field.CONTEXTS)
                .hasSize(18);
        assertThat(edits).allSatisfy(it -> {
            assertThat(it.provenance().by()).isEqualTo(Actor.BUILTIN);
            assertThat(it.provenance().said()).isNull();
            assertThat(it.provenance().confidence()).isStrictlyBetween(0.0, 1.0);
        });
        assertThat(edits).anySatisfy(it -> assertThat(it.edit())
                .isEqualTo(new TaskEdit.Relabel(Label.CONTEXTS, List.of("phone"), Map.of())));
    }

    @Test
    void isSurerOfWhatIsPlain() {
        assertThat(english("wash the car").labels()).extractingByKey(Label.THEMES)
                .satisfies(it -> assertThat(it.getFirst().confidence()).isGreaterThan(0.7));
        assertThat(english("zorbify quux").labels()).extractingByKey(Label.THEMES)
                .satisfies(it -> assertThat(it.isEmpty() || it.getFirst().confidence() < 0.4).isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = { "", " ", "!!!", "🙂", "'", "’’", "买牛奶", "1", "\u0000", "a\u0301" })
    void copesWithTextsThatSayNothing(String text) {
        assertThat(english(text).minutes().value()).isBetween(1, 3000);
        assertThat(ESTIMATOR.estimate(text, Language.RU, new Vocabulary(List.of("🏠", ""), List.of("!"), Map.of()),
                PersonalExamples.NONE).labels()).hasSize(3);
    }

    @Test
    void answersTheSameFromManyThreads() {
        Estimate alone = russian("купить саморезы и повесить полку");
        assertThat(IntStream.range(0, 400).parallel()
                .mapToObj(_ -> russian("купить саморезы и повесить полку"))).allMatch(alone::equals);
    }

    private static Estimate english(String text) {
        return ESTIMATOR.estimate(text, Language.EN, Vocabulary.EMPTY, PersonalExamples.NONE);
    }

    private static Estimate russian(String text) {
        return ESTIMATOR.estimate(text, Language.RU, Vocabulary.EMPTY, PersonalExamples.NONE);
    }

    private static int scale(Estimate estimate, Scale scale) {
        return estimate.scales().get(scale).value();
    }

    private static Task named(String title, Map<Label, List<String>> labels) {
        Map<Field, Provenance> provenances = new EnumMap<>(Field.class);
        labels.keySet().forEach(label -> provenances.put(Field.of(label), Provenance.user(NOW)));
        return new Task(new ptm.task.TaskKey(new ptm.account.AccountId(1), new ptm.task.TaskId(2)), 1, Status.OPEN,
                title, title, "", "", NOW, null, null, null, ptm.task.DueKind.BY, null, 0, Map.of(), "", "", labels,
                Map.of(), List.of(), List.of(), null, "", null, ptm.task.RepeatFrom.DUE, List.of(), List.of(),
                provenances, null, null);
    }

    private static Task task(String title, Status status, int minutes, int spentMinutes, Map<Scale, Integer> scales,
            List<String> themes, Provenance provenance) {
        Map<Field, Provenance> provenances = new EnumMap<>(Field.class);
        provenances.put(Field.MINUTES, provenance);
        scales.keySet().forEach(scale -> provenances.put(Field.of(scale), provenance));
        if (!themes.isEmpty())
            provenances.put(Field.THEMES, provenance);
        return new Task(new ptm.task.TaskKey(new ptm.account.AccountId(1), new ptm.task.TaskId(2)), 1, status, title,
                title, "", "", NOW, null, null, null, ptm.task.DueKind.BY, minutes, spentMinutes, scales, "", "",
                Map.of(Label.THEMES, themes), Map.of(), List.of(), List.of(), null, "", null,
                ptm.task.RepeatFrom.DUE, List.of(), List.of(), provenances, null, null);
    }
}
