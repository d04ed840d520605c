package ptm.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import ptm.account.Language;
import ptm.task.TaskDraft;
import ptm.task.TaskEdit;

class PassedTest {
    private static List<TaskDraft> drafts(String text) {
        var refused = new Interpretation(new Intent.Smalltalk(), Language.EN, Engine.BUILTIN, 0.9, List.of(),
                List.of());
        var passed = Passed.on(new Utterance(text, Instant.EPOCH, Origin.FORWARDED), refused);
        return ((Intent.Capture) passed.intent()).drafts();
    }

    @Test
    void forwardedWordsThatNobodyMakesATaskOfBecomeOneAllTheSame() {
        var draft = drafts("  \n thanks a lot,  see you \nA.").getFirst();
        assertThat(draft.source()).contains("thanks a lot", "A.");
        assertThat(draft.values()).singleElement()
                .satisfies(value -> assertThat(value.edit()).isEqualTo(new TaskEdit.Rename("thanks a lot, see you")));
    }

    @Test
    void aForwardedLineTooLongForATitleIsCutInItAndKeptInItsWords() {
        var draft = drafts("я".repeat(500)).getFirst();
        assertThat(draft.values().getFirst().edit()).isEqualTo(new TaskEdit.Rename("я".repeat(199) + "…"));
        assertThat(draft.source()).hasSize(500);
    }

    @Test
    void forwardedSmilesAreNoTask() {
        assertThat(drafts("👍🎉\n…")).isEmpty();
    }
}
