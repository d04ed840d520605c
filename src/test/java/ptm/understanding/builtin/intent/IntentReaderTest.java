package ptm.understanding.builtin.intent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import ptm.account.Language;

/** The shipped weights belong to the shipped texts, and read them as they are labelled. */
class IntentReaderTest {
    /** Some labels are those of a minority; learned by heart they would harm the rest. */
    private static final double LEARNED = 0.95;

    private final IntentModel model = IntentModel.load();
    private final IntentExamples examples = new IntentExamples();
    private final IntentReader reader = new IntentReader(model, examples.lexicon, examples.words);

    @Test
    void theWeightsWereLearnedFromTheTextsThatAreThere() {
        assertThat(model.fingerprint()).as("train again: intents/README.md").isEqualTo(IntentExamples.fingerprint());
    }

    @Test
    void whatWasLearnedStillHolds() {
        List<IntentExamples.Labelled> texts = examples.read();
        long right = texts.stream()
                .filter(text -> reader.read(text.clues()).purpose() == text.purpose()).count();
        assertThat((double) right / texts.size()).as("train again: intents/README.md").isGreaterThan(LEARNED);
    }

    @Test
    void tellsTheSameWordsApartByTheirForms() {
        List<String> wrong = new ArrayList<>();
        check(wrong, Language.EN, Purpose.CAPTURE, "grease the hinges", "grease the hinges on Sunday",
                "hinges need grease");
        check(wrong, Language.EN, Purpose.EDIT, "greased the hinges", "the hinges have been greased",
                "push the hinges to Sunday");
        check(wrong, Language.EN, Purpose.REQUEST, "anything about the hinges?", "what can I do in 25 minutes",
                "only the cheap ones");
        check(wrong, Language.EN, Purpose.SMALLTALK, "you are a good listener",
                "what is the tallest tower in the world?");
        check(wrong, Language.RU, Purpose.CAPTURE, "смазать петли", "смазать петли в воскресенье", "петли скрипят");
        check(wrong, Language.RU, Purpose.EDIT, "смазал петли", "петли уже смазаны", "перенеси петли на воскресенье");
        check(wrong, Language.RU, Purpose.REQUEST, "есть что-нибудь про петли?", "что успею за 25 минут",
                "только дешёвые");
        check(wrong, Language.RU, Purpose.SMALLTALK, "ты хороший слушатель", "какая башня самая высокая в мире?");
        assertThat(wrong).isEmpty();
    }

    private void check(List<String> wrong, Language language, Purpose purpose, String... texts) {
        for (String text : texts) {
            IntentReader.Verdict verdict = reader.read(examples.clues(text, language));
            if (verdict.purpose() != purpose)
                wrong.add(text + ": " + verdict);
        }
    }

    @Test
    void probabilitiesAddUpToOne() {
        double[] probabilities = IntentModel.softmax(new double[] { 900, -900, 3, 4 }, 1.3);
        assertThat(java.util.Arrays.stream(probabilities).sum()).isCloseTo(1,
                org.assertj.core.data.Offset.offset(1e-9));
    }

    @Test
    void readsTextOfMarksAndNothingAsTalk() {
        for (String text : List.of("👍", "…", ")))"))
            assertThat(reader.read(examples.clues(text, Language.EN)).purpose()).isEqualTo(Purpose.SMALLTALK);
    }
}
