package ptm.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import ptm.account.AccountId;
import ptm.account.Language;
import ptm.account.ServerSecret;
import ptm.chat.ButtonAction.AsideReason;
import ptm.chat.ButtonAction.Pause;
import ptm.chat.ButtonAction.Place;
import ptm.chat.ButtonAction.Refinement;
import ptm.chat.ButtonAction.Verdict;
import ptm.task.ChangeSetId;
import ptm.task.Field;
import ptm.task.TaskId;
import ptm.understanding.Topic;

class ButtonCodecTest {
    private static final AccountId ANN = new AccountId(7);
    private static final AccountId BOB = new AccountId(8);
    private static final TaskId TASK = new TaskId(Long.MAX_VALUE);
    private static final ChangeSetId SET = new ChangeSetId(UUID.fromString("ffffffff-ffff-ffff-ffff-fffffffffffe"));
    private static final long VIEW = Long.MAX_VALUE;

    private final ButtonCodec codec = new ButtonCodec(new ServerSecret("a secret of this test, long enough to be one"));

    private static List<ButtonAction> oneOfEach() {
        return List.of(new ButtonAction.Undo(VIEW, SET), new ButtonAction.BringBack(VIEW, SET),
                new ButtonAction.OpenCard(VIEW, TASK), new ButtonAction.ShowPage(VIEW, 100),
                new ButtonAction.Reject(VIEW, TASK, Field.LINKS, true), new ButtonAction.Start(TASK),
                new ButtonAction.Finish(VIEW, TASK), new ButtonAction.PutAside(VIEW, TASK),
                new ButtonAction.GiveReason(VIEW, TASK, AsideReason.BLOCKED),
                new ButtonAction.SetPlace(VIEW, TASK, Place.ANY), new ButtonAction.WaitDays(VIEW, TASK, 7),
                new ButtonAction.Drop(VIEW, TASK), new ButtonAction.Split(VIEW, TASK),
                new ButtonAction.Refine(VIEW, Refinement.BACK), new ButtonAction.DropCondition(VIEW, 5),
                new ButtonAction.TakeAlternative(VIEW, 1), new ButtonAction.SavePreset(VIEW),
                new ButtonAction.RunPreset(Long.MAX_VALUE), new ButtonAction.Next(),
                new ButtonAction.Snooze(VIEW, TASK, Pause.TOMORROW), new ButtonAction.SnoozeAll(VIEW, Pause.HOUR),
                new ButtonAction.AskMoment(VIEW, TASK), new ButtonAction.Choose(VIEW, TASK),
                new ButtonAction.CaptureAnyway(VIEW), new ButtonAction.StopThinking(VIEW, SET),
                new ButtonAction.SetOffset(VIEW, -690), new ButtonAction.AskPlace(VIEW),
                new ButtonAction.SwitchLanguage(VIEW), new ButtonAction.LetIn(ANN, Verdict.BLOCK),
                new ButtonAction.Forget(VIEW), new ButtonAction.Retry(VIEW),
                new ButtonAction.CountTime(VIEW, Long.MAX_VALUE, 100_000),
                new ButtonAction.CorrectTime(VIEW, 1_000_000_000L, 100_000, SET), new ButtonAction.Now(),
                new ButtonAction.Merge(VIEW), new ButtonAction.KeepBoth(VIEW), new ButtonAction.Relearn(VIEW),
                new ButtonAction.SetTime(Topic.NIGHT, 1439), new ButtonAction.Speak(Language.RU),
                new ButtonAction.AddLeftOut(VIEW), new ButtonAction.SetAi(VIEW, true),
                new ButtonAction.KeepDone(VIEW));
    }

    @Test
    void everyActionIsAmongThese() {
        assertThat(oneOfEach().stream().map(Object::getClass)).containsExactlyInAnyOrder(
                (Class[]) ButtonAction.class.getPermittedSubclasses());
    }

    @Test
    void everyActionComesBackAsItWasEvenWithTheLargestIds() {
        assertThat(oneOfEach()).allSatisfy(
                action -> assertThat(codec.decode(ANN, codec.encode(ANN, action))).contains(action));
    }

    @Test
    void everyPayloadFitsIntoAButton() {
        assertThat(oneOfEach()).allSatisfy(action -> assertThat(codec.encode(new AccountId(Long.MAX_VALUE), action))
                .hasSizeLessThanOrEqualTo(Button.MAX_PAYLOAD_BYTES).isASCII());
    }

    @Test
    void aStrangersPayloadMeansNothing() {
        assertThat(oneOfEach()).allSatisfy(
                action -> assertThat(codec.decode(BOB, codec.encode(ANN, action))).isEmpty());
    }

    @Test
    void aPayloadThatWasTamperedWithMeansNothing() {
        var payload = codec.encode(ANN, new ButtonAction.Drop(1, new TaskId(2)));
        assertThat(codec.decode(ANN, payload.replaceFirst("2", "3"))).isEmpty();
        assertThat(Arrays.asList("", ".", "d", "d.1.2", "d.1.2.", "x".repeat(100), "д.1"))
                .allSatisfy(garbage -> assertThat(codec.decode(ANN, garbage)).isEmpty());
    }
}
