package ptm.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import ptm.account.Language;
import ptm.filter.Filter;
import ptm.filter.Preset;
import ptm.task.TaskDraft;
import ptm.understanding.UnderstandingProperties.Ask;

class DoubtTest {
    private static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");
    private static final Intent REQUEST = new Intent.Request(Preset.of(Filter.ALL, List.of(), null), Answer.LIST);

    private final Doubt doubt = new Doubt(properties(Ask.DOUBTFUL));

    private static UnderstandingProperties properties(Ask ask) {
        return new UnderstandingProperties(ask, 0.95, 0.7, 0.6, 0.8);
    }

    private static Interpretation read(Intent intent, double confidence) {
        return new Interpretation(intent, Language.EN, Engine.BUILTIN, confidence, List.of(), List.of());
    }

    private static Intent capture(int drafts) {
        return new Intent.Capture(Collections.nCopies(drafts, new TaskDraft("x", List.of())));
    }

    private boolean isAsked(Intent intent, double confidence, String text) {
        return doubt.isWorthAsking(read(intent, confidence), Utterance.own(text, NOW));
    }

    @Test
    void eachKindOfReadingHasItsOwnMeasureOfDoubt() {
        assertThat(isAsked(REQUEST, 0.75, "short ones")).isFalse();
        assertThat(isAsked(REQUEST, 0.65, "short ones")).isTrue();
        assertThat(isAsked(capture(1), 0.9, "short ones")).as("likely a request taken for a task").isTrue();
        assertThat(isAsked(capture(1), 0.96, "buy bulbs")).isFalse();
        assertThat(isAsked(new Intent.Smalltalk(), 0.75, "so so")).isTrue();
    }

    @Test
    void manyWordsToATaskAreATangleHoweverSureTheEngineIs() {
        String talk = "so the thing with the boiler is that it rattles when the neighbours shower and I think "
                + "somebody ought to look before it gets cold again";
        assertThat(isAsked(capture(1), 1, talk)).isTrue();
        assertThat(isAsked(capture(4), 1, talk)).isFalse();
        assertThat(isAsked(capture(1), 1, "have the boiler looked at before it gets cold")).isFalse();
    }

    @Test
    void whatWasReadByAWholePatternIsNotAskedAbout() {
        assertThat(isAsked(new Intent.Teach("light", Filter.ALL), 0.3, "by light I mean easy")).isFalse();
        assertThat(isAsked(new Intent.About(Topic.HELP, ""), 0.3, "help")).isFalse();
    }

    @Test
    void aSettingAsksAlwaysOrNever() {
        Interpretation sure = read(capture(1), 1);
        Interpretation unsure = read(capture(1), 0);
        Utterance words = Utterance.own("buy bulbs", NOW);
        assertThat(new Doubt(properties(Ask.ALWAYS)).isWorthAsking(sure, words)).isTrue();
        assertThat(new Doubt(properties(Ask.NEVER)).isWorthAsking(unsure, words)).isFalse();
    }

    @Test
    void aModelCannotTalkAwayATaskThatTheEngineIsNearlySureOf() {
        Interpretation talk = read(new Intent.Smalltalk(), 0.9);
        assertThat(Doubt.isLost(read(capture(1), 0.9), talk)).isTrue();
        assertThat(Doubt.isLost(read(capture(1), 0.5), talk)).isFalse();
    }
}
