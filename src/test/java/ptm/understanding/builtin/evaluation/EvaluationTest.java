package ptm.understanding.builtin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import ptm.account.Language;

/** What the engine once read well it goes on reading well: floors a little under the figures {@link Evaluation} prints. */
class EvaluationTest {
    private static final Map<String, Double> FLOORS = Map.of("requests", 0.91, "intents", 0.90,
            "dumps cut without a fault", 0.90, "dumps, kept out what is no task", 0.97, "dumps, date", 0.95, "times",
            0.96, "estimates", 0.90);
    private static final double F1 = 0.96;

    private static final Evaluation EVALUATION = new Evaluation();

    @BeforeAll
    static void readEveryText() throws IOException {
        EVALUATION.judge();
    }

    @Test
    void readsNoLessThanItDid() {
        for (Language language : Language.values())
            FLOORS.forEach((what, floor) -> assertThat(EVALUATION.tally().share(what, language))
                    .as(what + " in " + language.code()).isGreaterThanOrEqualTo(floor));
    }

    @Test
    void findsNoFewerTasksThanItDid() {
        for (Language language : Language.values())
            assertThat(EVALUATION.f1(language)).as("F1 of dumps in " + language.code()).isGreaterThanOrEqualTo(F1);
    }
}
